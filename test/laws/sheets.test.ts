import fc from "fast-check";
import { expect, test } from "vitest";
import { readHostDatasheet, readOffer, writeHostSheet, writeOfferSheet } from "../../federation/swarm/sheets.ts";
import { availabilityStates } from "../../src/availability/availability.ts";
import type { HostSheet, OfferSheet } from "../../src/catalogue/catalogue.ts";
import { largestSheet } from "../../src/catalogue/sheets.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { anyOffer, words } from "../support/any-offer.ts";

const origin = "https://hote-b.example";
const now = new Date("2026-11-26T12:00:00Z");
const source = { origin, now };
const past = fc.date({ min: new Date("2026-01-01"), max: now, noInvalidDate: true });
const iri = fc.uuid().map((id) => `${origin}/ap/things/${id}`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const availability = fc.record({
  ...{ state: fc.constantFrom(...availabilityStates), slots: maybe(fc.nat()), capacity: maybe(fc.nat()) },
  ...{
    nextOpening: maybe(fc.constant("2027-03")),
    waves: fc.constant([]),
    approval: maybe(words),
    message: maybe(words),
  },
  territory: maybe(fc.constant({ codes: ["dep:69"], policy: "only" as const })),
  ...{ confirmed: past, expires: past },
});

const sheet: fc.Arbitrary<OfferSheet> = fc.record({
  ...{ actor: iri, host: iri, proposal: iri, handle: fc.constant("courriel"), slug: fc.constant("courriel"), url: iri },
  ...{ content: anyOffer(), availability: maybe(availability), version: fc.constant("3.1") },
  ...{ published: past, changed: past, joint: fc.constant(null) },
});

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("a data sheet read is the offer written, to the last cent", () => {
  fc.assert(
    fc.property(sheet, (some) => {
      expect(readOffer(throughJson(writeOfferSheet(some, `${origin}/offers/x/datasheet.json`)), source)).toEqual(some);
    }),
  );
});

const host: HostSheet = {
  ...{ actor: `${origin}/ap/actors/1`, origin, handle: "loutre", url: `${origin}/@loutre`, logo: null },
  profile: {
    ...emptyProfile("La Loutre", "fr"),
    website: "https://loutre.example/",
    capabilities: ["training", "hosting"],
  },
};
const sheetOf = (some: HostSheet) => throughJson(writeHostSheet(some, `${origin}/hosts/x/datasheet.json`, now));

test("a data sheet read is the host written", () => {
  expect(readHostDatasheet(sheetOf(host), origin)).toEqual(host);
});

test("a sheet speaks for its own origin only", () => {
  const [some] = fc.sample(sheet, 1) as [OfferSheet];
  const written = throughJson(writeOfferSheet(some, "x")) as Record<string, unknown>;
  for (const name of ["actor", "host", "proposal", "url"])
    expect(readOffer({ ...written, [name]: "https://ailleurs.example/1" }, source)).toBeNull();
  expect(readHostDatasheet(sheetOf(host), "https://ailleurs.example")).toBeNull();
  const elsewhere = { ...host, logo: "https://ailleurs.example/pixel.png" };
  expect(readHostDatasheet(sheetOf(elsewhere), origin)).toEqual(host);
});

test("links that are none of the web are left out, whatever the rest says", () => {
  const profile = { ...host.profile, website: "javascript:alert(1)", termsUrl: "data:text/html,x" };
  expect(readHostDatasheet(sheetOf({ ...host, profile }), origin)?.profile).toMatchObject({
    website: null,
    termsUrl: null,
  });
});

test("what is too large, too long or malformed is not read; nothing that is read is any of these", () => {
  const [some] = fc.sample(sheet, 1) as [OfferSheet];
  const written = throughJson(writeOfferSheet(some, "x")) as { offer: object };
  const withOffer = (more: object) => readOffer({ ...written, offer: { ...written.offer, ...more } }, source);
  expect(withOffer({ notes: ["a".repeat(10_000)] })).not.toBeNull();
  expect(withOffer({ notes: Array.from({ length: 8 }, () => "a".repeat(10_000)) })).toBeNull();
  expect(withOffer({ needs: Array.from({ length: 5_000 }, () => "email") })).toBeNull();
  expect(withOffer({ title: "a\u0000b" })).toBeNull();
  expect(withOffer({ title: " " })).toBeNull();
  fc.assert(fc.property(fc.jsonValue(), (json) => readOffer(json, source) === null));
  expect(largestSheet).toBe(65_536);
});

test("what this version has no word for does not hide the rest", () => {
  const [some] = fc.sample(sheet, 1) as [OfferSheet];
  const written = throughJson(writeOfferSheet(some, "x")) as { offer: object };
  const offer = {
    ...written.offer,
    ...{ needs: ["telepathy"], isolation: "quantum", territory: { codes: ["moon:3"], policy: "perhaps" } },
    tiers: [{ id: "a", price: { model: "barter", amount: "3" } }],
  };
  const read = readOffer({ ...written, offer, availability: { state: "dreaming" } }, source);
  expect(read).toMatchObject({
    availability: null,
    content: { needs: ["telepathy"], isolation: null, territory: { codes: ["moon:3"], policy: "priority" } },
  });
  expect(read?.content.tiers).toMatchObject([{ id: "a", price: null }]);
});

test("a date that is yet to come counts as now", () => {
  const [some] = fc.sample(sheet, 1) as [OfferSheet];
  const later = new Date("9999-01-01T00:00:00Z");
  const read = readOffer(throughJson(writeOfferSheet({ ...some, changed: later }, "x")), source);
  expect(read?.changed).toEqual(now);
});
