import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pathOf, readFilters, statesAsked } from "../../src/campaigns/filters.ts";
import type { Elsewhere } from "../../src/campaigns/listing.ts";
import { type FundingRequest, fundingKinds } from "../../src/funding/funding.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { readAtom } from "../support/atom.ts";
import { lived, promised } from "../support/campaigns.ts";
import { freshDatabase } from "../support/database.ts";
import { promise, someFunding } from "../support/funding.ts";
import { openPages, type Pages } from "./pages.ts";

const now = new Date("2026-11-24T10:00:00Z");
const copy: Elsewhere = {
  ...{ title: "Un serveur de vidéos", url: "/funding/elsewhere/1", origin: "https://valdorsene.example" },
  ...{ requester: "Ciné-club du Lavoir", goal: { amount: 90_000, participants: null, currency: "EUR" }, total: 70_000 },
  ...{ participants: 9, closes: new Date("2026-12-01T00:00:00Z"), state: "open", needs: [], territories: [] },
  ...{ language: "fr", asOf: new Date("2026-11-20T10:00:00Z") },
};
const elsewhere: Elsewhere[] = [];
let pages: Pages;
let drop: () => Promise<void>;
let agenda: FundingRequest;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pages = await openPages(database.url, { now: () => now, elsewhere });
  const { db } = pages;
  agenda = await someFunding(db, now, {
    ...{ title: "Un agenda partagé", needs: ["calendar"], territories: ["com:69123"], deadline: "2026-12-10" },
  });
  await promised(db, agenda, "Foyer", promise(50_000), now);
  const module = { title: "Un module pour Paheko", kind: "shared-development", license: "AGPL-3.0-or-later" };
  await someFunding(db, now, { ...module, territories: ["reg:53"], deadline: "2027-03-01" });
  await someFunding(db, now, {
    title: "La radio",
    goal: { mode: "headcount", participants: 4 },
    deadline: "2027-02-01",
  });
  await lived(db, "all-or-nothing", "delivered", now);
  await lived(db, "all-or-nothing", "failed", new Date("2026-09-01T10:00:00Z"));
});

afterAll(async () => {
  await pages.close();
  await drop();
});

/** The titles that a list shows, in their order. */
async function titles(query = ""): Promise<readonly string[]> {
  const answer = await pages.get(`/funding${query}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return [...html.matchAll(/<h3 class="card-title"><a href="[^"]*"[^>]*>([^<]*)/g)].map(([, title = ""]) => title);
}

describe("the list of requests", () => {
  test("shows those where one can promise, the one that closes soonest first", async () => {
    expect(await titles()).toEqual(["Un agenda partagé", "La radio", "Un module pour Paheko"]);
  });

  test.each([
    ["?q=AGENDA%20partage", ["Un agenda partagé"]],
    ["?q=calendar", ["Un agenda partagé"]],
    ["?need=calendar", ["Un agenda partagé"]],
    ["?kind=shared-development", ["Un module pour Paheko"]],
    ["?kind=shared-development&kind=donation", ["Un module pour Paheko"]],
    ["?territory=dep:69", ["Un agenda partagé", "La radio"]],
    ["?territory=dep:35", ["La radio", "Un module pour Paheko"]],
    ["?remaining_max=100", ["Un agenda partagé"]],
    ["?remaining_max=99,99", []],
    ["?before=2026-12-10", ["Un agenda partagé"]],
    ["?before=2026-12-09", []],
    ["?state=reached", []],
    ["?state=done", ["all-or-nothing delivered", "all-or-nothing failed"]],
  ])("is narrowed by %s", async (query, found) => {
    expect(await titles(query)).toEqual(found);
  });

  test("tells of requests elsewhere where they live, and how old their total is", async () => {
    elsewhere.push(copy);
    const html = await (await pages.get("/funding")).text();
    const english = await (await pages.get("/funding", { "accept-language": "en" })).text();
    elsewhere.splice(0);
    expect(html).toContain('href="/funding/elsewhere/1"');
    expect(english).toContain('<a href="/funding/elsewhere/1" lang="fr">');
    expect(html).toContain("Sur valdorsene.example");
    expect(html).toContain("700\u00a0€ promis sur 900\u00a0€");
    expect(html).toContain('<time datetime="2026-11-20T10:00:00.000Z">');
  });

  test("says what to do next where it finds nothing", async () => {
    const html = await (await pages.get("/funding?q=zzz")).text();
    for (const way of ["/funding/new", "/funding", "/funding?state=done", "/directory"])
      expect(html).toContain(`href="${way}"`);
  });

  test("leads from a form to an address that can be passed on, and asks again where it knows no place", async () => {
    const sent = await pages.get("/funding?q=&territory=Villeurbanne&state=open&need=&kind=&remaining_max=&before=");
    expect([sent.status, sent.headers.get("location")]).toEqual([302, "/funding?territory=com%3A69266"]);
    const unknown = await pages.get("/funding?q=agenda&territory=Nullepart");
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain('value="agenda"');
    expect(await (await pages.get("/funding?kind=theft")).text()).toContain("kind=theft");
  });

  test("goes on from page to page, each once", async () => {
    elsewhere.push(...Array.from({ length: 30 }, (_, at) => ({ ...copy, title: `Ailleurs ${at}` })));
    const all = [await titles(), await titles("?page=2"), await titles("?page=3")];
    expect((await pages.get("/funding?page=9")).status).toBe(404);
    elsewhere.splice(0);
    expect(all.map(({ length }) => length)).toEqual([12, 12, 9]);
    expect(new Set(all.flat()).size).toBe(33);
  });

  test("stands on the home, in the menu and on the map of the site", async () => {
    for (const path of ["/", "/about"]) expect(await (await pages.get(path)).text()).toContain('href="/funding"');
    expect(await (await pages.get("/")).text()).toContain("Un agenda partagé");
  });
});

describe("its feed", () => {
  test("holds what the same filters find", async () => {
    const answer = await pages.get("/funding/feed.atom?need=calendar");
    const text = await answer.text();
    expect(answer.headers.get("content-type")).toContain("application/atom+xml");
    expect(readAtom(text).entries.map(({ title }) => title)).toEqual(["Un agenda partagé"]);
    expect(text).toContain("500");
  });

  test("of one request tells its passages", async () => {
    const text = await (await pages.get(`/funding/${agenda.code}/feed.atom?lang=en`)).text();
    expect(readAtom(text).entries.map(({ title }) => title)).toEqual(["The request is open · Un agenda partagé"]);
  });
});

test("an address of filters reads back as what it was written from", () => {
  const filters = fc.record({
    q: fc.stringMatching(/^[a-zé]{0,12}$/),
    needs: fc.uniqueArray(fc.constantFrom(...codesOf("needs")), { maxLength: 3 }),
    territory: fc.constantFrom(null, "dep:69", "reg:53", "com:69123"),
    kinds: fc.uniqueArray(fc.constantFrom(...fundingKinds), { maxLength: 2 }),
    remaining: fc.option(fc.integer({ min: 1, max: 99_999_999 })),
    before: fc.constantFrom(null, "2027-01-31", "2028-02-29"),
    state: fc.constantFrom(...statesAsked),
  });
  fc.assert(
    fc.property(filters, (one) => {
      const query = new URL(pathOf(one), "https://pomme.example").searchParams;
      expect(readFilters(query)).toEqual({ filters: one, faults: [] });
    }),
  );
});
