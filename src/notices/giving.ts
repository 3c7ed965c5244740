import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { NoticeWhat } from "./notices.ts";

/** What is told, of which request, and by which event. */
export interface Telling {
  readonly what: NoticeWhat;
  /** The id of the request. */
  readonly request: string;
  readonly event: string;
  readonly happened: Date;
}

/** Tells some parties something, each once. Returns the ids of those who did not know. */
export async function giveNotices(
  tx: Transaction,
  parties: readonly string[],
  { what, request, event, happened }: Telling,
): Promise<readonly string[]> {
  if (parties.length === 0) return [];
  const rows = [...new Set(parties)].map((party) => ({ id: randomUUID(), party, request, what, event, happened }));
  const given = await tx
    .insertInto("notices")
    .values(rows)
    .onConflict((known) => known.doNothing())
    .returning("party")
    .execute();
  return given.map(({ party }) => party);
}

/** That others promised: what is unread already says it, and only becomes newer. */
export async function givePromisesNotice(
  tx: Transaction,
  party: string,
  { request, event, happened }: Omit<Telling, "what">,
): Promise<void> {
  await sql`
    insert into notices (id, party, request, what, event, happened)
    values (${randomUUID()}, ${party}, ${request}, 'promises', ${event}, ${happened})
    on conflict (party, request) where what = 'promises' and seen is null do update set happened = excluded.happened`.execute(
    tx,
  );
}

/** Who asks, and who signs for all. */
export function ownersOf({ requester, steward }: Pick<FundingRequest, "requester" | "steward">): readonly string[] {
  return [requester.id, ...(steward ? [steward.id] : [])];
}

/** Those who have a promise that still binds them towards a request. */
export async function listPromisers(reader: Reader, request: string): Promise<readonly string[]> {
  const { rows } = await sql<{ party: string }>`
    select distinct party from pledges
    where request = ${request} and act not in ('withdraw', 'lapse') and not exists (select from pledges as later
      where later.pledge = pledges.pledge and later.number = pledges.number + 1)`.execute(reader);
  return rows.map(({ party }) => party);
}

/** Whose each of these promises is. */
export async function findPromisers(reader: Reader, pledges: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom("pledges")
    .select(["pledge", "party"])
    .where("pledge", "in", pledges)
    .where("number", "=", 1)
    .execute();
  return new Map(rows.map(({ pledge, party }) => [pledge, party]));
}
