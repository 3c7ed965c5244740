import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { DeliveriesPage } from "./desk-deliveries-page.tsx";
import { ServerPage } from "./desk-server-page.tsx";
import type { ServerStanding, StuckDelivery } from "./server.ts";

export interface DeliveriesDeskDeps extends DeskDeps {
  /** The servers to which something did not get through; or only that one. */
  listTroubled(
    reader: Reader,
    which: { readonly origin?: string; readonly limit: number; readonly offset?: number },
  ): Promise<readonly ServerStanding[]>;
  /** The servers that took everything, the last first. */
  listWell(reader: Reader, limit: number): Promise<readonly { readonly origin: string; readonly arrived: Date }[]>;
  countUnderWay(reader: Reader): Promise<number>;
  /** What has not arrived at a server, the oldest first, after one of them. */
  listStuck(reader: Reader, origin: string, after: number, limit: number): Promise<readonly StuckDelivery[]>;
  /** Tries one now; gives its server, or null when there is none of this id. */
  tryOne(tx: Transaction, id: number): Promise<string | null>;
  /** Tries all of a server now; gives how many. */
  tryAll(tx: Transaction, origin: string, now: Date): Promise<number>;
  /** Starts all that was given up anew, or forgets it; returns how many that were. */
  settleGivenUp(tx: Transaction, what: "again" | "drop"): Promise<number>;
}

const path = "/admin/followers/deliveries";
const pageSize = 50;
const count = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const origin = z
  .string()
  .max(300)
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);
const ListQuery = z.object({ page: count.min(1).max(10_000).catch(1), done: z.string().optional() });
const ServerQuery = z.object({
  origin,
  after: count.catch(0),
  /** How many there were when all were sent again. */
  of: count.catch(0),
  watch: z.string().optional(),
  done: z.string().optional(),
});

/** `/admin/followers/deliveries`: what does not arrive at other servers, why, and another try. */
export function deliveriesRoutes(deps: DeliveriesDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  return new Hono<DeskEnv>()
    .get(path, (c) => showAll(deps, c))
    .get(`${path}/server`, (c) => showServer(deps, c))
    .post(`${path}/given-up`, administrators, (c) => settle(deps, c))
    .post(`${path}/server`, administrators, (c) => resend(deps, c))
    .post(`${path}/:id{[0-9]{1,15}}/retry`, administrators, (c) => retry(deps, c));
}

async function showAll(deps: DeliveriesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db } = deps;
  const { page, done } = ListQuery.parse(c.req.query());
  const offset = (page - 1) * pageSize;
  const troubled = await deps.listTroubled(db, { limit: pageSize + 1, offset });
  const well = page === 1 ? await deps.listWell(db, pageSize) : [];
  const underWay = await deps.countUnderWay(db);
  const frame = await deps.frameOf(c);
  return showDeskPage(c, <DeliveriesPage {...{ frame, troubled, well, underWay, page, pageSize, done }} />);
}

async function showServer(deps: DeliveriesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { data } = ServerQuery.safeParse(c.req.query());
  if (!data) throw new NotFound("no server is named");
  const { db } = deps;
  const [standing = null] = await deps.listTroubled(db, { origin: data.origin, limit: 1 });
  const items = await deps.listStuck(db, data.origin, data.after, pageSize + 1);
  const left = standing?.waiting ?? 0;
  const watched = data.watch !== undefined && left > 0;
  // What somebody asked to see go on, loads anew by itself until it is done.
  if (watched) c.header("refresh", "10");
  const props = { ...data, standing, items, left, watched, pageSize, frame: await deps.frameOf(c) };
  return showDeskPage(c, <ServerPage {...props} />);
}

async function settle(deps: DeliveriesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { form = "", what } = await c.req.parseBody();
  const [now, person] = [deps.now(), c.get("person")];
  const deed = what === "drop" ? "drop" : "again";
  const back = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: String(form), account: person.id, now }, async () => {
      const settled = await deps.settleGivenUp(tx, deed);
      if (settled > 0) await enter(tx, person, { deed: `deliveries-${deed}`, subject: String(settled), now });
      return `${path}?done=${deed}`;
    }),
  );
  return c.redirect(back ?? path, 303);
}

async function resend(deps: DeliveriesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { data } = z.object({ origin }).safeParse(await c.req.parseBody());
  if (!data) throw new NotFound("no server is named");
  const now = deps.now();
  const sent = await deps.db.transaction().execute(async (tx) => {
    const tried = await deps.tryAll(tx, data.origin, now);
    const subject = new URL(data.origin).host;
    if (tried > 0) await enter(tx, c.get("person"), { deed: "deliveries-retried", subject, now });
    return tried;
  });
  const query = new URLSearchParams({ origin: data.origin, of: String(sent), watch: "1", done: "resent" });
  return c.redirect(`${path}/server?${query}`, 303);
}

async function retry(deps: DeliveriesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const id = Number(c.req.param("id"));
  const now = deps.now();
  const server = await deps.db.transaction().execute(async (tx) => {
    const found = await deps.tryOne(tx, id);
    if (found === null) throw new NotFound(`there is no delivery ${id}`);
    await enter(tx, c.get("person"), { deed: "delivery-retried", subject: new URL(found).host, now });
    return found;
  });
  return c.redirect(`${path}/server?${new URLSearchParams({ origin: server, done: "retried" })}`, 303);
}
