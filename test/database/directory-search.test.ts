import { expect, test } from "vitest";
import { noFilters } from "../../src/directory/directory.ts";
import { search } from "../../src/directory/search.ts";
import { databaseOfTests } from "../support/database.ts";
import { fillCatalogue } from "../support/generated-catalogue.ts";

const now = new Date("2026-11-26T10:00:00Z");
const db = await databaseOfTests();
await fillCatalogue(db, { hosts: 20, offersEach: 10, now });

test("smoke", async () => {
  for (const f of [
    {},
    { q: "courriel" },
    { q: "Nextcluod" },
    { territory: "com:16015" },
    { territory: "16000", sort: "nearness" },
    { price: { cents: 1000, currency: "EUR", quantity: { unit: "GB", count: 30 } } },
    { fresh: 30 },
    { sort: "confirmed" },
    { availability: ["open"] },
    { all: true },
    { alternativeTo: ["Doodle"] },
    { software: ["nextcloud"] },
  ] as const) {
    const t = performance.now();
    const r = await search(db, { ...noFilters, ...f } as never, { after: null, limit: 3 }, now);
    console.log(
      JSON.stringify(f),
      r.total,
      r.items.map((i) => i.offer.content.title + "|" + i.state + "|" + i.nearness + "|" + i.monthly?.cents),
      r.next,
      r.corrected,
      r.counted,
      r.loosened,
      r.facets.availability,
      (performance.now() - t).toFixed(1),
    );
  }
  expect(1).toBe(1);
});
