import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** How many bytes the database takes. */
export async function findDatabaseBytes(reader: Reader): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(reader);
  return rows[0]?.bytes ?? 0;
}
