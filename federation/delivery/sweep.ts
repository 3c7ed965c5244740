import { sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";
import { setProbe, setTry } from "./delivery-jobs.ts";
import { longestEffort } from "./schedule.ts";

/** Gives up what has been held for 14 days, and sets anew the jobs that were lost on the way, as a restored backup may lose them. */
export async function sweepDeliveries(db: Database): Promise<void> {
  const lost = sql<Date>`now() - interval '1 hour'`;
  await db
    .updateTable("deliveries")
    .set({ state: "failed", nextTry: null })
    .where("state", "=", "held")
    .where("firstTry", "<", new Date(Date.now() - longestEffort))
    .execute();
  const late = await db
    .selectFrom("deliveries")
    .select("id")
    .where("state", "=", "waiting")
    .where("nextTry", "<", lost)
    .execute();
  for (const { id } of late) await setTry(db, id, new Date());
  const silent = await db.selectFrom("peerOrigins").select("origin").where("probe", "<", lost).execute();
  for (const { origin } of silent) await setProbe(db, origin, new Date());
}
