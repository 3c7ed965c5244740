import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { forgetOffers } from "./dropping.ts";
import { settleTrust } from "./trust.ts";

/** A domain is blocked: nothing of it is shown from now on, nor visited, and what its hosts say of others counts no longer. */
export async function cutOff(tx: Transaction, domain: string, now: Date): Promise<void> {
  const within = await tx
    .updateTable("instances")
    .set({ state: "candidate", nextVisit: null, progress: null, digest: null })
    .where(sql<boolean>`is_within(origin, ${domain})`)
    .where("source", "<>", "own")
    .returning("origin")
    .execute();
  if (within.length > 0) await settleTrust(tx, now);
  await forgetOffers(tx, await listGivenWithin(tx, domain));
}

/** What others give together with somebody on this domain: it would lead people there. */
async function listGivenWithin(tx: Transaction, domain: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly actor: string }>`
    select distinct actor from catalogue_entries, unnest(partners) as partner
    where partners <> '{}' and is_within(partner, ${domain})`.execute(tx);
  return rows.map(({ actor }) => actor);
}

/** It no longer is: its instances are candidates again, until a new visit shows what they are. */
export async function meetAgain(tx: Transaction, domain: string, now: Date): Promise<void> {
  await tx
    .updateTable("instances")
    .set({ nextVisit: now, failures: 0, problem: null })
    .where(sql<boolean>`is_within(origin, ${domain}) and not is_blocked(origin)`)
    .where("source", "<>", "own")
    .execute();
  await settleTrust(tx, now);
}
