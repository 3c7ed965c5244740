import type { Database } from "../foundation/database.ts";
import { concludeIfDue } from "./committing.ts";
import { settleFunding } from "./settling.ts";

/** The recurring job that lets time do its part: promises run out, requests fail at their deadline, orders are signed when all had their time to confirm. */
export async function settleDueFunding(db: Database, now: Date): Promise<void> {
  const rows = await db
    .selectFrom("fundingRequests")
    .select(["id", "code"])
    .where("state", "in", ["open", "reached"])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("closes", "<=", now),
        eb("askedUntil", "<=", now),
        exists(
          selectFrom("pledges")
            .select("pledges.pledge")
            .whereRef("pledges.request", "=", "fundingRequests.id")
            .where("validUntil", "<=", now)
            .where("act", "not in", ["withdraw", "lapse"]),
        ),
      ]),
    )
    .orderBy("closes")
    .execute();
  for (const { id, code } of rows) {
    await db.transaction().execute(async (tx) => {
      await settleFunding(tx, id, now);
      await concludeIfDue(tx, code, now);
    });
  }
}
