import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Manifest } from "./backup.ts";

interface Found {
  readonly name: string;
  readonly columns: string[];
  /** The other tables that its rows refer to. */
  readonly refers: string[];
}

/** Every table of ours with its columns, each after those it refers to. */
export async function listOwnTables(reader: Reader): Promise<Manifest["tables"]> {
  const { rows } = await sql<Found>`
    select relname as name,
      array(select attname::text from pg_attribute
        where attrelid = tables.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select distinct target.relname::text from pg_constraint as link join pg_class as target on target.oid = confrelid
        where conrelid = tables.oid and contype = 'f' and confrelid <> tables.oid) as refers
    from pg_class as tables
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
      and relpersistence = 'p' and relname not like 'kysely\\_migration%'
    order by relname`.execute(reader);
  return inOrder(rows);
}

function inOrder(found: readonly Found[]): Manifest["tables"] {
  const placed = new Map<string, Found>();
  while (placed.size < found.length) {
    const ready = found.filter(({ name, refers }) => !placed.has(name) && refers.every((table) => placed.has(table)));
    if (ready.length === 0)
      throw new Error("some tables refer to each other in a circle: they cannot be restored one by one");
    for (const table of ready) placed.set(table.name, table);
  }
  return [...placed.values()].map(({ name, columns }) => ({ name, columns }));
}
