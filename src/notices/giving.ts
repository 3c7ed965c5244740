import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { NoticeGiven } from "./events.ts";
import type { NoticeWhat } from "./notices.ts";

/** What is told, of which request, and by which event. */
export interface Telling {
  readonly what: NoticeWhat;
  /** The id of the request. */
  readonly request: string;
  readonly event: string;
  readonly happened: Date;
}

/** Tells some parties something, each once. */
export async function giveNotices(
  tx: Transaction,
  parties: readonly string[],
  { what, request, event, happened }: Telling,
): Promise<void> {
  if (parties.length === 0) return;
  const rows = [...new Set(parties)].map((party) => ({ id: randomUUID(), party, request, what, event, happened }));
  const given = await tx
    .insertInto("notices")
    .values(rows)
    .onConflict((known) => known.doNothing())
    .returning(["id", "party"])
    .execute();
  if (carried.includes(what)) await announce(tx, given, happened);
}

/** What those hear as a message too who came with an account of another server: there is no letter for them. */
const carried: readonly NoticeWhat[] = [
  ...(["confirm", "lapsed", "reopened", "committed", "failed", "cancelled", "chosen"] as const),
];

async function announce(
  tx: Transaction,
  given: readonly { readonly id: string; readonly party: string }[],
  happened: Date,
): Promise<void> {
  if (given.length === 0) return;
  const elsewhere = await tx
    .selectFrom("parties")
    .select("id")
    .where(
      "id",
      "in",
      given.map(({ party }) => party),
    )
    .where("actor", "is not", null)
    .execute();
  const parties = new Set(elsewhere.map(({ id }) => id));
  for (const { id: notice } of given.filter(({ party }) => parties.has(party))) {
    const event: NoticeGiven = { id: randomUUID(), name: "notice-given", happened: happened.toISOString(), notice };
    await record(tx, event);
  }
}

/** That others promised: what is unread already says it, and only becomes newer; a letter may tell it again. */
export async function givePromisesNotice(
  tx: Transaction,
  party: string,
  { request, event, happened }: Omit<Telling, "what">,
): Promise<void> {
  await sql`
    insert into notices (id, party, request, what, event, happened)
    values (${randomUUID()}, ${party}, ${request}, 'promises', ${event}, ${happened})
    on conflict (party, request) where what = 'promises' and seen is null
      do update set happened = excluded.happened, number = default`.execute(tx);
}

/** Tells a party something, once, of a request of another instance. */
export async function giveCampaignNotice(
  tx: Transaction,
  party: string,
  { campaign, what, event, happened }: Omit<Telling, "request"> & { readonly campaign: string },
): Promise<void> {
  await tx
    .insertInto("notices")
    .values({ id: randomUUID(), party, campaign, what, event, happened })
    .onConflict((known) => known.doNothing())
    .execute();
}

/** Tells a party what happened to something that it asks of several hosts. */
export async function giveAskingNotice(
  tx: Transaction,
  party: string,
  { asking, what, event, happened }: Omit<Telling, "request"> & { readonly asking: string },
): Promise<void> {
  const given = await tx
    .insertInto("notices")
    .values({ id: randomUUID(), party, asking, what, event, happened })
    .onConflict((known) => known.doNothing())
    .returning(["id", "party"])
    .execute();
  await announce(tx, given, happened);
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
