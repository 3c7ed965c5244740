import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Commitment } from "../hosts/host.ts";
import { digestOf } from "./digests.ts";

/**
 * Notes which reviews speak of what a host claims in these very words. One that speaks of anything else is shown nowhere:
 * nobody's words are put into another's mouth. Once met, a review stays one of what was claimed, whatever is claimed later.
 */
export async function meetClaims(tx: Transaction, now: Date, hosts: readonly string[]): Promise<void> {
  const pairs = await listClaimed(tx, hosts);
  if (pairs.length === 0) return;
  await sql`
    update listed_reviews as review set met = ${now}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as claimed (actor text, digest text)
    where review.reviewed = claimed.actor and review.digest = claimed.digest and met is null`.execute(tx);
}

/** What these hosts claim now, of which somebody says something that was not met yet. */
async function listClaimed(reader: Reader, hosts: readonly string[]) {
  const rows = await reader
    .selectFrom("catalogueHosts")
    .select(["actor", sql<readonly Commitment[] | null>`profile->'commitments'`.as("commitments")])
    .where(sql<boolean>`actor = any(${[...hosts]})`)
    .where(sql<boolean>`exists (select from listed_reviews where reviewed = actor and met is null)`)
    .execute();
  return rows.flatMap(({ actor, commitments }) =>
    (commitments ?? []).map(({ claim }) => ({ actor, digest: digestOf(claim) })),
  );
}
