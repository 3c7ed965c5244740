import { sql } from "kysely";
import type { Reader } from "../../src/foundation/database.ts";

/** Delivers stored activities to these inboxes, as soon as the transaction commits. */
export async function addDeliveries(
  tx: Reader,
  deliveries: readonly { readonly outgoing: string; readonly inbox: string }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`select from graphile_worker.add_jobs((
    select array_agg(('deliver', delivery, null, now(), 25::smallint, null, 0::smallint, null)::graphile_worker.job_spec)
    from json_array_elements(${JSON.stringify(deliveries)}::json) as given (delivery)))`.execute(tx);
}

/** Sets when a delivery that has a row is tried again; there is one such job for each. */
export async function setTry(tx: Reader, delivery: number, when: Date): Promise<void> {
  await setJob(tx, "redeliver", { delivery }, tryKey(delivery), when);
}

/** Sets the same for many at once. */
export async function setTries(tx: Reader, deliveries: readonly number[], when: Date): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`select from graphile_worker.add_jobs((
    select array_agg((
      'redeliver', json_build_object('delivery', id), null, ${when}::timestamptz, 25::smallint,
      'redeliver:' || id, 0::smallint, null)::graphile_worker.job_spec order by id)
    from unnest(${[...deliveries]}::bigint[]) as given (id)))`.execute(tx);
}

/** A delivery that is done needs no further try. */
export async function dropTry(tx: Reader, delivery: number): Promise<void> {
  await sql`select from graphile_worker.remove_job(${tryKey(delivery)})`.execute(tx);
}

/** Sets when a server whose circuit is open is tried again; there is one such job for each. */
export async function setProbe(tx: Reader, origin: string, when: Date): Promise<void> {
  await setJob(tx, "resume", { origin }, `resume:${origin}`, when);
}

const tryKey = (delivery: number): string => `redeliver:${delivery}`;

// A job under way loses its key to the new one, and is not repeated should its process die.
async function setJob(tx: Reader, task: string, payload: unknown, key: string, when: Date): Promise<void> {
  await sql`select from graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at => ${when}::timestamptz,
    job_key => ${key}::text, job_key_mode => 'replace')`.execute(tx);
}
