import type { Transaction } from "../foundation/database.ts";
import { dropHost, dropOffers } from "./dropping.ts";
import { spread } from "./tidings.ts";
import { askVisit } from "./visits.ts";

/**
 * An actor elsewhere is no more, as its own server says: as a host or an offer it is listed no longer, from this moment
 * on, and those who hear of it from here are told to look.
 */
export async function eraseListed(tx: Transaction, actor: string, now: Date): Promise<void> {
  const offer = await tx.selectFrom("catalogueOffers").select("actor").where("actor", "=", actor).executeTakeFirst();
  if (offer !== undefined) {
    await dropOffers(tx, [actor], now);
    await spread(tx, { kind: "changed", address: actor, changed: now }, now);
  }
  for (const host of await listHostsOf(tx, actor)) {
    await dropHost(tx, host.actor, now);
    await spread(tx, { kind: "left", address: host.actor, changed: now }, now);
    await askVisit(tx, host.origin); // whether it has another one, or is no more itself
  }
}

/** The host of this actor, and where it is an instance, those that live there. Our own are nobody's to erase. */
async function listHostsOf(tx: Transaction, actor: string) {
  return tx
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select(["catalogueHosts.actor", "catalogueHosts.origin"])
    .where("source", "<>", "own")
    .where(({ or, eb }) => or([eb("catalogueHosts.actor", "=", actor), eb("instances.actor", "=", actor)]))
    .execute();
}
