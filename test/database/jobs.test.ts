import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { freshDatabase } from "../support/database.ts";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = openDatabase(openPool(fresh.url, 2, () => {}));
});

afterAll(async () => {
  await db.destroy();
  await fresh.drop();
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** When the one job of a key runs, and with what. */
async function waiting(key: string) {
  const { rows } = await sql<{ runAt: Date; payload: unknown }>`
    select run_at as "runAt", payload from graphile_worker._private_jobs where key = ${key}`.execute(db);
  expect(rows).toHaveLength(1);
  return rows[0] as { readonly runAt: Date; readonly payload: unknown };
}

test("what is wanted at once does not wait for the moment that a daily round had chosen", async () => {
  const later = inMinutes(40);
  await addJob(db, "look", { why: "daily" }, { key: "a", runAt: later });
  expect((await waiting("a")).runAt).toEqual(later);
  await addJob(db, "look", { why: "news" }, { key: "a" });
  const { runAt, payload } = await waiting("a");
  expect(runAt.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  expect(payload).toEqual({ why: "news" });
});

test("what waits already is put off by nobody who wants the same, at once or later", async () => {
  const first = inMinutes(1);
  await addJob(db, "tell", {}, { key: "b", runAt: first });
  for (const minutes of [2, 5]) await addJob(db, "tell", {}, { key: "b", runAt: inMinutes(minutes) });
  expect((await waiting("b")).runAt).toEqual(first);
  await addJob(db, "tell", {}, { key: "c" });
  const { runAt } = await waiting("c");
  await addJob(db, "tell", {}, { key: "c" });
  await addJob(db, "tell", {}, { key: "c", runAt: inMinutes(5) });
  expect((await waiting("c")).runAt).toEqual(runAt);
});

test("what is wanted sooner is done sooner", async () => {
  const sooner = inMinutes(2);
  await addJob(db, "tell", {}, { key: "d", runAt: inMinutes(30) });
  await addJob(db, "tell", {}, { key: "d", runAt: sooner });
  expect((await waiting("d")).runAt).toEqual(sooner);
});
