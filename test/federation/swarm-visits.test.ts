import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visit } from "../../federation/swarm/visit.ts";
import type { Walk } from "../../federation/swarm/walk.ts";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { budget } from "../../src/catalogue/gossip.ts";
import { problemWords } from "../../src/catalogue/visit-words.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { fillWithOffers, instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";

const beyond = { cutOff, meetAgain };

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const slugs = Array.from({ length: 7 }, (_, n) => `offre-${n}`);
let b: TestSite;
beforeAll(async () => {
  b = await startSite({ name: "La Loutre", handle: "la_loutre" });
  for (const slug of slugs) await publishOne(b, slug);
  await b.api("PUT", "/offers/offre-3/availability", { state: "open", slots: 3 });
});
afterAll(() => b?.[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ["instances", "departed", "blocks"] as const) await db.deleteFrom(table).execute();
});

const offersHere = () =>
  db
    .selectFrom("catalogueOffers")
    .select(["actor", "host", "proposal", "handle", "slug", "url", "content", "availability", "version", "published"])
    .orderBy("slug")
    .execute();

async function visitOnce() {
  return visit(walkFrom(here), b.origin);
}

describe("a visit", () => {
  test("brings the host and all that it offers, and makes it known", async () => {
    await nameCandidate(here, b.origin);
    expect(await visitOnce()).toBeNull();
    expect((await offersHere()).map(({ slug }) => slug)).toEqual(slugs);
    expect(await instanceAt(here, b.origin)).toMatchObject({
      state: "known",
      problem: null,
      progress: null,
      failures: 0,
    });
    const host = await db.selectFrom("catalogueHosts").selectAll().executeTakeFirstOrThrow();
    expect(host).toMatchObject({ origin: b.origin, trust: 2, handle: "la_loutre", profile: { name: "La Loutre" } });
  });

  test("repairs whatever was lost, altered or invented in the copy", async () => {
    await nameCandidate(here, b.origin);
    await visitOnce();
    const right = await offersHere();
    const host = String(right[0]?.host);
    const harm = fc.record({
      slug: fc.constantFrom(...slugs),
      kind: fc.constantFrom("lost", "altered", "quietly altered", "renamed", "invented", "host altered", "host lost"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 6 }), async (harms) => {
        for (const { kind, slug } of harms) await injure(kind, slug, host);
        expect(await visitOnce()).toBeNull();
        expect(await offersHere()).toEqual(right);
        const kept = await db.selectFrom("catalogueHosts").select(["actor", "profile"]).execute();
        expect(kept).toMatchObject([{ actor: host, profile: { name: "La Loutre" } }]);
      }),
      { numRuns: 15 },
    );
  });

  test("that died half way goes on where it was", async () => {
    await using large = await startSite({ name: "Le Rucher", handle: "le_rucher" });
    await fillWithOffers(large, 230);
    await nameCandidate(here, large.origin);
    const asked: string[] = [];
    // The instance, its directory, host, data sheet, partners, digest, its page, and a page of data sheets.
    await expect(visit(dyingAfter(8, asked), large.origin)).rejects.toThrow("killed");
    expect(await offersHere()).toHaveLength(100);
    expect(await instanceAt(here, large.origin)).toMatchObject({
      ...{ state: "known", visited: null },
      progress: { phase: "offers", done: 100, of: 230 },
    });
    asked.length = 0;
    expect(await visit(dyingAfter(100, asked), large.origin)).toBeNull();
    expect(await offersHere()).toHaveLength(230);
    const sheets = asked.filter((url) => url.includes("/sheets"));
    expect(sheets).toHaveLength(2);
    expect(sheets.every((url) => url.includes("?after="))).toBe(true);
    asked.length = 0;
    expect(await visit(dyingAfter(100, asked), large.origin)).toBeNull();
    expect(asked.filter((url) => /sheets|page=/.test(url))).toEqual([]); // nothing differs: one small question
  });

  test("that takes too long lets others have their turn, and goes on where it was", async () => {
    await using large = await startSite({ name: "Le Rucher", handle: "le_rucher" });
    await fillWithOffers(large, 530);
    await nameCandidate(here, large.origin);
    await sql`delete from graphile_worker._private_jobs`.execute(db);
    // Seven questions until the first page of data sheets, and one for each page: three pages in the time of a visit.
    const first = slowWalk(budget.visit / 10);
    expect(await visit(first.walk, large.origin)).toBe("slow");
    expect(await offersHere()).toHaveLength(300);
    expect(await instanceAt(here, large.origin)).toMatchObject({
      ...{ state: "known", problem: "slow", failures: 0, visited: null },
      progress: { phase: "offers", done: 300, of: 530, pages: 3 },
    });
    expect(await visitsWaiting()).toEqual([large.origin]);
    const next = slowWalk(budget.visit / 10);
    expect(await visit(next.walk, large.origin)).toBeNull();
    expect(await offersHere()).toHaveLength(530);
    expect(await instanceAt(here, large.origin)).toMatchObject({ problem: null, progress: null, failures: 0 });
    const pages = [...first.asked, ...next.asked].filter((url) => url.includes("/sheets"));
    expect(pages).toHaveLength(6);
    expect(new Set(pages).size).toBe(6);
  });

  test("that comes no further in all that time has come to nothing, and is made again ever more rarely", async () => {
    await nameCandidate(here, b.origin);
    await sql`delete from graphile_worker._private_jobs`.execute(db);
    for (const failures of [1, 2, 3]) {
      const { walk, asked } = slowWalk(budget.visit / 3);
      expect(await visit(walk, b.origin)).toBe("slow");
      expect(asked).toHaveLength(3);
      expect(await instanceAt(here, b.origin)).toMatchObject({ problem: "slow", failures, progress: null });
    }
    expect(await visitsWaiting()).toEqual([]);
    expect(problemWords("slow", "fr")).toContain("trop lentement");
  });

  test("says what is wrong with a site of another kind, and with one that is away", async () => {
    await using mastodon = await startFakeMastodon();
    await nameCandidate(here, mastodon.origin);
    expect(await visit(walkFrom(here), mastodon.origin)).toBe("no-instance");
    await nameCandidate(here, "http://127.0.0.1:1");
    expect(await visit(walkFrom(here), "http://127.0.0.1:1")).toBe("unreachable");
    expect(await instanceAt(here, "http://127.0.0.1:1")).toMatchObject({ state: "candidate", failures: 1 });
    expect(await db.selectFrom("catalogueHosts").selectAll().execute()).toEqual([]);
  });

  test("is not made where the domain is blocked, nor does anything stay that was on its way", async () => {
    await nameCandidate(here, b.origin);
    await db
      .transaction()
      .execute((tx) => blockDomain(tx, { domain: b.origin, origin: here.origin, beyond, now: new Date() }));
    expect(await visitOnce()).toBe("blocked");
    expect(await db.selectFrom("catalogueHosts").selectAll().execute()).toEqual([]);
  });
});

/** A walk by a clock on which each question takes so many milliseconds. */
function slowWalk(each: number): { readonly walk: Walk; readonly asked: readonly string[] } {
  const { asker, ...walk } = walkFrom(here);
  const asked: string[] = [];
  const ask = (url: string) => {
    asked.push(url);
    return asker.patient.ask(url);
  };
  const now = () => new Date(asked.length * each);
  return { asked, walk: { ...walk, now, asker: { ...asker, patient: { ask } } } };
}

async function visitsWaiting(): Promise<readonly unknown[]> {
  const { rows } = await sql<{ origin: string }>`
    select payload->>'origin' as origin from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id where identifier = 'visit-instance'`.execute(db);
  return rows.map(({ origin }) => origin);
}

/** A walk whose process dies after so many questions. */
function dyingAfter(questions: number, asked: string[]): Walk {
  const { asker, ...walk } = walkFrom(here);
  const ask = async (url: string) => {
    if (asked.length >= questions) throw new Error("killed");
    asked.push(url);
    return asker.patient.ask(url);
  };
  return { ...walk, asker: { ...asker, patient: { ask } } };
}

/** Something happens to the copy that did not happen at its origin. */
async function injure(kind: string, slug: string, host: string): Promise<void> {
  const row = () => db.updateTable("catalogueOffers").where("slug", "=", slug).where("host", "=", host);
  if (kind === "lost") await db.deleteFrom("catalogueOffers").where("slug", "=", slug).execute();
  if (kind === "altered")
    await row()
      .set({ content: JSON.stringify({ title: "Faux" }), version: "0.0" })
      .execute();
  if (kind === "quietly altered")
    await row()
      .set({ availability: JSON.stringify({ state: "open", slots: 99 }) })
      .execute();
  if (kind === "renamed") await row().set({ url: "https://ailleurs.example/" }).execute();
  if (kind === "host altered") await db.updateTable("catalogueHosts").set({ profile: "{}" }).execute();
  if (kind === "host lost") await db.deleteFrom("catalogueHosts").where("actor", "=", host).execute();
  if (kind === "invented")
    await sql`
      insert into catalogue_offers (actor, host, proposal, handle, slug, url, content, version, published, changed, asked)
      select actor || ${`/${slug}`}, host, proposal || ${`/${slug}`}, handle, slug, url, content, version, published, changed, asked
      from catalogue_offers limit 1 on conflict do nothing`.execute(db);
}
