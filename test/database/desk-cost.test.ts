import { randomBytes } from "node:crypto";
import type { PostgresPool } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { createAdministrator } from "../../src/accounts/changes.ts";
import { openSession } from "../../src/accounts/sessions.ts";
import { readConfig } from "../../src/foundation/config.ts";
import { openDatabase } from "../../src/foundation/database.ts";
import { refused } from "../../src/foundation/outcome.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { deskRoutes } from "../../src/site-desk.tsx";
import { freshDatabase } from "../support/database.ts";

test("a page of the desk costs three statements besides its own, however many rooms count what waits", async () => {
  const { url, drop } = await freshDatabase();
  const pool = new pg.Pool({ connectionString: url });
  const sent: string[] = [];
  const db = openDatabase(listening(pool, sent));
  const secret = secretOf(randomBytes(32));
  const now = new Date();
  const key = await db.transaction().execute(async (tx) => {
    await setUp(tx, { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now });
    const made = await createAdministrator(tx, { email: "ada@example.org", password: "quatre chevaux de bois", now });
    if (!made.done) throw new Error(made.reason);
    return openSession(tx, secret, { account: made.value.id, agent: "", now });
  });
  const config = readConfig({ ORIGIN: "http://127.0.0.1:1" });
  if (!config.done) throw new Error(config.reason.join(" "));
  const desk = deskRoutes({
    ...{
      db,
      secret,
      config: config.value,
      origin: config.value.origin,
      language: "fr",
      version: "0",
      demonstration: false,
    },
    ...{ now: () => now, actorId: ({ id }) => id, mail: config.value, mails: false },
    findInstance: async () => refused("unreachable"),
    findHost: async () => refused("unreachable"),
    outbound: { request: () => Promise.reject(new Error("nobody is asked")) },
  });
  sent.length = 0;
  const page = await desk.request("http://127.0.0.1:1/admin/availability", { headers: { cookie: `desk=${key}` } });
  expect(page.status).toBe(200);
  // Who asks, for whom, what waits; then the page's own: offers, what is said of them, who follows.
  for (const table of ["sessions", "hosts", "availabilities", "followers"])
    expect(sent.filter((text) => text.includes(`from "${table}"`))).toHaveLength(1);
  expect(sent.filter((text) => text.includes("as counted"))).toHaveLength(1);
  expect(sent).toHaveLength(6);
  await pool.end();
  await drop();
});

/** A pool that writes down each statement it is sent. */
function listening(pool: pg.Pool, sent: string[]): PostgresPool {
  const connect = async () => {
    const client = await pool.connect();
    const query = (text: string, values: unknown[]) => {
      sent.push(text);
      return client.query(text, values);
    };
    return { query, release: () => client.release() };
  };
  const listened: unknown = { options: {}, connect, end: async () => {} };
  return listened as PostgresPool; // of a pool, and of its clients, Kysely needs no more
}
