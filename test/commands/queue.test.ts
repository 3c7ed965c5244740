import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { freshDatabase } from "../support/database.ts";
import { passTime, startDeliverySite } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { answers, startPeer } from "../support/peer.ts";
import { essaim, type Settings } from "../support/processes.ts";

let settings: Settings = {};
let db: Database;
let drop = async () => {};

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  const database = await freshDatabase();
  db = openDatabase(openPool(database.url, 2, () => {}));
  settings = { DATABASE_URL: database.url, DATA_DIR: folder, ORIGIN: "https://pomme.example" };
  drop = async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  };
});

afterEach(() => drop());

async function addDelivery(
  state: "failed" | "waiting" | "held",
  inbox: string,
  problem = "answered 503",
): Promise<string> {
  const actor = randomUUID();
  const outgoing = randomUUID();
  const { origin } = new URL(inbox);
  await db
    .insertInto("handles")
    .values({ id: actor, name: actor.slice(0, 8), kind: "host" })
    .execute();
  await db.insertInto("outgoing").values({ id: outgoing, actor, type: "Create", body: "{}", public: true }).execute();
  const standing = {
    state,
    attempts: 9,
    status: 503,
    problem,
    nextTry: state === "waiting" ? new Date("2999-01-01") : null,
  };
  const { id } = await db
    .insertInto("deliveries")
    .values({ outgoing, inbox, origin, ...standing })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (state === "held") {
    const probe = new Date("2999-01-02");
    const opened = { origin, failures: 5, firstFailure: new Date(), opened: new Date(), probe };
    await db.insertInto("peerOrigins").values(opened).execute();
  }
  return String(id);
}

async function queue(...args: string[]) {
  const { code, stdout, stderr } = await essaim(["queue", ...args, "--json"], settings);
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return JSON.parse(stdout);
}

async function jobs(): Promise<readonly { task: string; due: boolean }[]> {
  const { rows } = await sql<{ task: string; due: boolean }>`
    select task_identifier as task, run_at <= now() as due from graphile_worker.jobs order by id`.execute(db);
  return rows;
}

describe("the queue on the command line", () => {
  test("shows what did not get through, with where, how often and when next", async () => {
    const failed = await addDelivery("failed", "https://b.example/inbox");
    const waiting = await addDelivery("waiting", "https://c.example/inbox", "answered \u001b[2J500\n9\tforged");
    const held = await addDelivery("held", "https://d.example/inbox");
    const all = await queue("list");
    expect(all).toMatchObject({
      items: [
        { id: failed, state: "failed", type: "Create", peer: "https://b.example", attempts: 9, nextTry: null },
        { id: waiting, state: "waiting", nextTry: "2999-01-01T00:00:00.000Z" },
        { id: held, state: "held", status: 503, nextTry: "2999-01-02T00:00:00.000Z" },
      ],
      next: null,
    });
    expect(all.items[0].activity).toMatch(/^https:\/\/pomme\.example\/ap\/activities\/[0-9a-f-]{36}$/);
    expect((await queue("list", "--state", "held")).items).toHaveLength(1);
    expect((await queue("list", "--peer", "https://c.example/any/path")).items).toMatchObject([{ id: waiting }]);
    const page = await queue("list", "--limit", "2");
    expect(page).toMatchObject({ items: [{ id: failed }, { id: waiting }], next: waiting });
    expect(await queue("list", "--after", page.next)).toMatchObject({ items: [{ id: held }], next: null });

    const { stdout } = await essaim(["queue", "list"], settings);
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n")[0]).toBe(`${failed}\tfailed\tCreate\t9\tanswered 503\t\thttps://b.example/inbox`);
  });

  test("tries again, each in its way: anew, at once, or by asking its server", async () => {
    for (const state of ["failed", "waiting", "held"] as const)
      await queue("retry", await addDelivery(state, `https://${state}.example/inbox`));
    expect(await jobs()).toEqual([
      { task: "redeliver", due: true },
      { task: "redeliver", due: true },
      { task: "resume", due: true },
    ]);
    const { items } = await queue("list");
    expect(items.map(({ state, attempts }: { state: string; attempts: number }) => [state, attempts])).toEqual([
      ["waiting", 0],
      ["waiting", 9],
      ["held", 9],
    ]);
  });

  test("drops one, or all that were given up, or all to one server, and nothing else", async () => {
    const one = await addDelivery("failed", "https://b.example/inbox");
    const two = await addDelivery("failed", "https://b.example/users/x/inbox");
    const three = await addDelivery("failed", "https://c.example/inbox");
    const four = await addDelivery("waiting", "https://d.example/inbox");
    expect(await queue("drop", one)).toEqual({ ids: [one] });
    expect(await queue("drop", "--all", "--peer", "https://b.example")).toEqual({ ids: [two] });
    expect(await queue("drop", "--all")).toEqual({ ids: [three] });
    expect(await queue("drop", "--all", "--state", "waiting")).toEqual({ ids: [four] });
    expect((await essaim(["queue", "list"], settings)).stdout).toBe("Nothing waits and nothing was given up.\n");
  });

  test("refuses a number that is none, and an order without an object", async () => {
    expect(await essaim(["queue", "retry", "99"], settings)).toMatchObject({
      ...{ code: 1, stdout: "", stderr: "There is no delivery 99 that waits or was given up.\n" },
    });
    const wrong = [
      ["retry"],
      ["drop", "1", "--all"],
      ["drop", "first"],
      ["list", "--state", "lost"],
      ["list", "--peer", "b"],
    ];
    const ended = await Promise.all(wrong.map((args) => essaim(["queue", ...args], settings)));
    expect(ended.map(({ code, stdout }) => [code, stdout])).toEqual(wrong.map(() => [2, ""]));
  });
});

test("a dead letter that is retried on the command line reaches its server from the running worker", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(400));
  await site.work();
  await site.send([`${peer.origin}/inbox`]);
  await eventually(() => site.db.selectFrom("deliveries").selectAll().executeTakeFirst());
  await site.db.updateTable("deliveries").set({ state: "failed", nextTry: null }).execute();
  await passTime(site.db);
  peer.behave(answers(202));
  const before = peer.received.length;
  const retried = await essaim(["queue", "retry", "--all"], { ...settings, DATABASE_URL: site.url });
  expect(retried).toMatchObject({ code: 0, stdout: "1 delivery will be tried now.\n" });
  await eventually(() => peer.received.length > before);
  await eventually(async () => (await site.db.selectFrom("deliveries").select("id").execute()).length === 0);
});
