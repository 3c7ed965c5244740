import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { FundingEndsSoon, FundingSettled } from "../funding/events.ts";
import { concludeIfDue } from "./committing.ts";
import { settleFunding } from "./settling.ts";

/** Brings a request in line with what is promised and with the time, and signs it where that is due. */
export async function bringUpToDate(db: Database, request: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const settled = await settleFunding(tx, request, now);
    if (settled !== null) await concludeIfDue(tx, settled, now);
  });
}

/** The same after promises came, changed or went: what is promised now is told once for all of a minute. */
export async function settlePromised(db: Database, request: string, now: Date): Promise<void> {
  await bringUpToDate(db, request, now);
  const about = { id: randomUUID(), happened: now.toISOString(), request };
  const settled: FundingSettled = { ...about, name: "funding-settled" };
  await db.transaction().execute((tx) => record(tx, settled, { subject: request, seconds: 60 }));
}

/** The recurring job that says of each request, once for each end it has, that its last day has begun; of one that is hardly longer open, nothing. */
export async function announceEnds(db: Database, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update funding_requests set end_announced = closes
      where state in ('open', 'reached') and asked is null and closes > ${now}
        and closes <= ${now}::timestamptz + interval '1 day' and opened < closes - interval '2 days'
        and end_announced is distinct from closes
      returning id`.execute(tx);
    for (const { id: request } of rows) {
      const about = { id: randomUUID(), happened: now.toISOString(), request };
      await record(tx, { ...about, name: "funding-ends-soon" } satisfies FundingEndsSoon);
    }
  });
}

/** The recurring job that lets time do its part: promises run out, requests fail at their deadline, orders are signed when all had their time to confirm. */
export async function settleDueFunding(db: Database, now: Date): Promise<void> {
  const ranOut = sql<boolean>`exists (select from pledges
    where pledges.request = funding_requests.id and valid_until <= ${now} and act not in ('withdraw', 'lapse')
      and not exists (select from pledges as later where later.pledge = pledges.pledge and later.number = pledges.number + 1))`;
  const rows = await db
    .selectFrom("fundingRequests")
    .select("id")
    .where("state", "in", ["open", "reached"])
    .where(({ or, eb }) => or([eb("closes", "<=", now), eb("askedUntil", "<=", now), ranOut]))
    .orderBy("closes")
    .execute();
  for (const { id } of rows) await bringUpToDate(db, id, now);
}
