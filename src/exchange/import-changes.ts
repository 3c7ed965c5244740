import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import { type Given, pack } from "./import-material.ts";

/** What somebody at the desk wants taken in. */
export interface Wanted {
  readonly given: Given;
  /** Of a file of several hosts: which one this site is. */
  readonly host: string | null;
  readonly account: string;
  readonly now: Date;
}

/** Has a file or an address looked at, so that its page can show what it would change. Returns the import's id. */
export async function beginImport(tx: Transaction, { given, host, account, now }: Wanted): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("imports")
    .values({
      ...{ id, source: given.source.slice(0, 2_000), host, account, begun: now, changed: now },
      ...{ state: "looking", material: await pack(given) },
    })
    .execute();
  await addJob(tx, "import", { import: id }, { maxAttempts: 5 });
  return id;
}

/** Has what was shown taken in, but for the fields that are to stay; false when it is not there to be taken any more. */
export async function takeImport(tx: Transaction, id: string, kept: readonly string[], now: Date): Promise<boolean> {
  const taking = await tx
    .updateTable("imports")
    .set({ state: "taking", kept: [...kept], changed: now })
    .where("id", "=", id)
    .where("state", "=", "seen")
    .returning("id")
    .executeTakeFirst();
  if (!taking) return false;
  await addJob(tx, "import", { import: id }, { maxAttempts: 5 });
  return true;
}

/** Leaves it; nothing was changed. False when it has been taken already. */
export async function dropImport(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const dropped = await tx
    .updateTable("imports")
    .set({ state: "dropped", material: null, changed: now })
    .where("id", "=", id)
    .where("state", "in", ["looking", "seen", "refused"])
    .returning("id")
    .executeTakeFirst();
  return dropped !== undefined;
}

/** What was begun 90 days ago is forgotten. */
export async function sweepImports(db: Database): Promise<void> {
  await db.deleteFrom("imports").where("begun", "<", sql<Date>`now() - interval '90 days'`).execute();
}
