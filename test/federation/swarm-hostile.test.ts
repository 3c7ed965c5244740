import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visit } from "../../federation/swarm/visit.ts";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { dropHost } from "../../src/catalogue/dropping.ts";
import { nameOrigins } from "../../src/catalogue/naming.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { fillWithOffers, instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { type Forge, type ForgedPeer, saying, startForgedPeer } from "../support/forged-peer.ts";
import { startSite, type TestSite } from "../support/site.ts";

const beyond = { cutOff, meetAgain };

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const walk = walkFrom(here);
/** Does what it says; the forger speaks as it does, of itself. */
let honest: TestSite;
let forger: ForgedPeer;
beforeAll(async () => {
  honest = await startSite({ name: "La Loutre", handle: "la_loutre" });
  for (const slug of ["courriel", "fichiers", "agenda"]) await publishOne(honest, slug);
  forger = await startForgedPeer(honest);
});
afterAll(async () => {
  await forger?.[Symbol.asyncDispose]();
  await honest?.[Symbol.asyncDispose]();
});

/** What is kept of the honest one, which nothing that the forger does may touch. */
const kept = async () => ({
  hosts: await db.selectFrom("catalogueHosts").selectAll().where("origin", "=", honest.origin).execute(),
  offers: await db
    .selectFrom("catalogueOffers")
    .selectAll()
    .where("url", "like", `${honest.origin}/%`)
    .orderBy("actor")
    .execute(),
});
const offersOfForger = () =>
  db.selectFrom("catalogueOffers").selectAll().where("url", "like", `${forger.origin}/%`).execute();

beforeEach(async () => {
  for (const table of ["instances", "departed", "blocks"] as const) await db.deleteFrom(table).execute();
  await nameCandidate(here, honest.origin);
  expect(await visit(walk, honest.origin)).toBeNull();
  await nameCandidate(here, forger.origin);
  forger.forge(() => null);
});

/** The forger is visited, and the honest one is as it was. Gives the problem. */
async function visitForger(forge: Forge): Promise<string | null> {
  const before = await kept();
  forger.forge(forge);
  const problem = await visit(walk, forger.origin);
  expect(await kept()).toEqual(before);
  expect((await instanceAt(here, forger.origin))?.problem).toBe(problem);
  return problem;
}

const only =
  (pattern: RegExp, reply: Forge): Forge =>
  (path, answer, origin) =>
    pattern.test(path) ? reply(path, answer, origin) : null;
const instance = /^\/ap\/instance$/;
const directory = /^\/ap\/instance\/directory/;
const digest = /^\/ap\/instance\/digest/;
const sheets = /^\/ap\/instance\/sheets/;

test("the forger, as long as it forges nothing, is an instance like any other", async () => {
  expect(await visitForger(() => null)).toBeNull();
  expect(await offersOfForger()).toHaveLength(3);
});

describe("an address that is no instance of ours", () => {
  test("is one where nobody answers", async () => {
    await nameCandidate(here, "http://127.0.0.1:1");
    expect(await visit(walk, "http://127.0.0.1:1")).toBe("unreachable");
  });

  test("is a web page, or Mastodon", async () => {
    expect(await visitForger(() => ({ status: 200, type: "text/html", body: "<p>Bonjour" }))).toBe("no-instance");
    await using mastodon = await startFakeMastodon();
    await nameCandidate(here, mastodon.origin);
    expect(await visit(walk, mastodon.origin)).toBe("no-instance");
  });

  test("is down for a while, and visited again", async () => {
    expect(await visitForger(() => ({ status: 503, type: "text/plain", body: "" }))).toBe("unreachable");
    expect((await instanceAt(here, forger.origin))?.nextVisit).not.toBeNull();
    expect(await visitForger(() => null)).toBeNull();
  });
});

describe("an origin that lies about its host", () => {
  const lies: readonly [string, Forge][] = [
    [
      "names the host of another as its own",
      only(directory, (_, answer) =>
        saying(answer, (list) => ({ ...list, orderedItems: [`${honest.origin}/ap/actors/1`] })),
      ),
    ],
    [
      "lists no host of its own",
      only(directory, (_, answer) => saying(answer, (list) => ({ ...list, orderedItems: [] }))),
    ],
    [
      "has a host that names another instance",
      only(/^\/ap\/actors\//, (_, answer) => ({
        ...answer,
        body: answer.body.replaceAll(`${forger.origin}/ap/instance`, `${honest.origin}/ap/instance`),
      })),
    ],
    [
      "shows an instance that calls itself by another address",
      only(instance, (_, answer) => saying(answer, (actor) => ({ ...actor, id: `${honest.origin}/ap/instance` }))),
    ],
    [
      "has its directory elsewhere",
      only(instance, (_, answer) =>
        saying(answer, (actor) => ({ ...actor, streams: [`${honest.origin}/ap/instance/directory`] })),
      ),
    ],
    [
      "answers as another's data sheet",
      only(/datasheet|\/host\.json|\/sheet/, (_, answer) =>
        saying(answer, (sheet) => ({ ...sheet, actor: `${honest.origin}/ap/actors/1` })),
      ),
    ],
  ];

  test.each(lies)("and %s is not known", async (_, forge) => {
    expect(await visitForger(forge)).toMatch(/^(lies-about-origin|not-claimed|not-readable|no-instance)$/);
    expect(
      await db.selectFrom("catalogueHosts").select("origin").where("origin", "=", forger.origin).execute(),
    ).toEqual([]);
  });

  test("and gives out the whole of another gets nothing of it under its own name, nor harms it", async () => {
    const copy: Forge = async (_, answer) => ({
      ...answer,
      body: answer.body.replaceAll(forger.origin, honest.origin),
    });
    expect(await visitForger(copy)).not.toBeNull();
    expect(await offersOfForger()).toEqual([]);
  });

  test("and says of offers elsewhere that they are its own keeps none of them", async () => {
    const [theirs] = (await kept()).offers;
    const forge: Forge = only(digest, (_, answer) =>
      saying(answer, (list) =>
        "items" in list
          ? { ...list, items: [{ kind: "offer", id: theirs?.actor, version: "9.9" }] }
          : { ...list, kinds: { offer: { total: 1, hash: "x" } } },
      ),
    );
    await visitForger(forge);
    expect(await offersOfForger()).toEqual([]);
  });
});

describe("what is read of an instance", () => {
  const evil: readonly [string, (sheet: string) => string][] = [
    ["is more than a mebibyte", (sheet) => sheet + " ".repeat(1_100_000)],
    ["is nested a thousand deep", () => `${"[".repeat(1_000)}${"]".repeat(1_000)}`],
    ["has NUL in its texts", (sheet) => sheet.replaceAll("Offre", "Of\\u0000fre")],
    ["has the wrong types", (sheet) => sheet.replaceAll(/"title":"[^"]*"/g, '"title":{"a":[1,2,3]}')],
    ["has numbers beyond all bounds", (sheet) => sheet.replaceAll(/"version":"[^"]*"/g, '"version":1e999')],
    ["is no JSON", (sheet) => sheet.slice(0, -2)],
    ["has a prototype in it", (sheet) => sheet.replace("{", '{"__proto__":{"admin":true},')],
  ];

  test.each(evil)(
    "may be data sheets of which one %s: nothing of them is kept, and a problem is noted",
    async (_, spoil) => {
      const forge: Forge = only(sheets, (_, answer) => ({ ...answer, body: spoil(answer.body) }));
      expect(await visitForger(forge)).toMatch(/^(too-large|not-readable)$/);
    },
  );

  test("may change while it is read: the next visit makes it whole", async () => {
    let asked = 0;
    const forge: Forge = only(digest, (_, answer) => {
      asked += 1;
      return asked % 2 === 0 ? saying(answer, (list) => ({ ...list, items: [] })) : answer;
    });
    await visitForger(forge);
    expect(await visitForger(() => null)).toBeNull();
    expect(await offersOfForger()).toHaveLength(3);
  });

  test("may have scripts in every text: they are kept as the texts that they are, and shown as such", async () => {
    const script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    const forge: Forge = only(sheets, (_, answer) => ({
      ...answer,
      body: answer.body.replaceAll("Offre ", JSON.stringify(script).slice(1, -1)),
    }));
    await visitForger(forge);
    const titles = (await offersOfForger()).map(({ content }) => (content as { title: string }).title);
    for (const title of titles) expect(title.startsWith("<script>")).toBe(true);
  });

  test("may look like another's: two hosts of one name are two, each of its own origin", async () => {
    await visitForger(() => null);
    const hosts = await db.selectFrom("catalogueHosts").select(["origin", "profile"]).orderBy("origin").execute();
    expect(hosts.map(({ profile }) => (profile as { name: string }).name)).toEqual(["La Loutre", "La Loutre"]);
    expect(new Set(hosts.map(({ origin }) => origin)).size).toBe(2);
  });
});

describe("whom it names", () => {
  const naming = (...items: readonly string[]): Forge =>
    only(directory, (path, answer) =>
      path.includes("page=")
        ? null
        : saying(answer, (list) => ({
            ...list,
            digest: null,
            orderedItems: [...(list["orderedItems"] as string[]), ...items],
          })),
    );

  test("does not come back when its own origin said that it is gone", async () => {
    const [host] = (await kept()).hosts;
    const gone = new Date();
    await db.transaction().execute((tx) => dropHost(tx, String(host?.actor), gone));
    await db.deleteFrom("instances").where("origin", "=", honest.origin).execute();
    await visitForger(naming(String(host?.actor)));
    expect(await instanceAt(here, honest.origin)).toBeUndefined();
    expect((await kept()).hosts).toEqual([]);
  });

  test("is not looked at when its domain is blocked here", async () => {
    await db
      .transaction()
      .execute((tx) => blockDomain(tx, { domain: "bloque.example", origin: here.origin, beyond, now: new Date() }));
    await visitForger(naming("https://www.bloque.example/ap/actors/1", "https://autre.example/ap/actors/1"));
    expect(await instanceAt(here, "https://www.bloque.example")).toBeUndefined();
    expect(await instanceAt(here, "https://autre.example")).toMatchObject({ state: "candidate" });
  });

  test("cannot be kept out by naming nobodies of its domain", async () => {
    const nobodies = Array.from({ length: 10 }, (_, n) => `https://n${n}.chez.example/a`);
    await visitForger(naming(...nobodies));
    await db.updateTable("instances").set({ source: "peer", hops: 0 }).where("origin", "=", honest.origin).execute();
    const taken = await db
      .transaction()
      .execute((tx) => nameOrigins(tx, honest.origin, ["https://vrai.chez.example"], new Date()));
    expect(taken).toEqual(["https://vrai.chez.example"]);
  });
});

test("two catalogues of hundreds of offers are taken in at the same time, after others have left", async () => {
  await using one = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await using other = await startSite({ name: "Le Verger", handle: "le_verger" });
  for (const site of [one, other]) {
    await fillWithOffers(site, 250);
    await nameCandidate(here, site.origin);
  }
  await db.deleteFrom("instances").where("origin", "=", forger.origin).execute();
  expect(await Promise.all([visit(walk, one.origin), visit(walk, other.origin)])).toEqual([null, null]);
  const { count } = await db
    .selectFrom("catalogueEntries")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(503);
});
