import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** What one account elsewhere may write here in a day, and all accounts of its server together: drafts and new promises alike. */
export const mostOfActor = 20;
export const mostOfServer = 200;

/**
 * Whether an account elsewhere, or its server, has written so many drafts or new promises within a day that another one is too
 * many; to be asked at the door, where people write them. Promises that other servers send are counted by those.
 */
export async function isTooMuchToday(
  reader: Reader,
  what: "drafts" | "promises",
  actor: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * 3_600_000);
  const written = {
    drafts: sql`select requester as party from funding_requests where created > ${since}`,
    promises: sql`select party from pledges where number = 1 and said > ${since}`,
  }[what];
  const { rows } = await sql<{ actor: number; server: number }>`
    select count(*) filter (where parties.actor = ${actor})::integer as actor, count(*)::integer as server
    from (${written}) as written join parties on parties.id = written.party
    where starts_with(parties.actor, ${`${new URL(actor).origin}/`})`.execute(reader);
  const [counted] = rows;
  return counted !== undefined && (counted.actor >= mostOfActor || counted.server >= mostOfServer);
}
