import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { addAllJobs, jobColumns, waitingJobs } from "../foundation/jobs.ts";
import type { Section } from "./archive-tables.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];

/** How many rows are in hand at a time. */
const batch = 500;

/** The rows of a table as the archive has them, some at a time; instants keep their microseconds. */
export function rowsOf(tx: Transaction, table: string, { columns, order }: Section): AsyncGenerator<Rows> {
  const by = sql.join(order.map((column) => sql.ref(column)));
  return fetched(tx, sql`select ${objectOf(Object.keys(columns))} as row from ${sql.table(table)} order by ${by}`);
}

/** What the archive has of a job. */
const jobNames = ["task", "payload", "queue", "runAt", "maxAttempts", "key", "priority"] as const;

/** The jobs that wait, in the same way. */
export function jobsOf(tx: Transaction): AsyncGenerator<Rows> {
  return fetched(tx, sql`select ${objectOf(jobNames)} as row from (${sql.raw(waitingJobs)}) as waiting`);
}

/** Puts rows of an archive into their table. */
export async function insertRows(tx: Transaction, table: string, { columns }: Section, rows: Rows): Promise<void> {
  const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)));
  for (const some of batches(rows)) {
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from json_populate_recordset(null::${sql.table(table)}, ${some}::json)`.execute(tx);
  }
}

/** Adds the jobs of an archive. */
export async function insertJobs(tx: Transaction, jobs: Rows): Promise<void> {
  for (const some of batches(jobs)) {
    await addAllJobs(
      tx,
      sql`rows from (json_to_recordset(${some}::json) as (${sql.raw(jobColumns)}))
        with ordinality as given (task, payload, queue, run_at, max_attempts, key, priority, n)`,
    );
  }
}

function objectOf(names: readonly string[]): RawBuilder<unknown> {
  return sql`json_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql.ref(name)]))})`;
}

async function* fetched(tx: Transaction, query: RawBuilder<unknown>): AsyncGenerator<Rows> {
  await sql`set local time zone 'UTC'`.execute(tx);
  await sql`declare archived no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ row: Rows[number] }>`fetch ${sql.lit(batch)} from archived`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close archived`.execute(tx);
}

function* batches(rows: Rows): Generator<string> {
  for (let from = 0; from < rows.length; from += batch) {
    yield JSON.stringify(rows.slice(from, from + batch).map(withColumnNames));
  }
}

function withColumnNames(row: Rows[number]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
}

/** The name in the database: `inReplyTo` is `in_reply_to` there. */
const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
