import { afterAll, beforeAll, expect, test } from "vitest";
import { notifyChanged } from "../../src/foundation/changed.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { freshDatabase } from "../support/database.ts";

// Whoever changes something reads it at once from the process that wrote it, whenever PostgreSQL's own notice arrives.

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
let changes = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = openDatabase(
    openPool(fresh.url, 2, () => {}),
    () => {
      changes += 1;
    },
  );
});

afterAll(async () => {
  await db.destroy();
  await fresh.drop();
});

async function changesOf(act: () => Promise<void>): Promise<number> {
  const before = changes;
  await act();
  return changes - before;
}

test("a commit with a notice of change is heard before whoever committed goes on", async () => {
  const change = () => db.transaction().execute(notifyChanged);
  for (let round = 0; round < 5; round += 1) expect(await changesOf(change)).toBe(1);
});

test("nothing is heard before the commit, nor of what was given up, nor of what changed nothing", async () => {
  const changed = changesOf(() =>
    db.transaction().execute(async (tx) => {
      const before = changes;
      await notifyChanged(tx);
      expect(changes).toBe(before);
    }),
  );
  expect(await changed).toBe(1);
  const givenUp = changesOf(async () => {
    const act = db.transaction().execute(async (tx) => {
      await notifyChanged(tx);
      throw new Error("another thought");
    });
    await expect(act).rejects.toThrow("another thought");
  });
  expect(await givenUp).toBe(0);
  expect(await changesOf(() => db.transaction().execute(async () => {}))).toBe(0);
});
