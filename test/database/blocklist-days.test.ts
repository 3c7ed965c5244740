import type { JobHelpers } from "graphile-worker";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { dismiss, subscribe } from "../../src/peers/blocklist-changes.ts";
import { findBlocklist, listSuggestions } from "../../src/peers/blocklist-queries.ts";
import { listTasks } from "../../src/site-blocklists.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests();
const origin = "https://nous.example";
const url = "https://reseau.example/liste.csv";
const dayOf = (n: number) => new Date(Date.UTC(2026, 10, 20 + n, 5, 17));

/** What the list says that day; null where its server does not answer. */
let said: { readonly status: number; readonly body: string } | null = null;
let today = dayOf(1);
const tasks = listTasks({
  db,
  origin,
  now: () => today,
  outbound: {
    request: async (asked) => {
      if (said === null || String(asked) !== url) throw new Unreachable("nobody is there");
      return { status: said.status, headers: {}, body: Buffer.from(said.body), url };
    },
  },
});

let list = "";
beforeAll(async () => {
  const subscribed = await db.transaction().execute((tx) => subscribe(tx, { url, now: dayOf(0) }));
  if (subscribed.done) list = subscribed.value;
});

/** A day later the list is read again, and says this. */
async function read(day: number, answer: typeof said): Promise<void> {
  [today, said] = [dayOf(day), answer];
  await tasks["read-blocklist"]?.({ list }, {} as JobHelpers);
}

const csv = (...domains: readonly string[]) => ({
  status: 200,
  body: `#domain,#severity\r\n${domains.map((domain) => `${domain},suspend\r\n`).join("")}`,
});
const waiting = async () =>
  (await listSuggestions(db, list, { skip: 0, limit: 50 })).map(({ domain }) => domain).toSorted();
const standing = async () => {
  const found = await findBlocklist(db, list);
  return { read: found?.read, problem: found?.problem, rows: found?.rows };
};
const blocks = async () => (await db.selectFrom("blocks").select("domain").execute()).map(({ domain }) => domain);

test("on its first day a list suggests what it names, and blocks nothing", async () => {
  await read(1, csv("a.example", "b.example", "c.example", "d.example", "nous.example"));
  expect(await waiting()).toEqual(["a.example", "b.example", "c.example", "d.example"]);
  expect(await standing()).toEqual({ read: dayOf(1), problem: null, rows: 4 });
  expect(await blocks()).toEqual([]);
});

test("on the second, what it names anew is suggested, what it names no more is not, and what was decided stays", async () => {
  await db.transaction().execute(async (tx) => {
    await blockDomain(tx, { domain: "a.example", origin, now: dayOf(1), beyond: { cutOff, meetAgain } });
    await dismiss(tx, ["b.example"], dayOf(1));
  });
  await read(2, csv("b.example", "d.example", "e.example"));
  expect(await waiting()).toEqual(["d.example", "e.example"]);
  expect(await blocks()).toEqual(["a.example"]);
  const kept = await db.selectFrom("blockSuggestions").select(["domain", "met"]).orderBy("domain").execute();
  expect(kept).toEqual([
    { domain: "b.example", met: dayOf(1) },
    { domain: "d.example", met: dayOf(1) },
    { domain: "e.example", met: dayOf(2) },
  ]);
});

test.each([
  ["does not answer", null, "unreachable"],
  ["answers with an error", { status: 503, body: "b.example" }, "unreachable"],
  ["is a web page by now", { status: 200, body: "\uFEFF\n<!doctype html>\n<pre>\nz.example\n</pre>" }, "no-list"],
  ["says nothing that can be read", { status: 200, body: "rien à lire\n\n" }, "no-list"],
] as const)("a day on which it %s changes nothing, and is said", async (_, answer, problem) => {
  await read(3, answer);
  expect(await waiting()).toEqual(["d.example", "e.example"]);
  expect(await standing()).toEqual({ read: dayOf(2), problem, rows: 3 });
});

test("the next day on which it can be read goes on where the last one was", async () => {
  await read(4, csv("a.example", "b.example", "c.example", "e.example"));
  expect(await waiting()).toEqual(["c.example", "e.example"]);
  expect(await standing()).toEqual({ read: dayOf(4), problem: null, rows: 4 });
});

test("each day asks for one reading of each list, however often it is asked", async () => {
  await tasks["read-blocklists"]?.({}, {} as JobHelpers);
  await tasks["read-blocklists"]?.({}, {} as JobHelpers);
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker.jobs where task_identifier = 'read-blocklist'`.execute(db);
  expect(rows).toEqual([{ key: `read-blocklist:${list}` }]);
});
