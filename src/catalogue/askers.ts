import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { findPeer } from "../peers/queries.ts";
import { budget } from "./gossip.ts";
import { findSwarmSettings } from "./swarm-settings.ts";
import { settleTrust } from "./trust.ts";
import { askVisit } from "./visits.ts";

/**
 * An instance waits for us to decide. Where those who are vouched for need not wait, it is looked at: its visit shows
 * who it is, and then its trust settles whether it is let in. One that is known already is let in at once.
 */
export async function considerAsker(tx: Transaction, peer: string, now: Date): Promise<void> {
  if (!(await findSwarmSettings(tx)).welcomeVouched) return;
  const asker = await findPeer(tx, peer);
  if (asker === null || asker.blocked || asker.theirs !== "pending" || asker.decision !== null) return;
  const { origin, actor, name } = asker;
  await settleTrust(tx, now, [origin]);
  if (await hasTooManySiblings(tx, origin)) return;
  await tx
    .insertInto("instances")
    .values({ origin, actor, name, source: "peer", hops: 1, met: now, nextVisit: now })
    .onConflict((known) => known.column("origin").doNothing())
    .execute();
  await askVisit(tx, origin);
}

// Whoever has many names below one domain could otherwise have us visit them all.
async function hasTooManySiblings(reader: Reader, origin: string): Promise<boolean> {
  const { count } = await reader
    .selectFrom("instances")
    .select(sql<number>`count(*)`.as("count"))
    .where(sql<boolean>`domain = registrable_domain(${origin}) and origin <> ${origin}`)
    .executeTakeFirstOrThrow();
  return count >= budget.siblings;
}
