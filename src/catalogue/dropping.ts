import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { depart } from "./departed.ts";
import { holdSaid, noteGone } from "./news.ts";
import { sealOfRow } from "./offer-seal.ts";
import { leaveEntries } from "./projection.ts";
import { settleTrust } from "./trust.ts";

/** Forgets offers that their own instance, asked then, no longer shows; what an earlier answer still shows does not bring them back. */
export async function dropOffers(tx: Transaction, actors: readonly string[], asked: Date): Promise<readonly string[]> {
  if (actors.length === 0) return [];
  await tx
    .deleteFrom("catalogueJoint")
    .where("actor", "in", [...actors])
    .where("asked", "<=", asked)
    .execute();
  const held = await tx
    .selectFrom("catalogueOffers")
    .select(["actor", "host"])
    .where("actor", "in", [...actors])
    .where("asked", "<=", asked)
    .execute();
  await lockHosts(
    tx,
    held.map(({ host }) => host),
  );
  const dropped = held.map(({ actor }) => actor);
  await noteGone(tx, await holdSaid(tx, dropped), asked);
  await forgetOffers(tx, dropped);
  await depart(tx, "offer", actors, asked);
  return dropped;
}

/** Forgets a host that is gone, with all its offers; false when it was not known. */
export async function dropHost(tx: Transaction, actor: string, now: Date): Promise<boolean> {
  const offers = await tx.selectFrom("catalogueOffers").select("actor").where("host", "=", actor).execute();
  const leaving = offers.map((offer) => offer.actor);
  await noteGone(tx, await holdSaid(tx, leaving), now);
  await tx.deleteFrom("catalogueEntries").where("host", "=", actor).execute();
  const vouches = await tx.selectFrom("catalogueVouches").select("address").where("voucher", "=", actor).execute();
  const dropped = await tx
    .deleteFrom("catalogueHosts")
    .where("actor", "=", actor)
    .returning("actor")
    .executeTakeFirst();
  await depart(tx, "host", [actor], now);
  if (vouches.length > 0) await settleTrust(tx, now);
  return dropped !== undefined;
}

/** Forgets what was altered here since it was kept: its own instance is asked for it again. */
export async function forgetAltered(tx: Transaction, origin: string): Promise<void> {
  const altered = await tx
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .select("catalogueOffers.actor")
    .where("origin", "=", origin)
    .where("seal", "<>", sealOfRow)
    .execute();
  await forgetOffers(
    tx,
    altered.map(({ actor }) => actor),
  );
}

/** Forgets offers without a word: they may come back. */
export async function forgetOffers(tx: Transaction, actors: readonly string[]): Promise<void> {
  if (actors.length === 0) return;
  await leaveEntries(tx, actors);
  await tx
    .deleteFrom("catalogueOffers")
    .where("actor", "in", [...actors])
    .execute();
}

/** Holds these hosts, and says which of them are known: what is kept and what is dropped of one host never cross. In the order of their addresses: two never wait for each other. */
export async function lockHosts(tx: Transaction, actors: readonly string[]): Promise<ReadonlySet<string>> {
  if (actors.length === 0) return new Set();
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(tx); // as the triggers do, and before any row
  const locked = await tx
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("actor", "in", [...new Set(actors)])
    .orderBy("actor")
    .forNoKeyUpdate()
    .execute();
  return new Set(locked.map(({ actor }) => actor));
}
