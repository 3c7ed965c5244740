import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import { enterList } from "./changes.ts";
import type { GivenList } from "./gather.ts";
import { Found, type ListProblem, type Reading, type ReadingState } from "./reading.ts";

/** Has a list read, so that its page can say what it would bring. Returns the reading's id. */
export async function beginReading(
  tx: Transaction,
  { source, file, account, now }: GivenList & { readonly account: string; readonly now: Date },
): Promise<string> {
  const id = randomUUID();
  const given = file === null ? null : Buffer.from(file);
  await tx
    .insertInto("unclaimedReadings")
    .values({ id, source: source.slice(0, 2_000), state: "reading", given, account, begun: now, changed: now })
    .execute();
  await addJob(tx, "read-unclaimed", { reading: id }, { maxAttempts: 5 });
  return id;
}

/** Enters what a reading found; null when it is not there to be taken any more. */
export async function takeReading(tx: Transaction, id: string, now: Date): Promise<number | null> {
  const row = await tx
    .updateTable("unclaimedReadings")
    .set({ state: "taken", changed: now })
    .where("id", "=", id)
    .where("state", "=", "seen")
    .returning(["source", "found"])
    .executeTakeFirst();
  return row ? await enterList(tx, row.source, Found.parse(row.found), now) : null;
}

/** Leaves it; nothing was changed. */
export async function dropReading(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("unclaimedReadings")
    .set({ state: "dropped", given: null, found: null, changed: now })
    .where("id", "=", id)
    .where("state", "in", ["reading", "seen", "refused"])
    .execute();
}

export async function findReading(reader: Reader, id: string): Promise<Reading | null> {
  const row = await reader.selectFrom("unclaimedReadings").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? readingOf(row) : null;
}

/** The last ones, the newest first. */
export async function listReadings(reader: Reader, limit: number): Promise<readonly Reading[]> {
  const rows = await reader
    .selectFrom("unclaimedReadings")
    .select(columns)
    .orderBy("begun", "desc")
    .limit(limit)
    .execute();
  return rows.map(readingOf);
}

/** What was begun 90 days ago is forgotten. */
export async function sweepReadings(db: Database): Promise<void> {
  await db.deleteFrom("unclaimedReadings").where("begun", "<", sql<Date>`now() - interval '90 days'`).execute();
}

const columns = ["id", "source", "state", "step", "looked", "known", "found", "problem", "begun"] as const;

interface Row extends Omit<Reading, "state" | "found" | "problem"> {
  readonly state: string;
  readonly found: unknown;
  readonly problem: string | null;
}

const readingOf = (row: Row): Reading => ({
  ...row,
  state: row.state as ReadingState,
  found: row.found === null ? null : Found.parse(row.found),
  problem: row.problem as ListProblem | null,
});
