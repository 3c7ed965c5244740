import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { freshDatabase } from "../support/database.ts";
import { generateTables } from "../support/tables.ts";

test("the table types are those of the migrated database", async () => {
  const database = await freshDatabase();
  await expect(await generateTables(database.url)).toMatchFileSnapshot(projectPath("src", "foundation", "tables.ts"));
  await database.drop();
});

test("migrations are numbered without gaps", async () => {
  const files = (await readdir(projectPath("migrations"))).sort();
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  for (const file of files) expect(file).toMatch(/^\d{4}-(create|add|drop|rename|fill)-[a-z-]+\.sql$/);
});
