import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArchiveShape, readArchive } from "../../src/exchange/archive.ts";
import { loadArchive } from "../../src/exchange/archive-load.ts";
import { archiveTables, sections } from "../../src/exchange/archive-tables.ts";
import { writeArchive } from "../../src/exchange/archive-write.ts";
import { readLibrehost, writeLibrehost } from "../../src/exchange/librehost.ts";
import { writeTable } from "../../src/exchange/table.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { emptyProfile, type Host } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { freshDatabase } from "../support/database.ts";

const origin = "https://pomme.example";
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== "" && text.trim() === text && text.isWellFormed() && !text.includes("\0"));
const address = fc.webUrl({ validSchemes: ["https"] });
const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("an archive", () => {
  const micro = fc
    .tuple(instant, fc.integer({ min: 0, max: 999 }))
    .map(([moment, more]) => `${moment.slice(0, -1)}${String(more).padStart(3, "0")}`)
    .map((moment) => `${moment.replace(/\.?0+$/, "")}+00:00`);
  const perhaps = fc.option(micro, { nil: null });
  const maybe = fc.option(words, { nil: null });
  const data = fc.record({
    heard: list(fc.record({ activity: words, heard: micro }), "activity"),
    reports: list(
      fc.record({
        id: words,
        reporter: maybe,
        objects: fc.array(words, { maxLength: 3 }),
        content: words,
        received: micro,
        handled: perhaps,
        contact: maybe,
        passedOn: perhaps,
      }),
      "id",
    ),
    messages: list(
      fc.record({
        ...{
          id: words,
          recipients: fc.array(fc.uuid(), { maxLength: 2 }),
          author: words,
          content: fc.oneof(words, fc.constant("")),
        },
        ...{ kind: fc.constantFrom("mention", "reply", "news"), visibility: fc.constantFrom("public", "direct") },
        ...{ language: maybe, url: maybe, inReplyTo: maybe, published: perhaps, updated: perhaps, received: micro },
        ...{ answered: perhaps, deleted: perhaps, assignee: fc.constant(null) },
        ...{ conversation: maybe, others: fc.array(words, { maxLength: 2 }) },
      }),
      "id",
    ),
    remoteActors: list(
      fc.record({
        ...{ id: words, type: words, name: maybe, handle: maybe, url: maybe, inbox: words, sharedInbox: maybe },
        ...{ keyId: maybe, keyPem: maybe, fetched: micro, gone: perhaps, met: micro },
      }),
      "id",
    ),
  });
  const job = fc.record({
    ...{
      task: fc.constantFrom("tell", "deliver"),
      payload: fc.record({ more: fc.jsonValue({ maxDepth: 3 }).filter(clean) }),
      queue: fc.constantFrom(null, "tell"),
    },
    ...{
      runAt: micro,
      maxAttempts: fc.integer({ min: 1, max: 25 }),
      key: fc.constant(null),
      priority: fc.integer({ min: -5, max: 5 }),
    },
  });

  test("taken in and written again is the same archive, to the microsecond", async () => {
    const { url, drop } = await freshDatabase();
    const db = openDatabase(openPool(url, 1, () => {}));
    await fc.assert(
      fc.asyncProperty(data, fc.array(job, { maxLength: 4 }), async (rows, jobs) => {
        const given = { ...head, data: rows, jobs };
        const again = await takenInAndWritten(db, given);
        for (const [table, some] of Object.entries(rows)) expect(sorted(again.data[table] ?? [])).toEqual(sorted(some));
        expect(sorted(again.jobs)).toEqual(sorted(jobs));
      }),
      { numRuns: 25 },
    );
    await db.destroy();
    await drop();
  });

  test("whatever document comes, it is read whole or refused with a place and a reason", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("format", "version", "origin", "exported", "data", "jobs"),
        (value, key) => {
          const read = readArchive({ ...head, data: {}, jobs: [], [key]: value });
          if (read.done) expect(ArchiveShape.safeParse(read.value).success).toBe(true);
          else expect(read.reason.reason).toMatch(/^(malformed|newer-version|too-deep|unstorable)$/);
        },
      ),
    );
  });

  test("takes every table along, or says why it stays behind", () => {
    for (const [table, what] of Object.entries(archiveTables)) {
      if (!("leftOut" in what)) expect(sections.has(table)).toBe(true);
      else expect(what.leftOut).not.toBe("");
    }
  });

  const head = {
    ...{ format: "essaim", version: 1, origin, exported: "2041-01-01T00:00:00Z" },
    ...{ software: { name: "essaim", version: "0.1.0" }, sealed: null },
  };

  async function takenInAndWritten(db: Database, given: unknown) {
    const archive = readArchive(given);
    if (!archive.done) throw new Error(JSON.stringify(archive.reason));
    return await db.transaction().execute(async (tx) => {
      const loaded = await loadArchive(tx, archive.value, origin);
      if (!loaded.done) throw new Error(JSON.stringify(loaded.reason));
      let text = "";
      for await (const piece of writeArchive(tx, { origin, version: "0.1.0", sealed: null })) text += piece;
      const again = readArchive(JSON.parse(text));
      if (!again.done) throw new Error(JSON.stringify(again.reason));
      return again.value;
    });
  }
});

describe("a librehost.json", () => {
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const document = fc
    .record({
      "@context": fc.constant("http://schema.org"),
      "@type": fc.constantFrom("Organization", "NGO"),
      version: fc.constant("0.0.1"),
      organizationType: maybe(fc.constantFrom(...codesOf("legalForms"), "collective of friends")),
      name: words,
      tagLine: maybe(words),
      homeUrl: address,
      logo: maybe(address),
      description: maybe(words),
      communicationLanguages: fc.uniqueArray(fc.constantFrom("fr", "en", "de", "oc"), { minLength: 1 }),
      contactUrl: maybe(address),
      privacyPolicyUrl: maybe(address),
      termsOfServiceUrl: maybe(address),
      isServiceProvider: fc.boolean(),
      foundingDate: maybe(fc.constantFrom(2016, "2016", "2016-04-01")),
      dateCreated: instant,
      colours: maybe(fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== null && clean(value))),
    })
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

  test("taken in and written again is the same document, but for the day it was changed", () => {
    fc.assert(
      fc.property(document, (given) => {
        const { dateModified: _, ...again } = writeLibrehost(hostOf(read(given).profile), origin);
        expect(again).toEqual(given);
      }),
    );
  });

  test("of ours, taken in by ours, changes nothing the second time", () => {
    fc.assert(
      fc.property(document, (given) => {
        const first = writeLibrehost(hostOf(read(given).profile), origin);
        expect(writeLibrehost(hostOf(read(first).profile), origin)).toEqual(first);
        expect(read(first).problems.filter(({ path }) => path !== "colours" && path !== "organizationType")).toEqual(
          [],
        );
      }),
    );
  });

  test("with a wrong field is read for the rest: what is wrong is reported, kept, and never published", () => {
    const wrong = {
      name: 5,
      logo: "ftp://x",
      foundingDate: "long ago",
      communicationLanguages: "fr",
      isServiceProvider: "yes",
    };
    fc.assert(
      fc.property(document, fc.constantFrom(...Object.entries(wrong)), (given, [field, value]) => {
        const { profile, problems } = read({ ...given, [field]: value });
        expect(problems.map(({ path }) => path)).toContain(field);
        expect(JSON.stringify(profile.extra)).toContain(JSON.stringify(value));
        expect(writeLibrehost(hostOf(profile), origin)[field]).not.toEqual(value);
      }),
    );
  });

  function read(given: unknown) {
    const reading = { lineOf: () => null, problems: [], base: [], sources: new Map() };
    const outcome = readLibrehost(given, emptyProfile("La Pomme", "fr"), reading);
    if (!outcome.done) throw new Error(outcome.reason);
    return { profile: outcome.value, problems: reading.problems as readonly { path: string }[] };
  }

  const hostOf = (profile: Host["profile"]): Host => {
    const created = new Date("2026-11-24T10:00:00Z");
    return { id: randomUUID(), handle: "la_pomme", profile, logo: [], created, changed: created };
  };
});

describe("a table for spreadsheets", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", 'a"b;c\nd', "＝1+1", ""),
  );

  test("read back says what was written, and no cell begins as a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = writeTable(["a", "b", "c"], rows);
        expect(text.startsWith('\uFEFF"a";"b";"c"\r\n')).toBe(true);
        const back = parseTable(text.slice(1)).slice(1);
        for (const one of back.flat()) expect(one).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(back.map((row) => row.map(unescaped))).toEqual(rows.map((row) => row.map(unescaped)));
      }),
    );
  });

  const unescaped = (text: string) => text.replaceAll("\0", "").replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");
});

/** RFC 4180 with semicolons, without a line of the writer's. */
function parseTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", ending] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (ending === ";") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function list<Row extends object>(row: fc.Arbitrary<Row>, key: keyof Row) {
  return fc.uniqueArray(row, { maxLength: 4, selector: (one) => one[key] });
}

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row, keysInOrder)).sort();
const keysInOrder = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function clean(value: unknown): boolean {
  const text = JSON.stringify(value);
  return text !== undefined && !/\\u0000|\\ud[89a-f]|__proto__/i.test(text) && !/e[+-]|-0\b/.test(text);
}
