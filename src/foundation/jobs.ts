import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** When and how a job runs; what is left out is left to the queue. */
export interface JobOptions {
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** A second job with the same key replaces the first's payload and keeps its time. */
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
    job_key_mode => ${options.key === undefined ? null : "preserve_run_at"}::text)`.execute(tx);
}
