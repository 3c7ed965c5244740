import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** How many letters the mail server has not taken yet, though they were tried; each is tried again. */
export async function countLateLetters(reader: Reader): Promise<number> {
  const { rows } = await sql<{ late: number }>`
    select count(*) as late from graphile_worker.jobs
    where task_identifier = 'mail' and attempts between 1 and max_attempts - 1 and last_error is not null`.execute(
    reader,
  );
  return rows[0]?.late ?? 0;
}
