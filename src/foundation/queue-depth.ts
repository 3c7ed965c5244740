import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** How many jobs there are: due and waiting, for later, in hand, and given up. */
export async function countJobs(reader: Reader) {
  const { rows } = await sql<{ due: number; later: number; running: number; failed: number }>`
    select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as due,
      count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()) as later,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
    from graphile_worker.jobs`.execute(reader);
  return rows[0] ?? { due: 0, later: 0, running: 0, failed: 0 };
}

/** For how many seconds the oldest job that is due has waited; 0 when none waits. */
export async function oldestDueJob(reader: Reader): Promise<number> {
  const { rows } = await sql<{ age: number }>`
    select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as age from graphile_worker.jobs
    where locked_at is null and attempts < max_attempts and run_at <= now()`.execute(reader);
  return rows[0]?.age ?? 0;
}
