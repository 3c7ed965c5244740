import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../src/foundation/database.ts";
import { freshDatabase } from "../support/database.ts";
import { type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { documentsOf, liveAWhile, onDatabase, settingsFor, succeed } from "../support/lived-in.ts";
import { essaim, type Settings, startServer } from "../support/processes.ts";

let folder = "";
let before: Settings & { readonly ORIGIN: string };
let mastodon: FakeMastodon;
let documents: Readonly<Record<string, string>>;
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
  await succeed(before, "export", "--to", file("plain.json"));
  await succeed(before, "export", "--to", file("keys.json"), "--with-keys", ...passphrase());
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

/** Another server that is to become the same instance. */
const elsewhere = async (name: string) => ({ ...before, DATA_DIR: file(name), DATABASE_URL: await database() });

describe("an instance that moves to another server", () => {
  test("serves the same documents byte for byte there, signs with the same keys, and goes on", async () => {
    expect(Object.keys(documents).length).toBeGreaterThan(60);
    const after = await elsewhere("after");
    expect(await succeed(after, "import", file("keys.json"), ...passphrase())).toMatch(/actors keep their keys/);
    await using server = startServer(after);
    await server.printed(/Essaim answers/);
    expect(await documentsOf(after)).toEqual(documents);
    expect(Object.keys(documents).filter((path) => path.startsWith("/pictures/"))).toHaveLength(5);
    const statements = (db: Database) =>
      db.selectFrom("availabilityStatements").selectAll().orderBy("offer").orderBy("version").execute();
    expect(await onDatabase(after["DATABASE_URL"] ?? "", statements)).toEqual(
      await onDatabase(before["DATABASE_URL"] ?? "", statements),
    );
    // The follower that it brought along hears of what happens here, under a signature that it can verify.
    const heard = mastodon.received.length;
    await succeed(after, "availability", "set", "fichiers-et-agendas", "open", "--slots", "5");
    await mastodon.waitFor((activity) => mastodon.received.indexOf(activity) >= heard && activity.type === "Announce");
    expect(mastodon.refused).toEqual([]);
  });

  test("lets people sign in with their passwords, when it took them along", async () => {
    const after = await elsewhere("with-people");
    await succeed(after, "import", file("keys.json"), ...passphrase());
    const hashes = (settings: Settings) =>
      onDatabase(settings["DATABASE_URL"] ?? "", (db) => db.selectFrom("accounts").selectAll().execute());
    expect(await hashes(after)).toEqual(await hashes(before));
  });

  test("makes new keys when the old ones stay behind", async () => {
    const after = await elsewhere("new-keys");
    expect(await succeed(after, "import", file("plain.json"))).toMatch(
      /new keys[\s\S]*1 accounts came without a password/,
    );
    await using server = startServer(after);
    await server.printed(/Essaim answers/);
    const now = await documentsOf(after);
    const changed = Object.keys(documents).filter((path) => documents[path] !== now[path]);
    for (const path of changed) {
      expect(withoutKeys(now[path]), path).toEqual(withoutKeys(documents[path]));
    }
    expect(changed.length).toBeGreaterThan(0);
  });

  test("can be taken in again from a newer export, as long as it has not lived on in between", async () => {
    const after = await elsewhere("again");
    const first = JSON.parse(await succeed(after, "import", file("plain.json"), "--json"));
    expect(JSON.parse(await succeed(after, "import", file("keys.json"), ...passphrase(), "--json")).rows).toEqual(
      first.rows,
    );
    await succeed(after, "availability", "set", "fichiers-et-agendas", "closed");
    const late = await essaim(["import", file("plain.json")], after);
    expect(late).toMatchObject({ code: 1, stdout: "" });
    expect(late.stderr).toMatch(/lived on/);
  });
});

describe("an export", () => {
  test("is what its JSON Schema describes", async () => {
    const ajv = new Ajv2020({ strict: false });
    (formats as unknown as (to: Ajv2020) => void)(ajv);
    const check = ajv.compile(JSON.parse(await succeed(before, "export", "--schema")));
    const archive = JSON.parse(await readFile(file("keys.json"), "utf8"));
    expect(check(archive), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...archive, version: 2 })).toBe(false);
    archive.data.offers[0].slug = "../etc";
    expect(check(archive)).toBe(false);
  });

  test("exported again from where it was taken in says the same", async () => {
    const after = await elsewhere("round");
    await succeed(after, "import", file("plain.json"));
    const { exported: _, ...again } = JSON.parse(await succeed(after, "export"));
    const { exported: __, ...first } = JSON.parse(await readFile(file("plain.json"), "utf8"));
    expect(again).toEqual({ ...first, data: { ...first.data, accounts: [] } });
  });

  test("holds no private key, no password and no secret in clear", async () => {
    for (const name of ["plain.json", "keys.json"]) {
      const text = await readFile(file(name), "utf8");
      expect(text).not.toMatch(/PRIVATE KEY|argon2id|passwordHash/);
      expect(text).not.toContain((await readFile(file("before/secret"), "utf8")).trim());
    }
  });

  test("is refused with what to do where it does not belong", async () => {
    const after = await elsewhere("refused");
    const cases: [string[], Settings, RegExp][] = [
      [[file("plain.json")], { ...after, ORIGIN: "https://other.example" }, /run it with ORIGIN=http:\/\/127/],
      [[file("keys.json")], after, /--passphrase-file[\s\S]*--new-keys/],
      [[file("keys.json"), "--passphrase-file", file("other-passphrase")], after, /passphrase does not open/],
      [[await altered("newer", (archive) => ({ ...archive, version: 2 }))], after, /newer Essaim \(version 2/],
      [
        [await altered("nul", (archive) => ({ ...archive, sealed: "a\0b" }))],
        after,
        /characters that cannot be stored/,
      ],
      [[await altered("slug", withOffer({ slug: "A B" }))], after, /^data\.offers\[0\]\.slug: small letters/],
      [[await altered("date", withOffer({ created: "yesterday" }))], after, /^data\.offers\[0\]\.created: /],
      [[await altered("more", withOffer({ colour: "red" }))], after, /^data\.offers\[0\]: .*colour/],
      [
        [await altered("nobody", withOffer({ id: "00000000-0000-4000-8000-000000000000" }))],
        after,
        /^offers: .*handles/,
      ],
      [[await nested(50_000)], after, /nested too deeply/],
    ];
    for (const [args, settings, reason] of cases) {
      const ended = await essaim(["import", ...args], settings);
      expect(ended, args[0]).toMatchObject({ code: 1, stdout: "" });
      expect(ended.stderr).toMatch(reason);
    }
    const left = await onDatabase(after.DATABASE_URL, (db) => db.selectFrom("handles").selectAll().execute());
    expect(left).toEqual([]);
  });

  test("is refused where somebody else is set up, and where a server runs", async () => {
    const after = await elsewhere("taken");
    const who = ["--admin-email", "bea@example.org", "--admin-password-file", file("password")];
    await succeed(after, "setup", "--name", "Une autre", "--handle", "une_autre", ...who);
    expect((await essaim(["import", file("plain.json")], after)).stderr).toMatch(/Someone else is set up here/);
    const running = await elsewhere("running");
    await using server = startServer(running);
    await server.printed(/Essaim answers/);
    expect((await essaim(["import", file("plain.json")], running)).stderr).toMatch(/A server runs on this database/);
  });

  test("asks for what it cannot guess", async () => {
    await writeFile(file("short"), "court\n");
    const wrong = [
      ["--with-keys"],
      [...passphrase()],
      ["--with-keys", "--passphrase-file", file("short")],
      ["--with-keys", ...passphrase(), "--format", "csv"],
      ["--format", "pdf"],
    ];
    for (const args of wrong)
      expect(await essaim(["export", ...args], before), args.join(" ")).toMatchObject({ code: 2 });
  });
});

describe("an instance in other formats", () => {
  test("is a table for spreadsheets, in the language of the instance, whose cells compute nothing", async () => {
    const title = JSON.stringify({ title: '=HYPERLINK("https://evil.example")' });
    await onDatabase(before["DATABASE_URL"] ?? "", (db) =>
      sql`update offers set content = content || ${title}::jsonb where slug = 'compta-et-adherents'`.execute(db),
    );
    const french = await succeed({ ...before, LANGUAGE: "fr" }, "export", "--format", "csv");
    expect(french).toMatch(/^\uFEFF"Offre";"Adresse";"État";/);
    expect(french).toContain(`"Fichiers et agendas partagés";"${before.ORIGIN}/offers/fichiers-et-agendas";"publiée"`);
    expect(french).toContain('"\'=HYPERLINK(""https://evil.example"")"');
    expect(french).not.toMatch(/(^|[;\n"])=/);
    await succeed(before, "export", "--format", "csv", "--to", `${folder}/`);
    expect(await readFile(file("offers.csv"), "utf8")).toMatch(/^\uFEFF"Offer";"Address";"State";/);
  });

  test("fills the profile of another with its librehost.json, and says what nobody knows", async () => {
    await succeed(before, "export", "--format", "librehost", "--to", file("librehost.json"));
    const said = JSON.parse(await readFile(file("librehost.json"), "utf8"));
    expect(said).toMatchObject({ "@type": "Organization", name: "La Pomme du voisin", homeUrl: before.ORIGIN });
    const after = await elsewhere("librehost");
    const who = ["--admin-email", "bea@example.org", "--admin-password-file", file("password")];
    await succeed(after, "setup", "--name", "Une autre", "--handle", "une_autre", ...who);
    await writeFile(file("more.json"), JSON.stringify({ ...said, colour: "red", dateModified: "soon" }, null, 2));
    const report = await succeed(after, "import", file("more.json"));
    expect(report).toMatch(/^La Pomme du voisin: /);
    expect(report).toMatch(/line \d+, colour: this field is not known/);
    expect(report).toMatch(/dateModified: a date like/);
    const { dateModified: _, ...again } = JSON.parse(await succeed(after, "export", "--format", "librehost"));
    const { dateModified: __, ...first } = said;
    expect(again).toEqual({ ...first, colour: "red" });
  });
});

type Archive = { data: { offers: Record<string, unknown>[] } };

async function altered(name: string, change: (archive: Archive) => object): Promise<string> {
  const archive = JSON.parse(await readFile(file("plain.json"), "utf8"));
  const path = file(`${name}.json`);
  await writeFile(path, JSON.stringify(change(archive)));
  return path;
}

const withOffer = (fields: object) => (archive: Archive) => {
  Object.assign(archive.data.offers[0] ?? {}, fields);
  return archive;
};

/** Deeper than JSON itself is written by any program. */
async function nested(depth: number): Promise<string> {
  const text = await readFile(file("plain.json"), "utf8");
  const path = file("deep.json");
  await writeFile(path, text.replace('"sealed": null', `"sealed": ${"[".repeat(depth)}${"]".repeat(depth)}`));
  return path;
}

const withoutKeys = (text = "") =>
  text.replaceAll(/"publicKeyPem":"[^"]+"/g, "").replaceAll(/"publicKeyMultibase":"[^"]+"/g, "");
