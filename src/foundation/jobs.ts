import { type RawBuilder, sql } from "kysely";
import type { Reader, Transaction } from "./database.ts";

/** When and how a job runs; what is left out is left to the queue. */
export interface JobOptions {
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** A second job with the same key replaces the first's payload, and runs at the earlier of their two times. */
  readonly key?: string;
  readonly maxAttempts?: number;
}

/** Adds a background job; on a transaction it exists only if that commits. */
export async function addJob(tx: Reader, task: string, payload: unknown, options: JobOptions = {}): Promise<void> {
  await sql`select from graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 25}::integer,
    job_key => ${options.key ?? null}::text,
    job_key_mode => ${options.key === undefined ? null : keepingEarlier(options.key, options.runAt)}::text)`.execute(
    tx,
  );
}

// What waits for its turn of the day must not hold back what has just come, nor that start anew with each who wants the same.
const keepingEarlier = (key: string, runAt: Date | undefined) => sql`(
    select case when exists (
      select from graphile_worker._private_jobs where key = ${key} and run_at <= coalesce(${runAt ?? null}::timestamptz, now())
    ) then 'preserve_run_at' else 'replace' end)`;

/** Takes back the jobs whose keys begin so; one that is under way is not repeated. */
export async function dropJobs(tx: Reader, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(key) from (
    select key from graphile_worker._private_jobs where starts_with(key, ${key})) as keyed`.execute(tx);
}

/** The jobs that are still to be done, those under way among them, as `addAllJobs` takes them up again elsewhere. */
export const waitingJobs = `
  select identifier as task, payload, queue_name as queue, job.run_at, job.max_attempts, job.key, job.priority
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id
  left join graphile_worker._private_job_queues as queue on queue.id = job.job_queue_id
  where job.attempts < job.max_attempts or job.locked_at is not null
  order by job.priority, job.run_at, job.id`;

/** The columns of `waitingJobs`, with their types. */
export const jobColumns =
  "task text, payload json, queue text, run_at timestamptz, max_attempts smallint, key text, priority smallint";

/** Adds all jobs of a table that has the columns of `waitingJobs`, and `n` for their order. */
export async function addAllJobs(tx: Transaction, table: RawBuilder<unknown>): Promise<void> {
  await sql`
    select from (
      select array_agg((task, payload, queue, run_at, max_attempts, key, priority, null)::graphile_worker.job_spec order by n) as specs
      from ${table} having count(*) > 0) as jobs, lateral graphile_worker.add_jobs(specs)`.execute(tx);
}

/** Forgets all jobs; only where nothing runs. */
export async function dropAllJobs(tx: Transaction): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`.execute(tx);
}
