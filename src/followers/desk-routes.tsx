import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { FollowersPage, type FollowersPageProps } from "./desk-followers-page.tsx";
import { followerName } from "./desk-parts.tsx";
import { PeoplePage } from "./desk-people-page.tsx";
import { RemovalPage } from "./desk-removal-page.tsx";
import { findFollower, listFollowed, listFollowers, listServers } from "./queries.ts";

export interface FollowersDeskDeps extends DeskDeps {
  /** Sends a follower away, and tells their server; false when nobody of that address follows. */
  sendAway(tx: Transaction, account: string, follower: string): Promise<boolean>;
}

const Query = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined),
  account: z.uuid().optional().catch(undefined),
  server: z.string().max(300).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().optional(),
});
const Removal = z.object({ account: z.uuid(), follower: z.string().max(2_048) });
const pageSize = 50;
const removal = "/admin/followers/removal";

/** `/admin/followers`: who follows our accounts, from which servers. */
export function followersRoutes(deps: FollowersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/followers", (c) => showAll(deps, c))
    .get("/admin/followers/people", (c) => showPeople(deps, c))
    .get(removal, needsRole("administrator"), async (c) => {
      const follower = await needFollower(deps, c.req.query());
      return showDeskPage(c, <RemovalPage frame={await deps.frameOf(c)} follower={follower} />);
    })
    .post(removal, needsRole("administrator"), (c) => remove(deps, c));
}

async function showAll(deps: FollowersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { q: search, account, page, done } = Query.parse(c.req.query());
  const choice = { account, search };
  const part = { limit: pageSize + 1, offset: (page - 1) * pageSize };
  const { db } = deps;
  const found: Pick<FollowersPageProps, "servers" | "people"> =
    search === undefined
      ? { servers: await listServers(db, choice, part), people: [] }
      : { servers: [], people: await listFollowers(db, choice, part) };
  const frame = await deps.frameOf(c);
  const followed = await listFollowed(db);
  const props = { frame, followed, search, account, page, pageSize, done, ...found };
  return showDeskPage(c, <FollowersPage {...props} />);
}

async function showPeople(deps: FollowersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { server, account, page } = Query.parse(c.req.query());
  if (server === undefined) return c.redirect("/admin/followers", 303);
  const part = { limit: pageSize + 1, offset: (page - 1) * pageSize };
  const people = await listFollowers(deps.db, { server, account }, part);
  return showDeskPage(c, <PeoplePage {...{ server, account, page, pageSize, people, frame: await deps.frameOf(c) }} />);
}

async function needFollower({ db }: FollowersDeskDeps, form: unknown) {
  const { data } = Removal.safeParse(form);
  const follower = data ? await findFollower(db, data.account, data.follower) : null;
  if (follower === null) throw new NotFound("nobody of that address follows");
  return follower;
}

async function remove(deps: FollowersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const follower = await needFollower(deps, await c.req.parseBody());
  await deps.db.transaction().execute(async (tx) => {
    if (!(await deps.sendAway(tx, follower.account, follower.follower))) return;
    await enter(tx, c.get("person"), { deed: "follower-removed", subject: followerName(follower), now: deps.now() });
  });
  return c.redirect("/admin/followers?done=removed", 303);
}
