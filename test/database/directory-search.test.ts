import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import { type Filters, noFilters } from "../../src/directory/directory.ts";
import { search } from "../../src/directory/search.ts";
import type { Reader } from "../../src/foundation/database.ts";
import { emptyProfile, type Territory } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { databaseOfTests } from "../support/database.ts";

const now = new Date("2026-11-26T10:00:00Z");
const db = await databaseOfTests();
const day = 86_400_000;

interface Told {
  readonly content?: object;
  readonly territory?: Territory | null;
  readonly state?: "open" | "closed" | "waiting-list" | null;
  readonly expires?: Date;
  readonly changed?: Date;
}

await host("pomme", "La Pomme", 3);
await host("sabots", "Mille Sabots", 4);
await host("inconnu", "Inconnu au bataillon", 2);
await offer("pomme", "courriel", {
  content: {
    ...{ title: "Boîtes aux lettres électroniques", summary: "Vos messages à l’abri.", needs: ["email"] },
    ...{ does: ["Filtre les indésirables"], software: [{ name: "Roundcube" }] },
    tiers: [{ id: "a", price: { model: "flat", amount: 6_000, currency: "EUR", period: "year" } }],
  },
  territory: { codes: ["com:16015"], policy: "only" },
  state: "open",
});
await offer("sabots", "files", {
  content: {
    ...{ title: "Shared files for charities", summary: "Everything in one place.", needs: ["file-sharing"] },
    ...{ language: "en", software: [{ name: "Nextcloud" }], does: ["Daily backups"] },
    tiers: [
      {
        id: "a",
        price: { model: "per-unit", unit: "GB", unitAmount: 25, minimumUnits: 10, currency: "EUR", period: "month" },
      },
    ],
  },
  territory: { codes: ["dep:35"], policy: "fallback" },
  state: "closed",
});
await offer("sabots", "sondages", {
  content: { title: "Réunions et sondages", needs: ["polls"], summary: "Trouver une date à plusieurs." },
  ...{ state: "open", expires: new Date(now.getTime() - day) },
});
await offer("inconnu", "wiki", { content: { title: "Un wiki", needs: ["wiki"] }, state: "open" });

const slugs = async (filters: Partial<Filters>) =>
  (await search(db, { ...noFilters, ...filters }, { after: null, limit: 10 }, now)).items.map(
    ({ offer: { slug } }) => slug,
  );

describe("words", () => {
  test.each([
    ["boites electroniques", ["courriel"]],
    ["BOÎTE", ["courriel"]],
    ["réunion", ["sondages"]],
    ["reunions", ["sondages"]],
    ["charity", ["files"]],
    ["indésirable", ["courriel"]],
    ["roundcube", ["courriel"]],
    ["Mille Sabots", ["files", "sondages"]],
    ["email", ["courriel"]],
    ["fichiers partagés", ["files"]],
    ["alternative à Doodle", ["sondages"]],
    ["alternative to Gmail", ["courriel"]],
    ["une réunion pour trouver la date", ["sondages"]],
    ["de la", ["courriel", "files", "sondages"]],
  ])("%s", async (q, found) => {
    expect((await slugs({ q })).sort()).toEqual(found);
  });

  test("are found although mistyped, and it is said how they were read", async () => {
    for (const [q, read] of [
      ["rondcube", "roundcube"],
      ["Nextcluod", "nextcloud"],
      ["sodnages", "sondages"],
    ] as const) {
      const { items, corrected } = await search(db, { ...noFilters, q }, { after: null, limit: 10 }, now);
      expect(corrected).toEqual([{ typed: q, read }]);
      expect(items).toHaveLength(1);
    }
  });

  test("that nobody has together are found one by one, and it is said", async () => {
    const { items, loosened } = await search(
      db,
      { ...noFilters, q: "Roundcube charities" },
      { after: null, limit: 10 },
      now,
    );
    expect([items.map(({ offer: { slug } }) => slug).sort(), loosened]).toEqual([["courriel", "files"], true]);
  });

  test("find nothing where there is nothing alike", async () => {
    expect(await slugs({ q: "xylophone" })).toEqual([]);
  });
});

describe("places", () => {
  test("whoever is there for its own town alone is found from there, by its postcode too, and from nowhere else", async () => {
    for (const territory of ["com:16015", "16000"]) expect(await slugs({ territory })).toContain("courriel");
    for (const territory of ["com:35238", "dep:16", "country:FR"])
      expect(await slugs({ territory })).not.toContain("courriel");
  });

  test("whoever takes others only when nobody nearer does comes last for them, and not for neighbours", async () => {
    const found = await search(db, { ...noFilters, territory: "com:16015" }, { after: null, limit: 10 }, now);
    expect(found.items.map(({ offer: { slug }, nearness }) => [slug, nearness])).toEqual([
      ["courriel", "only"],
      ["sondages", "anywhere"],
      ["files", "fallback"],
    ]);
    expect((await slugs({ territory: "com:35238", sort: "nearness" }))[0]).toBe("files");
  });
});

describe("prices", () => {
  const ceiling = (cents: number, unit: "GB" | "users" | null, count = 0): Partial<Filters> => ({
    price: { cents, currency: "EUR", quantity: unit && { unit, count } },
  });

  test("are compared by the month, for the quantity that is asked for", async () => {
    expect(await slugs(ceiling(500, null))).toEqual(
      ["courriel", "files"].filter((slug) => slug === "courriel" || slug === "files"),
    );
    expect(await slugs(ceiling(499, "GB", 10))).toEqual(["files"]);
    expect(await slugs(ceiling(500, "GB", 20))).toContain("files");
    expect(await slugs(ceiling(499, "GB", 20))).toEqual([]);
  });

  test("for a quantity between two are those of the next, which is said; what is shown is what was asked for", async () => {
    const filters = { ...noFilters, ...ceiling(1_250, "GB", 30) };
    const { items, counted } = await search(db, filters, { after: null, limit: 10 }, now);
    const files = items.find(({ offer: { slug } }) => slug === "files");
    expect([counted, files?.monthly]).toEqual([
      { unit: "GB", count: 50 },
      { cents: 750, currency: "EUR" },
    ]);
  });
});

test("what has expired is open for nobody, and comes after what is known to be open", async () => {
  expect(await slugs({ availability: ["open"] })).toEqual(["courriel"]);
  expect(await slugs({})).toEqual(["courriel", "sondages", "files"]);
});

test("what nobody vouches for is shown to those alone who ask for all", async () => {
  expect(await slugs({ needs: ["wiki"] })).toEqual([]);
  expect(await slugs({ needs: ["wiki"], all: true })).toEqual(["wiki"]);
});

test("what is hidden is neither shown nor counted, and comes back with its instance", async () => {
  const state = (to: string) =>
    db.updateTable("instances").set({ state: to }).where("origin", "=", "https://pomme.example").execute();
  await state("hidden");
  const { total, facets } = await search(db, noFilters, { after: null, limit: 10 }, now);
  expect([total, facets.needs.map(({ code }) => code)]).toEqual([2, ["file-sharing", "polls"]]);
  await state("known");
  expect(await slugs({ needs: ["email"] })).toEqual(["courriel"]);
});

test("a host that says a new name is found by it", async () => {
  await host("pomme", "La Poire", 3, new Date(now.getTime() + day));
  expect([await slugs({ q: "poire" }), await slugs({ q: "pomme" })]).toEqual([["courriel"], []]);
});

async function host(name: string, title: string, trust: number, asked = now): Promise<void> {
  const origin = `https://${name}.example`;
  await db
    .insertInto("instances")
    .values({ origin, source: "named", state: "known" })
    .onConflict((known) => known.doNothing())
    .execute();
  await db.transaction().execute(async (tx) => {
    const profile = { ...emptyProfile(title, "fr"), capabilities: ["hosting" as const] };
    await keepHost(tx, { actor: origin, origin, handle: name, url: origin, logo: null, profile }, asked);
    await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", origin).execute();
  });
}

async function offer(name: string, slug: string, told: Told): Promise<void> {
  const origin = `https://${name}.example`;
  const {
    content = {},
    territory = null,
    state = null,
    expires = new Date(now.getTime() + 30 * day),
    changed = now,
  } = told;
  const statement = {
    slots: null,
    capacity: null,
    nextOpening: null,
    waves: [],
    approval: null,
    territory: null,
    message: null,
  };
  const sheet = {
    ...{ actor: `${origin}/${slug}`, host: origin, proposal: `${origin}/${slug}/proposal`, handle: slug, slug },
    ...{ url: `${origin}/offers/${slug}`, content: { ...StoredOffer.parse({ title: slug, ...content }), territory } },
    availability: state && { state, ...statement, confirmed: changed, expires },
    ...{ published: changed, changed, version: "1", joint: null },
  };
  await db.transaction().execute((tx) => keepOffers(tx, [sheet], now));
}

test("what was read before is seen as it stands now, also within the transaction that changes it, and as it was where that is undone", async () => {
  const total = async (reader: Reader) =>
    (await search(reader, { ...noFilters, needs: ["wiki"], all: true }, { after: null, limit: 10 }, now)).total;
  const withTrust = (reader: Reader, trust: number) =>
    reader.updateTable("catalogueEntries").set({ trust }).where(sql<boolean>`'need:wiki' = any(codes)`).execute();
  expect(await total(db)).toBe(1);
  const undone = db.transaction().execute(async (tx) => {
    await withTrust(tx, 1);
    expect(await total(tx)).toBe(0);
    await withTrust(tx, 2);
    expect(await total(tx)).toBe(1);
    await withTrust(tx, 1);
    expect(await total(tx)).toBe(0);
    expect(await total(db)).toBe(1);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await total(db)).toBe(1);
});
