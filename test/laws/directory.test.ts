import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { availabilityStates } from "../../src/availability/availability.ts";
import { dropOffers } from "../../src/catalogue/dropping.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import { listHosts, listListedOffers } from "../../src/catalogue/queries.ts";
import { type Facet, type Filters, joints, noFilters, sorts } from "../../src/directory/directory.ts";
import { readFilters, writeFilters } from "../../src/directory/filters.ts";
import { search } from "../../src/directory/search.ts";
import type { Database } from "../../src/foundation/database.ts";
import { capabilities } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { anyFilters } from "../support/any-filters.ts";
import { databaseOfTests } from "../support/database.ts";
import { anyHostSheet, anyOfferSheet, diceOf, fillCatalogue } from "../support/generated-catalogue.ts";
import { choicesOf, fits, type Pair, valuesOf } from "../support/plain-search.ts";
import { givenTogether, noteSigned } from "../support/signed-together.ts";

const now = new Date("2026-11-26T10:00:00Z");
const size = { hosts: 30, offersEach: 8, now };
const db = await databaseOfTests();
await fillCatalogue(db, size);
const pairs = await readPairs(db);

describe("a search", () => {
  test("finds what one finds by looking at each offer, and counts each choice with all others as they are", async () => {
    const dice = diceOf(7);
    for (let round = 0; round < 80; round += 1) {
      const filters = { ...anyFilters(dice), q: "" };
      const { items, total, facets } = await search(db, filters, { after: null, limit: 1_000 }, now);
      const expected = pairs.filter((pair) => fits(pair, filters, now));
      expect(new Set(items.map(({ offer }) => offer.actor)), JSON.stringify(filters)).toEqual(
        new Set(expected.map(({ offer }) => offer.actor)),
      );
      expect(total).toBe(expected.length);
      for (const facet of Object.keys(choicesOf(filters)) as Facet[]) {
        expect(countsOf(facets[facet], facet), `${facet} of ${JSON.stringify(filters)}`).toEqual(
          countAll(filters, facet),
        );
      }
    }
  });

  test("shows each offer once, page by page, in each order", async () => {
    const dice = diceOf(11);
    for (const sort of [...sorts, ...sorts, ...sorts]) {
      const filters: Filters = { ...anyFilters(dice), needs: [], price: null, territory: "com:35238", sort };
      const { items } = await search(db, filters, { after: null, limit: 1_000, facets: false }, now);
      const whole = items.map(({ offer }) => offer.actor);
      const paged: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await search(db, filters, { after: after ?? null, limit: 7, facets: false }, now);
        paged.push(...page.items.map(({ offer }) => offer.actor));
        after = page.next;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    }
  });

  test("puts those around first, and last those who take others only when nobody nearer does", async () => {
    const filters: Filters = { ...noFilters, territory: "com:35238", all: true, sort: "nearness" };
    const { items } = await search(db, filters, { after: null, limit: 1_000 }, now);
    const order = items.map(({ nearness }) => (nearness === "fallback" ? 1 : 0));
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(2);
  });

  test("does not favour anybody for ever: equals change places from day to day", async () => {
    const first = new Set<string>();
    for (let day = 0; day < 20; day += 1) {
      const later = new Date(now.getTime() - day * 86_400_000);
      const { items } = await search(db, noFilters, { after: null, limit: 1, facets: false }, later);
      first.add(items[0]?.offer.actor ?? "");
    }
    expect(first.size).toBeGreaterThan(8);
  });
});

describe("the bit maps", () => {
  test("say what the entries say, whatever comes, changes and goes, and in whatever order", async () => {
    const other = await databaseOfTests();
    await fillCatalogue(other, { hosts: 4, offersEach: 5, now });
    const dice = diceOf(3);
    for (let round = 0; round < 40; round += 1) {
      await change(other, dice.throw(5), round);
      if (round % 5 === 0) expect(await strayBits(other)).toEqual([]);
    }
  });

  test("are the same however often an answer comes, and in whatever order the offers do", async () => {
    const [one, two] = [await databaseOfTests(), await databaseOfTests()];
    const host = anyHostSheet(diceOf(5), 1);
    const offers = Array.from({ length: 12 }, (_, at) => anyOfferSheet(diceOf(at), host, at + 1, now));
    for (const [where, order] of [
      [one, offers],
      [two, [...offers].reverse()],
    ] as const) {
      await where.insertInto("instances").values({ origin: host.origin, source: "named", state: "known" }).execute();
      await where.transaction().execute(async (tx) => {
        await keepHost(tx, host, now);
        await tx.updateTable("catalogueHosts").set({ trust: 3 }).execute();
        for (const offer of order) await keepOffers(tx, [offer], now);
        if (where === two) await keepOffers(tx, offers, new Date(now.getTime() + 1_000));
      });
    }
    expect(await entriesOf(two)).toEqual(await entriesOf(one));
  });
});

test("what is ours is found like what is others'", async () => {
  const [ours, theirs] = [await databaseOfTests(), await databaseOfTests()];
  await fillCatalogue(ours, { ...size, hosts: 12 });
  await fillCatalogue(theirs, { ...size, hosts: 12 });
  await ours.updateTable("instances").set({ source: "own" }).where("origin", "=", "https://host-3.example").execute();
  const dice = diceOf(21);
  for (let round = 0; round < 60; round += 1) {
    const filters = anyFilters(dice);
    const [here, there] = await Promise.all(
      [ours, theirs].map((one) => search(one, filters, { after: null, limit: 10 }, now)),
    );
    const alike = (findings: typeof here) =>
      findings && {
        ...findings,
        items: findings.items.map((item) => ({ ...item, host: { ...item.host, own: null } })),
      };
    expect(alike(here)).toEqual(alike(there));
  }
});

test("what an address asks for reads back as it was written", () => {
  const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
  const quantity = fc.record({
    unit: fc.constantFrom("GB" as const, "users" as const),
    count: fc.integer({ min: 1, max: 999_999 }),
  });
  const filters: fc.Arbitrary<Filters> = fc.record({
    q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
    ...{ needs: some(codesOf("needs")), audiences: some(codesOf("audiences")), availability: some(availabilityStates) },
    territory: fc.constantFrom(null, "com:16015", "dep:2A", "country:FR", "remote", "69380"),
    price: fc.option(
      fc.record({
        cents: fc.integer({ min: 0, max: 9_999_999 }),
        currency: fc.constantFrom("EUR", "CHF"),
        quantity: fc.option(quantity, { nil: null }),
      }),
      { nil: null },
    ),
    ...{ software: some(["Nextcloud", "C++ & Cie"]), alternativeTo: some(["Doodle", "bit.ly", "X"]) },
    isolation: fc.constantFrom(null, "dedicated", "shared"),
    ...{
      accompaniment: some(codesOf("accompaniment")),
      capabilities: some(capabilities),
      languages: some(["fr", "oc"]),
      joint: some(joints),
    },
    fresh: fc.option(fc.integer({ min: 1, max: 3_650 }), { nil: null }),
    all: fc.boolean(),
    sort: fc.constantFrom(...sorts),
  });
  fc.assert(
    fc.property(filters, (asked) => {
      expect(readFilters(new URLSearchParams(writeFilters(asked).toString()))).toEqual(asked);
    }),
  );
});

async function readPairs(where: Database): Promise<readonly Pair[]> {
  const rows = await where.selectFrom("catalogueOffers").select(["actor", "host"]).execute();
  const offers = await listListedOffers(
    where,
    rows.map(({ actor }) => actor),
  );
  const hosts = new Map(
    (
      await listHosts(
        where,
        rows.map(({ host }) => host),
      )
    ).map((one) => [one.actor, one]),
  );
  return offers.flatMap((offer) => {
    const host = hosts.get(offer.host);
    const partners = offer.joint?.partners.flatMap(({ actor }) => hosts.get(actor) ?? []) ?? [];
    return host ? [{ offer, host, partners }] : [];
  });
}

function countsOf(counts: readonly { readonly code: string; readonly count: number }[], facet: Facet) {
  return Object.fromEntries(counts.map(({ code, count }) => [facet === "software" ? code.toLowerCase() : code, count]));
}

function countAll(filters: Filters, facet: Facet): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const pair of pairs.filter((one) => fits(one, filters, now, facet))) {
    for (const value of new Set(valuesOf(pair, facet, now))) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** One of the things that happen to a catalogue. */
async function change(where: Database, what: number, round: number): Promise<void> {
  const dice = diceOf(round);
  const later = new Date(now.getTime() + round * 60_000);
  const host = anyHostSheet(diceOf(round), 1 + dice.throw(4));
  const alone = { ...anyOfferSheet(dice, host, 1 + dice.throw(7), later), version: `${round}` };
  const other = anyHostSheet(diceOf(round + 1), 1 + ((round + 1) % 5));
  const offer = other.actor !== host.actor && dice.chance(0.5) ? givenTogether(alone, [other]) : alone;
  const known = await where
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("actor", "=", host.actor)
    .executeTakeFirst();
  if (known === undefined) return;
  await where.transaction().execute(async (tx) => {
    await noteSigned(tx, [offer], later);
    if (what === 0) await keepOffers(tx, [offer], later);
    if (what === 1) await dropOffers(tx, [offer.actor], later);
    if (what === 2) await keepHost(tx, host, later);
    if (what === 3)
      await tx
        .updateTable("catalogueHosts")
        .set({ trust: dice.throw(5) })
        .where("actor", "=", host.actor)
        .execute();
    if (what === 4)
      await tx
        .updateTable("instances")
        .set({ state: dice.one(["known", "hidden"]) })
        .where("origin", "=", host.origin)
        .execute();
  });
}

/** Bits that no entry accounts for, and entries that have no bit; gaps are filled, so no ordinal is high here. */
async function strayBits(where: Database): Promise<readonly unknown[]> {
  const { rows } = await sql`
    with said as (
      select kind, code, ordinal from catalogue_entries as entry
      join catalogue_offers on catalogue_offers.actor = entry.actor,
      catalogue_terms(catalogue_entry_trust(entry.host, entry.partners), codes, numbers, words)
    ), kept as (
      select kind, code, chunk * 8192 + at as ordinal from catalogue_bits, generate_series(0, 127) as at where get_bit(bits, at) = 1
      union all
      select kind, code, chunk * 1024 + at from catalogue_words, generate_series(0, 127) as at where get_bit(bits, at) = 1
    )
    (table said except table kept) union all (table kept except table said)`.execute(where);
  return rows;
}

async function entriesOf(where: Database): Promise<readonly unknown[]> {
  const { rows } =
    await sql`select actor, host, trust, codes, numbers, words, confirmed from catalogue_entries order by actor`.execute(
      where,
    );
  return rows;
}
