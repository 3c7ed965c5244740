import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visit } from "../../federation/swarm/visit.ts";
import { budget } from "../../src/catalogue/gossip.ts";
import { problemWords } from "../../src/catalogue/visit-words.ts";
import { instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { type Forge, type ForgedPeer, saying, startForgedPeer } from "../support/forged-peer.ts";
import { startSite, type TestSite } from "../support/site.ts";

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const walk = walkFrom(here);
/** Publishes three offers; the crowded one publishes the same, and says what it likes of others. */
let honest: TestSite;
let crowded: ForgedPeer;
beforeAll(async () => {
  honest = await startSite({ name: "La Loutre", handle: "la_loutre" });
  for (const slug of ["courriel", "fichiers", "agenda"]) await publishOne(honest, slug);
  crowded = await startForgedPeer(honest);
});
afterAll(async () => {
  await crowded?.[Symbol.asyncDispose]();
  await honest?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  for (const table of ["instances", "departed"] as const) await db.deleteFrom(table).execute();
  for (const { origin } of [honest, crowded]) await nameCandidate(here, origin);
  expect(await visit(walk, honest.origin)).toBeNull();
});

/** Nothing that an instance says of others harms anybody: neither its own offers nor those of others. */
afterEach(async () => {
  crowded.forge(() => null);
  expect(await visit(walk, honest.origin)).toBeNull();
  const { rows } = await sql<{ origin: string; count: number }>`
    select origin, count(*)::int from catalogue_offers join catalogue_hosts as host on host.actor = host group by origin`.execute(
    db,
  );
  for (const { origin } of [honest, crowded]) expect(rows).toContainEqual({ origin, count: 3 });
});

interface Told {
  /** How many questions it took. */
  readonly questions: number;
  /** How many of them were for pages of its directory after the first, and for pages of its digest. */
  readonly pages: { readonly directory: number; readonly digest: number };
  readonly problem: string | null;
  /** What the desk says of it. */
  readonly sentence: string;
  /** Whom it made us look at. */
  readonly named: number;
}

async function visitCrowded(forge: Forge): Promise<Told> {
  const before = crowded.asked.length;
  crowded.forge(forge);
  const problem = await visit(walk, crowded.origin);
  expect((await instanceAt(here, crowded.origin))?.problem).toBe(problem);
  const named = await db.selectFrom("instances").select("origin").where("namedBy", "=", crowded.origin).execute();
  const sentence = problem === null ? "" : problemWords(problem, "fr");
  const asked = crowded.asked.slice(before);
  const pagesOf = (list: string) => asked.filter((path) => path.startsWith(`/ap/instance/${list}?page=`)).length;
  const pages = { directory: pagesOf("directory"), digest: pagesOf("digest") };
  return { questions: asked.length, pages, problem, sentence, named: named.length };
}

const only =
  (pattern: RegExp, reply: Forge): Forge =>
  (path, answer, origin) =>
    pattern.test(path) ? reply(path, answer, origin) : null;
const directory = /^\/ap\/instance\/directory/;
const digest = /^\/ap\/instance\/digest/;
const page = (id: string, items: readonly string[], next: string | null) => ({
  status: 200,
  type: "application/activity+json",
  body: JSON.stringify({ id, type: "OrderedCollectionPage", orderedItems: items, next }),
});

/** A directory whose pages, from the second on, are as `itemsOf` and `nextOf` say; none comes after null. */
const listing = (itemsOf: (page: number) => readonly string[], nextOf: (page: number) => number | null): Forge =>
  only(directory, (path, answer, origin) => {
    const at = Number(/page=(\d+)/.exec(path)?.[1] ?? 0);
    const after = nextOf(at);
    const next = after === null ? null : `${origin}/ap/instance/directory?page=${after}`;
    if (at > 0) return page(origin + path, itemsOf(at), next);
    return saying(answer, (list) => ({ ...list, digest: null, next }));
  });

const strangers = (count: number, page = 0) =>
  Array.from({ length: count }, (_, n) => `https://h${page}-${n}.example${page}x${n}/ap/actors/1`);

describe("a directory that names very many", () => {
  const naming = (items: readonly string[]): Forge =>
    only(directory, (path, answer) =>
      path.includes("page=")
        ? null
        : saying(answer, (list) => ({
            ...list,
            digest: null,
            orderedItems: [...(list["orderedItems"] as string[]), ...items],
          })),
    );

  test("on one page is taken up within its budget, today and tomorrow, and the desk says so", async () => {
    const told = await visitCrowded(naming(strangers(9_999)));
    expect(told).toMatchObject({ problem: "too-many-named", named: budget.unproved });
    expect(told.sentence).toContain("Il cite plus d’hébergeurs");
    await db
      .updateTable("instances")
      .set({ met: new Date(0) })
      .execute();
    expect(await visitCrowded(naming(strangers(9_999, 1)))).toMatchObject({ named: budget.unproved });
  });

  test("of one domain, so that each is one of too many, costs no more than that", async () => {
    const siblings = Array.from({ length: 9_999 }, (_, n) => `https://h${n}.chez.example/ap/actors/1`);
    let statements = 0;
    const { asker, ...rest } = walk;
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    crowded.forge(naming(siblings));
    await visit({ ...rest, asker, db: counting }, crowded.origin);
    const named = await db.selectFrom("instances").select("origin").where("namedBy", "=", crowded.origin).execute();
    expect(named).toHaveLength(budget.siblings);
    expect(statements).toBeLessThan(500);
  });

  test("a hundred thousand, page by page, is read as far as anybody honest goes", async () => {
    const told = await visitCrowded(
      listing(
        (at) => strangers(2_000, at),
        (at) => (at < 50 ? at + 1 : null),
      ),
    );
    expect(told).toMatchObject({ problem: "too-many-named", named: budget.unproved });
    expect(told.pages.directory).toBe(budget.named / 2_000);
  });

  test("where somebody here approved it, is taken up as far as a day's budget goes", async () => {
    const peer = { source: "peer", hops: 0 } as const;
    await db.updateTable("instances").set(peer).where("origin", "=", crowded.origin).execute();
    expect(await visitCrowded(naming(strangers(9_999)))).toMatchObject({
      ...{ problem: "too-many-named", named: budget.candidatesPerDay },
    });
  });
});

describe("a directory without an end", () => {
  test("of which a page leads to itself is given up at once", async () => {
    const told = await visitCrowded(
      listing(
        () => strangers(1),
        (at) => Math.max(at, 1),
      ),
    );
    expect(told).toMatchObject({ problem: "endless", named: 1 });
    expect(told.sentence).toContain("tournent en rond");
    expect(told.questions).toBeLessThan(12);
  });

  test("of which the pages lead back to the first is given up after one round", async () => {
    const told = await visitCrowded(
      listing(
        () => [],
        (at) => (at === 5 ? 1 : at + 1),
      ),
    );
    expect(told.problem).toBe("endless");
    expect(told.questions).toBeLessThan(16);
  });

  test("of which the pages never end is given up after no more than fifty, however often the visit is interrupted", async () => {
    const endless = listing(
      () => strangers(1),
      (at) => at + 1,
    );
    const before = crowded.asked.length;
    crowded.forge(endless);
    let problem: string | null = "slow";
    for (let goes = 0; problem === "slow" && goes < 20; goes += 1) {
      const asked = crowded.asked.length;
      const now = () => new Date((crowded.asked.length - asked) * (budget.visit / 15));
      problem = await visit({ ...walk, now }, crowded.origin);
    }
    expect(problem).toBe("endless");
    const pages = crowded.asked.slice(before).filter((path) => path.includes("directory?page="));
    expect(pages.length).toBe(budget.pages);
    expect(new Set(pages).size).toBe(budget.pages);
  });

  test("in which its own host does not stand is read no further than that either", async () => {
    const nobody = only(directory, (path, answer, origin) => {
      const at = Number(/page=(\d+)/.exec(path)?.[1] ?? 0);
      const next = `${origin}/ap/instance/directory?page=${at + 1}`;
      return saying(answer, (list) => ({ ...list, orderedItems: strangers(1), next }));
    });
    await visit(walk, crowded.origin);
    const told = await visitCrowded(nobody);
    expect(told.problem).toMatch(/^(endless|not-readable)$/);
    expect(told.questions).toBeLessThanOrEqual(budget.pages + 3);
    crowded.forge(() => null);
    expect(await visit(walk, crowded.origin)).toBeNull();
  });
});

test("a digest of a hundred thousand things is read as far as is kept of one instance", async () => {
  await visit(walk, crowded.origin);
  const forge: Forge = only(digest, (path, answer, origin) => {
    const at = Number(/page=(\d+)/.exec(path)?.[1] ?? 0);
    const next = at < 50 ? `${origin}/ap/instance/digest?page=${at + 1}` : null;
    if (at === 0)
      return saying(answer, (list) => ({ ...list, kinds: { offer: { total: 100_000, hash: "x" } }, first: next }));
    const items = Array.from({ length: 2_000 }, (_, n) => {
      return { kind: "offer", id: `${origin}/ap/actors/${at * 2_000 + n}`, version: "1" };
    });
    return { status: 200, type: "application/json", body: JSON.stringify({ id: origin + path, items, next }) };
  });
  const told = await visitCrowded(forge);
  expect(told.problem).toBe("too-many-offers");
  expect(told.pages.digest).toBe(Math.ceil(budget.offers / 2_000));
  expect(told.sentence).toContain("Il publie plus de");
  expect(told.questions).toBeLessThan(40);
  crowded.forge(() => null);
  expect(await visit(walk, crowded.origin)).toBeNull();
});
