import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { hostPath } from "../directory/paths.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outbound } from "../foundation/outbound.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { isCode } from "../hosts/vocabularies.ts";
import type { Wrong } from "../web/form-parts.tsx";
import { showPage } from "../web/respond.ts";
import { type ClaimRefusal, claimByOwner, removeByOwner } from "./changes.ts";
import { EntryPage, RemovedPage } from "./entry-page.tsx";
import { UnclaimedPage } from "./list-page.tsx";
import { countUnclaimed, findClaimant, findUnclaimed, listUnclaimed } from "./queries.ts";
import type { Unclaimed } from "./unclaimed.ts";
import { words } from "./words.ts";

export interface UnclaimedDeps extends PageDeps {
  readonly outbound: Pick<Outbound, "request">;
}

const path = "/directory/unclaimed";
const one = `${path}/:id{[0-9a-f]{8}-[0-9a-f-]{27}}`;
const pageSize = 60;

/** `/directory/unclaimed`, and each entry with the two ways to be done with it. */
export function unclaimedRoutes(deps: UnclaimedDeps): Hono {
  return new Hono()
    .get(path, (c) => list(deps, c))
    .get(`${path}/removed`, async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <RemovedPage frame={frame} />);
    })
    .get(one, async (c) => {
      const entry = await need(deps, c);
      const claimant = await findClaimant(deps.db, entry.id);
      return claimant === null ? show(deps, c, entry) : c.redirect(hostPath(claimant), 302);
    })
    .post(`${one}/claim`, (c) => claim(deps, c))
    .post(`${one}/removal`, (c) => remove(deps, c));
}

async function list(deps: UnclaimedDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const asked = c.req.query("page") ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(asked)) throw new HTTPException(400);
  const said = c.req.query("need") ?? "";
  const need = isCode("needs", said) ? said : null;
  const total = await countUnclaimed(deps.db, need);
  const [page, pages] = [Number(asked), Math.max(1, Math.ceil(total / pageSize))];
  if (page > pages) throw new NotFound();
  const entries = await listUnclaimed(deps.db, { skip: (page - 1) * pageSize, limit: pageSize, need });
  return showPage(c, deps.origin, <UnclaimedPage {...{ frame, entries, total, page, pages, need }} />);
}

async function show(
  deps: UnclaimedDeps,
  c: Context,
  entry: Unclaimed,
  typed = "",
  wrong: Wrong = {},
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const page = <EntryPage frame={{ ...frame, path: `${path}/${entry.id}` }} {...{ entry, typed, wrong }} />;
  return showPage(c, deps.origin, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function claim(deps: UnclaimedDeps, c: Context): Promise<Response> {
  const entry = await need(deps, c);
  const { address } = await c.req.parseBody();
  const typed = typeof address === "string" ? address.slice(0, 2_000) : "";
  const claimed = await claimByOwner({ ...deps, now: deps.now() }, entry, typed);
  if (claimed.done) return c.redirect(`${path}/${entry.id}`, 303);
  return show(deps, c, entry, typed, { address: await sentence(deps, c, claimed.reason) });
}

async function remove(deps: UnclaimedDeps, c: Context): Promise<Response> {
  const entry = await need(deps, c);
  const removed = await removeByOwner({ ...deps, now: deps.now() }, entry);
  if (removed.done) return c.redirect(`${path}/removed`, 303);
  return show(deps, c, entry, "", { removal: await sentence(deps, c, removed.reason) });
}

async function sentence(deps: UnclaimedDeps, c: Context, reason: ClaimRefusal): Promise<string> {
  const { frame } = await readFrame(deps, c.req.raw);
  return words[frame.language].refusals[reason];
}

async function need({ db }: UnclaimedDeps, c: Context): Promise<Unclaimed> {
  const entry = await findUnclaimed(db, c.req.param("id") ?? "");
  if (entry === null) throw new NotFound("no such entry");
  return entry;
}
