import { sql } from "kysely";
import type { Reader } from "../../src/foundation/database.ts";
import type { Sending } from "../../src/messages/answer.ts";
import { answerActivity } from "../answers.ts";

/** How far each answer of ours is, as it now stands: told to its asker's server, on its way, or given up. */
export async function listSendings(reader: Reader, answers: readonly string[]): Promise<ReadonlyMap<string, Sending>> {
  if (answers.length === 0) return new Map();
  const rows = await reader
    .selectFrom("answers")
    .select(["id", "version", "told", "deleted"])
    .where("id", "in", [...answers])
    .execute();
  const activities = rows.map(answerActivity);
  const stored = await storedOf(reader, activities);
  const leaving = await leavingOf(reader, activities);
  return new Map(
    rows.map((row) => {
      const activity = answerActivity(row);
      const onWay: Sending = { state: "waiting", status: null, problem: null };
      if (row.told < row.version || leaving.has(activity)) return [row.id, onWay];
      return [row.id, stored.get(activity) ?? { ...onWay, state: "sent" }];
    }),
  );
}

async function storedOf(reader: Reader, activities: readonly string[]): Promise<ReadonlyMap<string, Sending>> {
  const rows = await reader
    .selectFrom("deliveries")
    .select(["outgoing", "state", "status", "problem"])
    .where("outgoing", "in", [...activities])
    .execute();
  return new Map(
    rows.map(({ outgoing, state, ...rest }) => [outgoing, { ...rest, state: state === "failed" ? state : "waiting" }]),
  );
}

/** Those whose first try is still to come. */
async function leavingOf(reader: Reader, activities: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ outgoing: string }>`
    select payload ->> 'outgoing' as outgoing from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id
    where identifier = 'deliver' and payload ->> 'outgoing' = any(${[...activities]}::text[])`.execute(reader);
  return new Set(rows.map(({ outgoing }) => outgoing));
}
