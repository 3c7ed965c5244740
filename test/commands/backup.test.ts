import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eraseRequest } from "../../src/places/erasing.ts";
import { freshDatabase } from "../support/database.ts";
import { type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { documentsOf, liveAWhile, onDatabase, settingsFor, succeed } from "../support/lived-in.ts";
import { essaim, freshFolder, type Settings, startServer } from "../support/processes.ts";

let folder = "";
let before: Settings & { readonly ORIGIN: string };
let mastodon: FakeMastodon;
let documents: Readonly<Record<string, string>>;
let token = "";
const drops: (() => Promise<void>)[] = [];
const file = (name: string) => join(folder, name);
const passphrase = () => ["--passphrase-file", file("passphrase")];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  await writeFile(file("passphrase"), "sept grues au-dessus du canal\n");
  await writeFile(file("other-passphrase"), "huit grues au-dessus du canal\n");
  mastodon = await startFakeMastodon();
  before = await settingsFor(file("before"), await database());
  documents = await liveAWhile(before, folder, mastodon);
  token = JSON.parse(await succeed(before, "token", "create", "--scope", "admin", "--json")).token;
  // Nobody tells of this here any more: that is left to the restored instance.
  await succeed(before, "availability", "set", "fichiers-et-agendas", "open", "--slots", "9");
  await succeed(before, "backup", file("backup.age"), ...passphrase());
});

afterAll(async () => {
  await mastodon[Symbol.asyncDispose]();
  for (const drop of drops) await drop();
  await rm(folder, { recursive: true });
});

async function database(): Promise<string> {
  const { url, drop } = await freshDatabase();
  drops.push(drop);
  return url;
}

describe("a backup", () => {
  test("brings an instance back on a bare machine: its documents, its tokens, and what it still had to say", async () => {
    await using home = await freshFolder();
    const bare = { ...before, DATA_DIR: home.path, DATABASE_URL: "" };
    expect(await succeed(bare, "restore", file("backup.age"), ...passphrase())).toMatch(/is here as it was on/);
    expect(await readFile(join(home.path, "secret"), "utf8")).toBe(await readFile(file("before/secret"), "utf8"));
    const heard = mastodon.received.length;
    await using server = startServer(bare);
    await server.printed(/Essaim answers/);
    await mastodon.waitFor((activity) => mastodon.received.indexOf(activity) >= heard);
    expect(mastodon.refused).toEqual([]);
    const again = await fetch(`${before.ORIGIN}/api/v1/offers`, { headers: { authorization: `Bearer ${token}` } });
    expect(again.status).toBe(200);
    for (const path of Object.keys(documents).filter((one) => one.startsWith("/ap/activities/"))) {
      const response = await fetch(before.ORIGIN + path, { headers: { accept: "application/activity+json" } });
      expect(`${response.status} ${await response.text()}`).toBe(documents[path]);
    }
    await server.end("SIGTERM");
  });

  test("holds every table and every waiting job, as they were", async () => {
    const after = { ...before, DATA_DIR: file("same"), DATABASE_URL: await database() };
    await succeed(after, "restore", file("backup.age"), ...passphrase());
    expect(await contentOf(after)).toEqual(await contentOf(before));
    await using server = startServer({ ...after, ROLE: "web" });
    await server.printed(/Essaim answers/);
    const now = await documentsOf(after);
    // Only what depends on the availability that was said last differs from what stood before it.
    const same = Object.keys(documents).filter((path) => now[path] === documents[path]);
    expect(same.length).toBeGreaterThan(Object.keys(documents).length - 12);
  });

  test("does not bring back what was erased after it was taken: the list beside it says so, without a name", async () => {
    const erased = await onDatabase(before["DATABASE_URL"] ?? "", async (db) => {
      const offer = await db.selectFrom("offers").select("id").executeTakeFirstOrThrow();
      const request = { id: randomUUID(), offer: offer.id, form: randomUUID(), name: "Les Jardins", people: 3 };
      const at = new Date();
      const contact = { contact: "ada@example.org", contactKind: "email", message: "Bonjour", language: "fr" };
      await db
        .insertInto("placeRequests")
        .values({ ...request, ...contact, state: "received", received: at, changed: at, waiting: at })
        .execute();
      return request.id;
    });
    await mkdir(file("nightly"));
    await succeed(before, "backup", file("nightly/monday.age"), ...passphrase());
    await onDatabase(before["DATABASE_URL"] ?? "", (db) =>
      db.transaction().execute((tx) => eraseRequest(tx, erased, new Date())),
    );
    await succeed(before, "backup", file("nightly/tuesday.age"), ...passphrase());
    const [list = ""] = (await readdir(file("nightly"))).filter((name) => name.startsWith("erasures-"));
    expect(await readFile(file(`nightly/${list}`), "utf8")).not.toMatch(/Jardins|ada@/);
    const after = { ...before, DATA_DIR: file("monday"), DATABASE_URL: await database() };
    expect(await succeed(after, "restore", file("nightly/monday.age"), ...passphrase())).toContain("Erased again");
    const kept = await onDatabase(after.DATABASE_URL, async (db) => ({
      requests: await db.selectFrom("placeRequests").select("id").execute(),
      erasures: await db.selectFrom("erasures").select("id").where("id", "=", erased).execute(),
    }));
    expect(kept).toEqual({ requests: [], erasures: [{ id: erased }] });
  });

  test("goes on counting where the numbers were", async () => {
    const after = { ...before, DATA_DIR: file("numbers"), DATABASE_URL: await database() };
    const add = sql`insert into deliveries (outgoing, inbox, origin, state) select id, 'https://a.example/' || random(), 'https://a.example', 'failed' from outgoing limit 3`;
    await onDatabase(before["DATABASE_URL"] ?? "", (db) => add.execute(db));
    await succeed(before, "backup", file("numbers.age"), ...passphrase());
    await succeed(after, "restore", file("numbers.age"), ...passphrase());
    await onDatabase(after.DATABASE_URL, async (db) => {
      await add.execute(db);
      const rows = await db.selectFrom("deliveries").select("id").execute();
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    });
  });

  test("is taken beside a running server, and replaces the one before it as a whole", async () => {
    await using server = startServer(before);
    await server.printed(/Essaim answers/);
    await writeFile(file("replaced.age"), "an older one");
    const { size } = JSON.parse(await succeed(before, "backup", file("replaced.age"), ...passphrase(), "--json"));
    expect((await stat(file("replaced.age"))).size).toBe(size);
    expect((await stat(file("replaced.age"))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  test("leaves no half file when it cannot be written", async () => {
    const ended = await essaim(["backup", "/proc/nothing/here.age", ...passphrase()], before);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toBe("");
  });

  test("without a passphrase makes one, shown once", async () => {
    const { passphrase: made } = JSON.parse(await succeed(before, "backup", file("made.age"), "--json"));
    await writeFile(file("made"), made);
    const after = { ...before, DATA_DIR: file("with-made"), DATABASE_URL: await database() };
    await succeed(after, "restore", file("made.age"), "--passphrase-file", file("made"));
  });

  test("that is damaged, of another or for another changes nothing", async () => {
    const whole = await readFile(file("backup.age"));
    await writeFile(file("cut.age"), whole.subarray(0, whole.length - 100));
    await writeFile(file("short.age"), whole.subarray(0, 250));
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    await writeFile(file("flipped.age"), flipped);
    await writeFile(file("text.age"), "no backup at all");
    await writeFile(file("empty.age"), "");
    const after = { ...before, DATA_DIR: file("untouched"), DATABASE_URL: await database() };
    const cases: [string, string, RegExp][] = [
      ["backup.age", "other-passphrase", /passphrase does not open/],
      ["text.age", "passphrase", /passphrase does not open/],
      ["empty.age", "passphrase", /passphrase does not open/],
      ["cut.age", "passphrase", /cut off or was altered|damaged or was altered/],
      ["short.age", "passphrase", /cut off or was altered|damaged or was altered/],
      ["flipped.age", "passphrase", /cut off or was altered|damaged or was altered/],
    ];
    for (const [name, secret, reason] of cases) {
      const ended = await essaim(["restore", file(name), "--passphrase-file", file(secret)], after);
      expect(ended, name).toMatchObject({ code: 1, stdout: "" });
      expect(ended.stderr, name).toMatch(reason);
    }
    const other = await essaim(["restore", file("backup.age"), ...passphrase()], {
      ...after,
      ORIGIN: "https://b.example",
    });
    expect(other.stderr).toMatch(/Restore it with ORIGIN=http:\/\/127/);
    expect(await essaim(["restore", file("nowhere.age"), ...passphrase()], after)).toMatchObject({ code: 2 });
    expect(await onDatabase(after.DATABASE_URL, (db) => db.selectFrom("handles").selectAll().execute())).toEqual([]);
    await expect(stat(file("untouched/secret"))).rejects.toThrow();
  });

  test("overwrites nobody: neither an instance, nor a secret, nor what a server is at", async () => {
    const onto = await essaim(["restore", file("backup.age"), ...passphrase()], before);
    expect(onto).toMatchObject({ code: 1 });
    expect(onto.stderr).toMatch(/Somebody is set up here/);
    const started = { ...before, DATA_DIR: file("started"), DATABASE_URL: await database() };
    await succeed(started, "migrate");
    const secret = await readFile(file("started/secret"), "utf8");
    const other = await essaim(["restore", file("backup.age"), ...passphrase()], started);
    expect(other.stderr).toMatch(/holds another secret/);
    expect(await readFile(file("started/secret"), "utf8")).toBe(secret);
    await writeFile(file("started/secret"), await readFile(file("before/secret")));
    await using server = startServer(started);
    await server.printed(/Essaim answers/);
    const running = await essaim(["restore", file("backup.age"), ...passphrase()], started);
    expect(running.stderr).toMatch(/A server runs on this database/);
  });
});

/** All that stands in the tables, and the jobs. */
async function contentOf({ DATABASE_URL = "" }: Settings): Promise<Record<string, unknown>> {
  return await onDatabase(DATABASE_URL, async (db) => {
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not like 'kysely%' order by relname`.execute(db);
    const found: Record<string, unknown> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.id(name)} as t order by 1`.execute(
        db,
      );
      found[name] = rows.map(({ row }) => row);
    }
    const jobs = await sql`
      select task_id is not null as known, payload::text, run_at, key, max_attempts, priority
      from graphile_worker._private_jobs order by payload::text`.execute(db);
    return { ...found, jobs: jobs.rows };
  });
}
