import { sql } from "kysely";
import type { Database } from "../foundation/database.ts";
import { concludeIfDue } from "./committing.ts";
import { settleFunding } from "./settling.ts";

/** Brings a request in line with what is promised and with the time, and signs it where that is due. */
export async function bringUpToDate(db: Database, request: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const settled = await settleFunding(tx, request, now);
    if (settled !== null) await concludeIfDue(tx, settled, now);
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
