import { sql } from "kysely";
import { changesName } from "./changed.ts";
import type { Reader } from "./database.ts";
import { lifeName } from "./lives.ts";

/** Whether a server answers or works on this database now, on whatever machine: each holds a connection of such a name. */
export async function serverRuns(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`
    select exists (select from pg_stat_activity
      where datname = current_database() and application_name in (${lifeName}, ${changesName})) as runs`.execute(
    reader,
  );
  return rows[0]?.runs === true;
}
