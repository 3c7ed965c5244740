import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** Whether a server answers or works on this database now, on whatever machine: each holds a connection of such a name. */
export async function serverRuns(reader: Reader): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`
    select exists (select from pg_stat_activity
      where datname = current_database() and application_name in ('essaim-life', 'essaim-changes')) as runs`.execute(
    reader,
  );
  return rows[0]?.runs === true;
}

/** Lets identity columns go on from the highest number that their table holds. */
export async function setSequences(reader: Reader): Promise<void> {
  const { rows } = await sql<{ relation: string; name: string; sequence: string }>`
    select quote_ident(relname) as relation, quote_ident(attname) as name,
      pg_get_serial_sequence(format('%I.%I', current_schema(), relname), attname) as sequence
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and attidentity <> ''`.execute(
    reader,
  );
  for (const { relation, name, sequence } of rows) {
    const highest = sql`(select max(${sql.raw(name)}) from ${sql.raw(relation)})`;
    await sql`select setval(${sequence}::regclass, coalesce(${highest}, 1), ${highest} is not null)`.execute(reader);
  }
}
