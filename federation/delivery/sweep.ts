import { sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";
import { setProbe, setTries } from "./delivery-jobs.ts";
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
  await setTries(
    db,
    late.map(({ id }) => id),
    new Date(),
  );
  const silent = await db.selectFrom("peerOrigins").select("origin").where("probe", "<", lost).execute();
  for (const { origin } of silent) await setProbe(db, origin, new Date());
}

/**
 * Removes what was said between two and has arrived everywhere, a day after: nobody can ask for it any more. What was said
 * in public stays, since it can be fetched; so does what never got through, since it can be sent again.
 */
export async function sweepBodies(db: Database): Promise<void> {
  await sql`
    delete from outgoing where not public and created < now() - interval '1 day'
    and not exists (select from deliveries where deliveries.outgoing = outgoing.id)
    and not exists (
      select from graphile_worker._private_jobs as jobs
      join graphile_worker._private_tasks as tasks on tasks.id = task_id
      where identifier = 'deliver' and payload ->> 'outgoing' = outgoing.id::text)`.execute(db);
}
