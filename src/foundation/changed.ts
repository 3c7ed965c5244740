import { sql } from "kysely";
import pg from "pg";
import type { Transaction } from "./database.ts";
import { changesChannel } from "./own-commits.ts";

/** What the connection of a process that listens is called in PostgreSQL. */
export const changesName = "essaim-changes";

/** Tells every process, once this transaction commits, that what it remembers of this site may be old. */
export async function notifyChanged(tx: Transaction): Promise<void> {
  await sql`select ${noticeOfChange}`.execute(tx);
}

/** The same, as a column of a statement that does something else besides. */
export const noticeOfChange = sql<string>`pg_notify(${sql.lit(changesChannel)}, '')`;

/** Calls `changed` whenever a transaction somewhere has notified; `lost` when the connection is gone and notices are missed. */
export async function listenForChanges(
  url: string,
  changed: () => void,
  lost: (error: Error) => void,
): Promise<{ stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: changesName });
  client.on("error", lost);
  client.on("notification", changed);
  await client.connect();
  await client.query(`listen ${changesChannel}`);
  return { stop: () => client.end() };
}
