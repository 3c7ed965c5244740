import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";

/** Holds a request alone until this transaction ends, to sum what was promised and move it on. Nothing is written for it. */
export async function holdFunding(tx: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, ${space}))`.execute(tx);
}

/** Holds a request alone if nobody else holds it at this moment; what this transaction holds itself is no hindrance. */
export async function triesToHoldFunding(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${id}, ${space})) as alone`.execute(tx);
  return rows[0]?.alone === true;
}

/** Holds a request to promise something: beside others, unless there is a cap, which only one at a time can keep to. */
export async function holdToPromise(tx: Transaction, id: string): Promise<void> {
  const key = sql`hashtextextended(${id}, ${space})`;
  await sql`select case when cap is null then pg_advisory_xact_lock_shared(${key})::text else pg_advisory_xact_lock(${key})::text end
    from funding_requests where id = ${id}`.execute(tx);
}

const space = 38; // any number that no other advisory lock is made with
