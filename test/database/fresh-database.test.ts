import { expect, test } from "vitest";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { listPendingMigrations } from "../../src/foundation/migrate.ts";
import { freshDatabase } from "../support/database.ts";

test("each test file may have a migrated database of its own", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  expect(one.url).not.toBe(other.url);
  const db = openDatabase(openPool(one.url, 1, () => {}));
  expect(await listPendingMigrations(db)).toEqual([]);
  expect(await db.selectFrom("offers").selectAll().execute()).toEqual([]);
  await db.destroy();
  await Promise.all([one.drop(), other.drop()]);
});
