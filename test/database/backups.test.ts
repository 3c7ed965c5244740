import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { sql } from "kysely";
import tar from "tar-stream";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { backupVersion, type Manifest, type Piece, partSize } from "../../src/backups/backup.ts";
import { openBackup } from "../../src/backups/opened.ts";
import { listOwnTables } from "../../src/backups/own-tables.ts";
import { Damaged, openPieces, sealPieces } from "../../src/backups/pieces.ts";
import { restoreBackup } from "../../src/backups/restore.ts";
import { takeBackup } from "../../src/backups/take.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { listKnownMigrations, listPendingMigrations, migrateWithin } from "../../src/foundation/migrate.ts";
import { sealStream } from "../../src/foundation/passphrase.ts";
import { freshDatabase } from "../support/database.ts";
import { onServer, urlOf } from "../support/server.ts";

const passphrase = "sept grues au-dessus du canal";
const secret = randomBytes(32);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
});

afterAll(() => rm(folder, { recursive: true }));

describe("a backup", () => {
  test("of an older version is restored at its own schema, and then brought up to ours", async () => {
    await using old = await emptyDatabase();
    await old.db.transaction().execute((tx) => migrateWithin(tx, "0007-create-messages-and-reports"));
    const [host, offer] = [randomUUID(), randomUUID()];
    await sql`insert into handles (id, name, kind) values (${host}, 'la_pomme', 'host'), (${offer}, 'site', 'offer')`.execute(
      old.db,
    );
    await sql`insert into offers (id, slug, content) values (${offer}, 'site', '{"title": "Un site"}')`.execute(old.db);
    await sql`insert into availabilities values (${offer}, 'open', '{}', now(), now())`.execute(old.db);
    const file = await take(old.url);
    await using bare = await emptyDatabase();
    expect(await restore(file, bare.url)).toMatchObject({ done: true });
    expect(await listPendingMigrations(bare.db)).toEqual([]);
    const [availability] = await bare.db.selectFrom("availabilities").selectAll().execute();
    expect(availability).toMatchObject({ offer, state: "open", expired: null });
  });

  test("of an older version is not restored onto a database that is newer already", async () => {
    await using old = await emptyDatabase();
    await old.db.transaction().execute((tx) => migrateWithin(tx, "0007-create-messages-and-reports"));
    const file = await take(old.url);
    await using ours = await migratedDatabase();
    expect(await restore(file, ours.url)).toEqual({ done: false, reason: "other-schema" });
  });

  test("of rows longer than a part is cut into parts, and none is longer than a MiB", async () => {
    await using from = await migratedDatabase();
    const long = randomBytes(2_500_000).toString("hex");
    await sql`insert into reports (id, reporter, objects, content) values ('a', 'b', '{}', ${long}), ('c', 'd', '{}', '')`.execute(
      from.db,
    );
    const file = await take(from.url);
    const sizes: number[] = [];
    for await (const { bytes } of openPieces(file, passphrase)) sizes.push(bytes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(partSize);
    expect(sizes.length).toBeGreaterThan(5);
    await using to = await migratedDatabase();
    expect(await restore(file, to.url)).toMatchObject({ done: true });
    expect(await to.db.selectFrom("reports").select("content").where("id", "=", "a").execute()).toEqual([
      { content: long },
    ]);
  });

  test("holds every table but those of the migrations, each after those it refers to", async () => {
    await using ours = await migratedDatabase();
    const names = (await listOwnTables(ours.db)).map(({ name }) => name);
    const tables = await ours.db.introspection.getTables();
    expect([...names].sort()).toEqual(
      tables
        .filter(({ schema }) => schema === "public")
        .map(({ name }) => name)
        .sort(),
    );
    expect(names.indexOf("handles")).toBeLessThan(names.indexOf("offers"));
    expect(names.indexOf("outgoing")).toBeLessThan(names.indexOf("deliveries"));
  });

  test("that cannot be written to its end says why, and holds nobody up", async () => {
    await using from = await migratedDatabase();
    await sql`insert into heard (activity) select md5(n::text) || repeat('x', 900) from generate_series(1, 20000) n`.execute(
      from.db,
    );
    const full = take(from.url, async (content) => {
      for await (const _ of content) throw new Error("the disk is full");
    });
    await expect(full).rejects.toThrow("the disk is full");
  });

  test("keeps nothing when its secret cannot be put in place", async () => {
    await using from = await migratedDatabase();
    await sql`insert into heard (activity) values ('https://a.example/1')`.execute(from.db);
    const file = await take(from.url);
    await using to = await migratedDatabase();
    expect(await restore(file, to.url, async () => false)).toEqual({ done: false, reason: "other-secret" });
    expect(await to.db.selectFrom("heard").selectAll().execute()).toEqual([]);
  });
});

describe("a file that only looks like a backup", () => {
  const end = { name: "end", bytes: Buffer.from("essaim-backup\n") };
  const handles = "id\tname\thost\t2026-11-24 10:00:00+00\t\\N\n";

  const says: Record<string, readonly [Change, string]> = {
    "a newer form": [() => ({ version: backupVersion + 1 }), "newer-backup"],
    "a schema that is not known here yet": [
      (known) => ({ migrations: [...known, "9999-create-more"] }),
      "newer-schema",
    ],
    "a schema of something else": [() => ({ migrations: ["0001-create-something-else"] }), "newer-schema"],
    "no schema": [() => ({ migrations: [] }), "not-a-backup"],
    "another format": [() => ({ format: "else" }), "not-a-backup"],
    "a table whose name does more": [
      () => ({ tables: [{ name: "a; drop table handles", columns: ["id"] }] }),
      "not-a-backup",
    ],
    "a column whose name does more": [() => ({ tables: [{ name: "handles", columns: ['id" from'] }] }), "not-a-backup"],
  };
  test.each(Object.entries(says))("is refused for what it says of itself: %s", async (_, [change, reason]) => {
    await using to = await migratedDatabase();
    const file = await seal(await forged(to.db, change, [end]));
    expect(await restore(file, to.url)).toEqual({ done: false, reason });
  });

  const part = (name: string, text: string | Buffer) => ({ name, bytes: Buffer.from(text) });
  const holds: Record<string, readonly Piece[]> = {
    "a name that leads out of it": [part("../../etc/passwd", "x"), end],
    "a name that leads to the root": [part("/etc/passwd", "x"), end],
    "a table that it does not announce": [part("tables/accounts/000001", "x"), end],
    "parts that do not follow each other": [part("tables/handles/000002", handles), end],
    "no end": [],
    "something after its end": [end, part("tables/handles/000001", handles)],
    "a row that the table cannot take": [part("tables/handles/000001", handles), end],
    "the character zero": [part("tables/heard/000001", "a\0b\t2026-11-24\n"), end],
    "half a character": [part("tables/heard/000001", Buffer.from([0x61, 0xff, 0x09, 0x0a])), end],
    "too few columns": [part("tables/heard/000001", "a\n"), end],
    "a job without a task": [part("jobs/000001", "\\N\t{}\t\\N\t2026-11-24\t25\t\\N\t0\n"), end],
  };
  test.each(Object.entries(holds))("is refused for what it holds, and changes nothing: %s", async (_, pieces) => {
    await using to = await migratedDatabase();
    await expect(restore(await seal(await forged(to.db, () => ({}), pieces)), to.url)).rejects.toThrow(Damaged);
    expect(await to.db.selectFrom("heard").selectAll().execute()).toEqual([]);
  });

  test("is refused for entries that are no files, or too large", async () => {
    await using to = await migratedDatabase();
    const entries: [Parameters<tar.Pack["entry"]>[0], Buffer | undefined][] = [
      [{ name: "manifest.json", type: "symlink", linkname: "/etc/passwd" }, undefined],
      [{ name: "manifest.json", type: "directory" }, undefined],
      [{ name: "manifest.json" }, Buffer.alloc(partSize + 1)],
    ];
    for (const [header, content] of entries) {
      const pack = tar.pack();
      if (content) pack.entry(header, content);
      else pack.entry(header);
      pack.finalize();
      expect(await restore(await sealBytes(pack as AsyncIterable<Uint8Array>), to.url)).toEqual({
        done: false,
        reason: "damaged",
      });
    }
    expect(await restore(await sealBytes(each([randomBytes(4_096)])), to.url)).toMatchObject({ done: false });
  });
});

type Change = (known: readonly string[]) => object;

async function forged(db: Database, change: Change, pieces: readonly Piece[]): Promise<readonly Piece[]> {
  const known = await listKnownMigrations(db);
  const manifest: Manifest = {
    ...{ format: "essaim-backup", version: backupVersion, origin: "https://a.example", software: "0.1.0" },
    ...{ taken: new Date().toISOString(), migrations: [...known] },
    tables: [
      { name: "handles", columns: ["id", "name", "kind", "created", "gone"] },
      { name: "heard", columns: ["activity", "heard"] },
    ],
  };
  const text = JSON.stringify({ ...manifest, ...change(known) });
  return [{ name: "manifest.json", bytes: Buffer.from(text) }, { name: "secret", bytes: secret }, ...pieces];
}

async function seal(pieces: readonly Piece[]): Promise<string> {
  return await keep(sealPieces(each(pieces), passphrase));
}

async function sealBytes(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return await keep(await sealStream(passphrase, bytes));
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function keep(content: AsyncIterable<Uint8Array>): Promise<string> {
  const file = join(folder, `${randomUUID()}.age`);
  await writeFile(file, content);
  return file;
}

async function take(url: string, write?: (content: AsyncIterable<Uint8Array>) => Promise<void>): Promise<string> {
  let file = "";
  const from = { url, secret, origin: "https://a.example", software: "0.1.0", now: new Date(), progress: () => {} };
  const keepIt = async (content: AsyncIterable<Uint8Array>) => {
    file = await keep(content);
  };
  await takeBackup(from, passphrase, write ?? keepIt);
  return file;
}

async function restore(file: string, url: string, keepSecret = async () => true) {
  const opened = await openBackup(file, passphrase);
  if (!opened.done) return opened;
  try {
    return await restoreBackup(opened.value, { url, keepSecret, progress: () => {} });
  } finally {
    await opened.value.close();
  }
}

interface Opened extends AsyncDisposable {
  readonly url: string;
  readonly db: Database;
}

function open(url: string, drop: () => Promise<void>): Opened {
  const db = openDatabase(openPool(url, 2, () => {}));
  return {
    url,
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await drop();
    },
  };
}

async function migratedDatabase(): Promise<Opened> {
  const { url, drop } = await freshDatabase();
  return open(url, drop);
}

/** A database that nobody has ever used, but for the job queue. */
async function emptyDatabase(): Promise<Opened> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const cluster = inject("clusterUrl");
  await onServer(cluster, `create database ${name} template template0`);
  const url = urlOf(cluster, name);
  const pgPool = openPool(url, 1, () => {});
  await runMigrations({ pgPool });
  await pgPool.end();
  return open(url, () => onServer(cluster, `drop database if exists ${name} with (force)`));
}
