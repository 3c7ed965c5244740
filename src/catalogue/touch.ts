import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { standingOf } from "./gossip.ts";
import { spread, sweepTidings } from "./tidings.ts";
import { settleTrust } from "./trust.ts";
import { afterThisVisit, askVisit } from "./visits.ts";

/** What the minute's round takes up at most. */
const mostDue = 60;

/**
 * Each minute: this site notes that it is there, visits those whose time has come, and hides those that have long not
 * answered, or forgets them.
 */
export async function keepInTouch(tx: Transaction, now: Date): Promise<void> {
  await settlePeers(tx, now);
  await tx.updateTable("instances").set({ visited: now }).where("source", "=", "own").execute();
  await askDue(tx, now, mostDue);
  await settleSilent(tx, now);
  await sweepTidings(tx, now);
  await tx.deleteFrom("departed").where("left", "<", aMonthBefore(now)).execute();
}

const minute = 60_000;
const day = 24 * 60 * minute;
const aMonthBefore = (now: Date): Date => new Date(now.getTime() - 30 * day);
/** A restart is no outage: what was sent meanwhile comes again within minutes, from those that we follow. */
const outage = 10 * minute;

/**
 * At the start: whom somebody here approved is visited at once, and after an outage everyone whom it may have kept us from
 * hearing. How long it was, the last note of `keepInTouch` tells.
 */
export async function catchUp(tx: Transaction, now: Date): Promise<void> {
  await settlePeers(tx, now);
  const own = await tx.selectFrom("instances").select("visited").where("source", "=", "own").executeTakeFirst();
  const since = own?.visited ?? now;
  const peers = await tx
    .selectFrom("instances")
    .select("origin")
    .where("source", "=", "peer")
    .where(sql<boolean>`not is_blocked(origin)`)
    .orderBy("origin")
    .execute();
  await askAll(tx, originsOf(peers), now, 5_000);
  if (now.getTime() - since.getTime() < outage) return;
  const others = await tx
    .selectFrom("instances")
    .select("origin")
    .where("source", "not in", ["own", "peer"])
    .where("state", "=", "known")
    .where("visited", "<", since)
    .where(sql<boolean>`not is_blocked(origin)`)
    .orderBy("visited")
    .execute();
  await askAll(tx, originsOf(others), now, Math.max(20_000, others.length * 100));
}

const originsOf = (rows: readonly { readonly origin: string }[]): readonly string[] => rows.map(({ origin }) => origin);

/** Whom somebody here approved is nearest; who no longer is, is like one that such an instance names. */
async function settlePeers(tx: Transaction, now: Date): Promise<void> {
  const approved = sql`select from peers where peers.origin = instances.origin and (ours = 'approved' or theirs = 'approved')`;
  await sql`
    update instances set source = 'named', hops = 1 where source = 'peer' and not exists (${approved})`.execute(tx);
  await sql`
    insert into instances (origin, actor, name, source, met, next_visit)
    select origin, actor, name, 'peer', ${now}, ${now} from peers
    where (ours = 'approved' or theirs = 'approved') and not is_blocked(origin)
    on conflict (origin) do update set source = 'peer', hops = 0 where instances.source in ('named', 'seed')`.execute(
    tx,
  );
}

/** Asks for a visit of those whose time has come, the longest due first; gives how many. */
async function askDue(tx: Transaction, now: Date, limit: number): Promise<number> {
  const due = await tx
    .selectFrom("instances")
    .select("origin")
    .where("nextVisit", "<=", now)
    .where("source", "<>", "own")
    .where(sql<boolean>`not is_blocked(origin)`)
    .orderBy("nextVisit")
    .limit(limit)
    .execute();
  await askAll(
    tx,
    due.map(({ origin }) => origin),
    now,
  );
  return due.length;
}

/** Asks for a visit of each, spread over so many milliseconds. */
async function askAll(tx: Transaction, origins: readonly string[], now: Date, within = 0): Promise<void> {
  if (origins.length === 0) return;
  await tx
    .updateTable("instances")
    .set({ nextVisit: afterThisVisit(now) })
    .where("origin", "in", [...origins])
    .execute();
  for (const [at, origin] of origins.entries()) {
    const later = Math.floor((within * at) / origins.length);
    await askVisit(tx, origin, later === 0 ? undefined : new Date(now.getTime() + later));
  }
}

/** Of those that have not answered for a month nothing is shown; of those that have not for three, nothing is left. */
async function settleSilent(tx: Transaction, now: Date): Promise<void> {
  const silent = await tx
    .selectFrom("instances")
    .select(["origin", "state", "source", "seen", "met"])
    .where("source", "<>", "own")
    .where(({ or, eb }) => or([eb("seen", "<", aMonthBefore(now)), eb("seen", "is", null)]))
    .where("met", "<", aMonthBefore(now))
    .limit(500)
    .execute();
  for (const { origin, state, source, seen, met } of silent) {
    const standing = standingOf(seen ?? met, now, seen !== null);
    if (standing === "shown") continue;
    if (state === "known") await hide(tx, origin, now);
    if (standing === "forgotten") await forget(tx, { origin, source }, now);
  }
}

async function hide(tx: Transaction, origin: string, now: Date): Promise<void> {
  await tx.updateTable("instances").set({ state: "hidden" }).where("origin", "=", origin).execute();
  const hosts = await tx.selectFrom("catalogueHosts").select("actor").where("origin", "=", origin).execute();
  for (const { actor } of hosts) await spread(tx, { kind: "left", address: actor, changed: now }, now);
}

// A peer is somebody's wish, and stays.
async function forget(
  tx: Transaction,
  { origin, source }: { readonly origin: string; readonly source: string },
  now: Date,
): Promise<void> {
  const hosts = await tx.deleteFrom("catalogueHosts").where("origin", "=", origin).returning("actor").execute();
  if (source !== "peer") await tx.deleteFrom("instances").where("origin", "=", origin).execute();
  if (hosts.length > 0) await settleTrust(tx, now); // what they said of others counts no longer
}
