import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { onServer, urlOf } from "./server.ts";

/** A migrated database of one's own, cloned from the template of the run; `drop` takes it away. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(clusterUrl, `create database ${name} template template`);
  return {
    url: urlOf(clusterUrl, name),
    drop: () => onServer(clusterUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A migrated database for the tests of one file, open until the last of them is over. */
export async function databaseOfTests(connections = 5): Promise<Database> {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(openPool(url, connections, () => {}));
  afterAll(async () => {
    await db.destroy();
    await drop();
  });
  return db;
}
