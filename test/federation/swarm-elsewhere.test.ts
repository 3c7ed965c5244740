import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findInstance } from "../../federation/actors/find-instance.ts";
import { refreshTask } from "../../federation/swarm/refresh.ts";
import { visit } from "../../federation/swarm/visit.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { type Forge, type ForgedPeer, saying, startForgedPeer } from "../support/forged-peer.ts";
import { startSite, type TestSite } from "../support/site.ts";

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const walk = walkFrom(here);
/** What is published there, and two origins that say the same of themselves: one that is visited, and one that it leads to. */
let model: TestSite;
let visited: ForgedPeer;
let elsewhere: ForgedPeer;
beforeAll(async () => {
  model = await startSite({ name: "La Loutre", handle: "la_loutre" });
  for (const slug of ["courriel", "fichiers"]) await publishOne(model, slug);
  [visited, elsewhere] = [await startForgedPeer(model), await startForgedPeer(model)];
});
afterAll(async () => {
  for (const one of [visited, elsewhere, model]) await one?.[Symbol.asyncDispose]();
});
let asked = 0;
beforeEach(async () => {
  for (const table of ["instances", "departed"] as const) await db.deleteFrom(table).execute();
  await nameCandidate(here, visited.origin);
  visited.forge(() => null);
  // The thief tells of the offers of whoever leads to it, as if it were that one.
  elsewhere.forge((_, answer) => ({
    ...answer,
    body: answer.body.replaceAll(elsewhere.origin, visited.origin).replaceAll("Offre ", "Volé "),
  }));
  asked = elsewhere.asked.length;
});
const askedElsewhere = () => elsewhere.asked.slice(asked);

const titles = async () =>
  (await db.selectFrom("catalogueOffers").select("content").orderBy("slug").execute()).map(
    ({ content }) => (content as { title: string }).title,
  );
const leading =
  (pattern: RegExp, status: number): Forge =>
  (path) =>
    pattern.test(path) ? { status, type: "text/plain", body: "", location: elsewhere.origin + path } : null;

const documents: readonly (readonly [string, RegExp])[] = [
  ["instance", /^\/ap\/instance$/],
  ["directory", /^\/ap\/instance\/directory/],
  ["host", /^\/ap\/actors\/[^/]+$/],
  ["digest", /^\/ap\/instance\/digest$/],
  ["page of its digest", /^\/ap\/instance\/digest\?/],
  ["data sheets", /^\/ap\/instance\/sheets/],
];

describe("an origin that sends whoever asks on to another", () => {
  test.each(documents)("for its %s is not believed, nor is the other asked", async (_, pattern) => {
    for (const status of [301, 302, 307, 308]) {
      visited.forge(leading(pattern, status));
      expect(await visit(walk, visited.origin)).toMatch(/^(no-instance|not-readable|not-claimed)$/);
    }
    expect(askedElsewhere()).toEqual([]);
    expect(await titles()).toEqual([]);
  });

  test("for one offer or for its host leaves what is held as it was", async () => {
    expect(await visit(walk, visited.origin)).toBeNull();
    const before = await titles();
    expect(before).toEqual(["Offre courriel", "Offre fichiers"]);
    const { proposal, host } = await db
      .selectFrom("catalogueOffers")
      .select(["proposal", "host"])
      .where("slug", "=", "courriel")
      .executeTakeFirstOrThrow();
    visited.forge(leading(/./, 302));
    for (const address of [proposal, host]) {
      const changed = new Date(Date.now() + 1_000).toISOString();
      await refreshTask(walk)({ address, changed }, {} as never);
      expect(visited.asked.at(-1)).toBe(new URL(address).pathname);
    }
    expect(await titles()).toEqual(before);
    expect(askedElsewhere()).toEqual([]);
  });

  test("is not met under the other's name when somebody types its address", async () => {
    visited.forge(leading(/./, 302));
    elsewhere.forge(() => null);
    const outbound = openOutbound({ ranges: ["127.0.0.0/8"], origin: here.origin });
    const see = async (id: string) => ({ id, type: "Application", name: "Autre" });
    const found = await findInstance(
      { outbound, origin: here.origin, remoteActors: { see, document: async () => ({}) } as never },
      visited.origin,
    );
    expect(found.done && found.value.origin).not.toBe(elsewhere.origin);
    expect(found).toMatchObject({ done: false, reason: "no-instance" });
  });
});

describe("an origin whose lists lie elsewhere", () => {
  const further = () => `${elsewhere.origin}/ap/instance/directory?page=1`;
  const lists: readonly (readonly [string, RegExp, () => object])[] = [
    ["directory", /^\/ap\/instance\/directory$/, () => ({ digest: "x", next: further() })],
    ["digest", /^\/ap\/instance\/digest$/, () => ({ first: further() })],
    ["data sheets", /^\/ap\/instance\/sheets/, () => ({ items: [], next: further() })],
  ];
  test.each(lists)("speaks for another, and the other's %s is not asked for", async (_, pattern, said) => {
    visited.forge((path, answer) => (pattern.test(path) ? saying(answer, (list) => ({ ...list, ...said() })) : null));
    expect(await visit(walk, visited.origin)).toBe("lies-about-origin");
    expect(askedElsewhere()).toEqual([]);
    expect((await titles()).filter((title) => title.startsWith("Volé"))).toEqual([]);
  });

  test("is not asked elsewhere either when a visit goes on that was interrupted just there", async () => {
    await visit(walk, visited.origin);
    await db.deleteFrom("catalogueOffers").execute();
    for (const phase of ["offers", "directory"]) {
      const next = `${elsewhere.origin}/ap/instance/${phase === "offers" ? "sheets" : "directory"}`;
      const progress = JSON.stringify({ phase, done: 1, of: null, next, pages: 1, began: new Date() });
      await db
        .updateTable("instances")
        .set({ progress, directory: null })
        .where("origin", "=", visited.origin)
        .execute();
      expect(await visit(walk, visited.origin)).toBe("lies-about-origin");
      expect(askedElsewhere()).toEqual([]);
    }
    expect(await instanceAt(here, visited.origin)).toMatchObject({ progress: null });
    expect(await visit(walk, visited.origin)).toBeNull();
    expect(await titles()).toHaveLength(2);
  });
});
