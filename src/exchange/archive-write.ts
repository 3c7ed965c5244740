import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { archiveVersion } from "./archive.ts";
import { jobsOf, rowsOf } from "./archive-rows.ts";
import { sections } from "./archive-tables.ts";

/** What the archive says besides what the database holds. */
export interface ArchiveHead {
  readonly origin: string;
  /** The version of Essaim that writes. */
  readonly version: string;
  /** Private keys and passwords, sealed already; null when they stay here. */
  readonly sealed: string | null;
}

/** Writes the whole instance as JSON, piece by piece, as it stands when the transaction begins: give it a snapshot. */
export async function* writeArchive(tx: Transaction, { origin, version, sealed }: ArchiveHead): AsyncGenerator<string> {
  const head = {
    ...{ format: "essaim", version: archiveVersion, origin, exported: await now(tx) },
    software: { name: "essaim", version },
  };
  yield `{\n${Object.entries(head).map(member).join(",\n")},\n"data": {`;
  let comma = "";
  for (const [table, section] of sections) {
    yield comma;
    yield* list(table, rowsOf(tx, table, section));
    comma = ",";
  }
  yield "\n},";
  yield* list("jobs", jobsOf(tx));
  yield `,\n${member(["sealed", sealed])}\n}\n`;
}

const member = ([name, value]: [string, unknown]): string => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** A list with one line for each row. */
async function* list(name: string, batches: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  yield `\n${JSON.stringify(name)}: [`;
  let first = true;
  for await (const rows of batches) {
    yield rows.map((row, index) => `${first && index === 0 ? "" : ","}\n${JSON.stringify(row)}`).join("");
    first = false;
  }
  yield first ? "]" : "\n]";
}

/** With microseconds, to be compared with what the database says. */
async function now(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ now: string }>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`.execute(tx);
  return rows[0]?.now ?? new Date().toISOString();
}
