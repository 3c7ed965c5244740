import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Database } from "./foundation/database.ts";
import { Unreachable } from "./foundation/errors.ts";
import { addJob } from "./foundation/jobs.ts";
import { type Answer, type Outbound, RefusedAddress } from "./foundation/outbound.ts";
import { readBlocklist } from "./peers/blocklist.ts";
import { keepSuggestions, type ListProblem, noteListProblem } from "./peers/blocklist-changes.ts";

interface ListReading {
  readonly db: Database;
  readonly outbound: Pick<Outbound, "request">;
  readonly origin: string;
  now(): Date;
}

export const listsCrontab = "17 5 * * * read-blocklists";

/** Reads the lists of blocked domains that were subscribed to: each day, one job a list. They only ever suggest. */
export function listTasks(reading: ListReading): TaskList {
  return {
    "read-blocklist": (payload) => readOne(reading, z.object({ list: z.uuid() }).parse(payload).list),
    "read-blocklists": async () => {
      const lists = await reading.db.selectFrom("blocklists").select("id").where("url", "is not", null).execute();
      for (const { id } of lists)
        await addJob(reading.db, "read-blocklist", { list: id }, { key: `read-blocklist:${id}`, maxAttempts: 3 });
    },
  };
}

async function readOne({ db, outbound, origin, now }: ListReading, list: string): Promise<void> {
  const row = await db.selectFrom("blocklists").select("url").where("id", "=", list).executeTakeFirst();
  if (!row?.url) return;
  const answer = await ask(outbound, row.url);
  await db.transaction().execute(async (tx) => {
    if (typeof answer === "string") return noteListProblem(tx, list, answer);
    const text = answer.body.toString("utf8");
    const read = readBlocklist(text);
    if (isWebPage(text) || read.listed.length === 0) return noteListProblem(tx, list, "no-list");
    await keepSuggestions(tx, list, { read, origin, now: now() });
  });
}

// What stands where a list stood may name domains in its lines; they are not what the list said.
const isWebPage = (text: string): boolean => /^\uFEFF?\s*</.test(text);

async function ask(outbound: ListReading["outbound"], url: string): Promise<Answer | ListProblem> {
  try {
    const answer = await outbound.request(url, { headers: { accept: "text/csv, text/plain;q=0.9, */*;q=0.1" } });
    return answer.status === 200 ? answer : "unreachable";
  } catch (error) {
    if (error instanceof Unreachable)
      return /larger than|MAX_SIZE/i.test(String(error.cause)) ? "too-large" : "unreachable";
    if (error instanceof RefusedAddress) return "unreachable";
    throw error;
  }
}
