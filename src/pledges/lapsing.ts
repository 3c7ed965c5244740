import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { enterPledge } from "./announcing.ts";
import { entryOf } from "./ledger.ts";
import { type Entry, isConfirmed } from "./pledges.ts";
import { counts, tallyFor } from "./tallies.ts";

/** Lets the promises go whose own time is over. The request is held alone. */
export async function lapseRunOut(tx: Transaction, request: FundingRequest, now: Date): Promise<void> {
  await lapse(tx, request, await listLive(tx, request.id, now), now);
}

/** Lets the promises go that nobody confirmed since everybody was asked. The request is held alone. */
export async function lapseUnconfirmed(tx: Transaction, request: FundingRequest, now: Date): Promise<void> {
  await lapse(tx, request, await listUnconfirmed(tx, request), now);
}

/** Lets the promises go that count for nothing, since their conditions do not hold. The request is held alone. */
export async function lapseIdle(tx: Transaction, request: FundingRequest, now: Date): Promise<void> {
  const tally = await tallyFor(tx, request.id);
  const entries = await listLive(tx, request.id);
  await lapse(
    tx,
    request,
    entries.filter((entry) => !counts(entry, tally)),
    now,
  );
}

/** The promises that nobody has confirmed since everybody was asked. */
export async function listUnconfirmed(reader: Reader, { id, asked }: FundingRequest): Promise<readonly Entry[]> {
  return (await listLive(reader, id)).filter((entry) => !isConfirmed(entry, asked?.since ?? null));
}

async function lapse(tx: Transaction, { terms }: FundingRequest, entries: readonly Entry[], now: Date): Promise<void> {
  for (const entry of entries) {
    const lapsed: Entry = { ...entry, act: "lapse", number: entry.number + 1, said: now };
    await enterPledge(tx, lapsed, terms.goal.currency);
  }
}

/** The last rows of the promises that bind; with an instant, of those whose own time is over by then. */
async function listLive(reader: Reader, request: string, runOutBy: Date | null = null): Promise<readonly Entry[]> {
  let query = reader
    .selectFrom("pledges")
    .selectAll()
    .where("request", "=", request)
    .where("act", "not in", ["withdraw", "lapse"])
    .where(sql<boolean>`not exists (select from pledges as later
      where later.pledge = pledges.pledge and later.number = pledges.number + 1)`)
    .orderBy("pledge");
  if (runOutBy !== null) query = query.where("validUntil", "<=", runOutBy);
  return (await query.execute()).map(entryOf);
}
