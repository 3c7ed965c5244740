import { sql } from "kysely";
import type { Reader } from "./database.ts";

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
