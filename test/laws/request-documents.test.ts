import { Proposal } from "@fedify/vocab";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundledContexts } from "../../federation/bundled-contexts.ts";
import { currencyAt, currencyIri, readAmount, writeAmount } from "../../federation/vocabulary/amounts.ts";
import { readProposal } from "../../federation/vocabulary/proposal.ts";
import { readRequestProposal, writeRequestProposal } from "../../federation/vocabulary/request-proposal.ts";
import { largestRequestSheet, readRequestSheet, writeRequestSheet } from "../../federation/vocabulary/request-sheet.ts";
import { type FundingSheet, fundingKinds, fundingModes, fundingStates } from "../../src/funding/funding.ts";
import { currencyDigits } from "../../src/offers/price.ts";

const origin = "https://hote-b.example";
const now = new Date("2026-11-26T12:00:00Z");
const source = { origin, now };
const wire = (document: unknown): unknown => JSON.parse(JSON.stringify(document));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const iri = fc.uuid().map((id) => `${origin}/ap/things/${id}`);
const elsewhere = fc.uuid().map((id) => `https://social.example/users/${id}`);
const instant = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const past = fc.date({ min: new Date("2026-01-01"), max: now, noInvalidDate: true });
const text = fc.string({ unit: "grapheme", maxLength: 60 }).map((some) => some.replaceAll("\0", ""));
const title = text.map((some) => some.trim() || "Un titre");
const cents = fc.integer({ min: 0, max: 99_999_999_999 });
const sum = fc.integer({ min: 0, max: 900_000_000_000_000 });
const currency = fc.constantFrom(...Object.keys(currencyDigits));
const state = fc.constantFrom(...fundingStates.filter((one) => one !== "draft"));
const hashtags = fc.array(fc.record({ name: fc.constant("FondsGroupe"), href: iri }), { maxLength: 1 });

const proposal = fc.record({
  ...{ id: iri, campaign: iri, name: text, content: text, url: iri, published: instant, updated: instant },
  ...{ ends: maybe(instant), original: maybe(elsewhere), beneficiary: maybe(elsewhere), hashtags, datasheet: iri },
  requester: maybe(fc.record({ href: elsewhere, account: fc.constant("asso_velo@social.example") })),
  ...{ currency, amount: maybe(cents), remaining: maybe(cents), minimumPledge: maybe(cents), service: iri, state },
  period: fc.constantFrom(null, "day" as const, "month" as const, "quarter" as const, "year" as const),
  rule: fc.constantFrom("keepAll" as const, "allOrNothing" as const),
  pledged: fc.record({ total: sum, count: fc.nat(), asOf: instant }),
});

const sheet: fc.Arbitrary<FundingSheet> = fc.record({
  ...{ actor: iri, proposal: iri, url: iri, code: fc.constant("7q4k"), handle: fc.constant("fonds_7q4k"), state },
  requester: fc.record({ name: text, address: maybe(elsewhere), actor: maybe(elsewhere) }),
  terms: fc.record({
    kind: fc.constantFrom(...fundingKinds),
    goal: fc.record({
      ...{ mode: fc.constantFrom(...fundingModes), minimum: maybe(cents), optimum: maybe(cents), currency },
      ...{ participants: maybe(fc.nat()), period: maybe(fc.constantFrom("once" as const, "year" as const)) },
    }),
    ...{ minimumPledge: maybe(cents), maximumPledge: maybe(cents), cap: maybe(cents) },
    ...{ deadline: maybe(fc.constant("2027-01-31")), extension: maybe(fc.constant("2027-02-28T12:00:00Z")) },
    license: maybe(fc.constant("AGPL-3.0-or-later")),
  }),
  content: fc.record({
    ...{ title, description: text, language: fc.constantFrom("fr", "en"), poll: fc.boolean() },
    ...{ needs: fc.constant(["file-sharing", "not-known-yet"]), territories: fc.constant(["dep:69"]) },
    ...{ presets: fc.array(cents, { maxLength: 8 }), beneficiaries: maybe(text), helpWanted: maybe(text) },
    ...{ returns: maybe(text), steward: maybe(text) },
    call: fc.oneof(
      fc.record({ to: fc.constantFrom("everyone" as const, "nobody" as const) }),
      fc.record({ to: fc.constant("some" as const), hosts: fc.array(elsewhere, { maxLength: 3 }) }),
    ),
  }),
  ...{
    closes: maybe(instant),
    original: maybe(elsewhere),
    previous: maybe(iri),
    opened: past,
    extended: maybe(instant),
  },
  ...{ confirmUntil: maybe(instant), committed: maybe(instant), ended: maybe(instant), version: fc.constant("3.12") },
  asOf: past,
  promises: fc.record({
    ...{ total: sum, participants: fc.nat(), pledges: fc.nat() },
    waiting: fc.record({ pledges: fc.nat(), total: sum }),
    help: fc.record({ pledges: fc.nat(), hour: fc.nat(), day: fc.nat(), thing: fc.nat() }),
  }),
});

const id = `${origin}/funding/7q4k/datasheet.json`;

test("a request's proposal read is the one written, and never taken for an offer's", () => {
  fc.assert(
    fc.property(proposal, (some) => {
      const document = wire(writeRequestProposal(some));
      expect(readRequestProposal(document)).toEqual(some);
      expect(readProposal(document)).toBeNull();
    }),
  );
});

test("a request's data sheet read is the one written, to the last cent", () => {
  fc.assert(
    fc.property(
      sheet,
      (some) => void expect(readRequestSheet(wire(writeRequestSheet(some, id)), source)).toEqual(some),
    ),
  );
});

test("amounts and currencies survive the way, and nothing else is read as an amount", () => {
  fc.assert(
    fc.property(sum, currency, (amount, code) => {
      expect(readAmount(writeAmount(amount, code), code)).toBe(amount);
      expect(currencyAt(currencyIri(code))).toBe(code);
    }),
  );
  for (const wrong of ["-1", "1e3", "1,50", " 1", "01", "1.234", "٣", "½", "Infinity", "NaN", "", "1."])
    expect(readAmount(wrong, "EUR")).toBeNull();
  expect(readAmount("1.5", "JPY")).toBeNull();
  expect(currencyAt("https://w3id.org/essaim/ns#currency/toString")).toBeNull();
});

test("a sheet speaks for its own origin only, and not of days to come", () => {
  const [some] = fc.sample(sheet, 1) as [FundingSheet];
  const document = writeRequestSheet(some, id);
  for (const part of ["actor", "proposal", "url"])
    expect(readRequestSheet(wire({ ...document, [part]: "https://evil.example/ap/actors/1" }), source)).toBeNull();
  const ahead = wire({ ...document, asOf: "2090-01-01T00:00:00Z" });
  expect(readRequestSheet(ahead, source)?.asOf).toEqual(now);
});

test("a sheet with an amount that cannot be read, or with what cannot be kept, is none", () => {
  const [some] = fc.sample(sheet, 1) as [FundingSheet];
  const document = writeRequestSheet(some, id);
  const { request, promised } = document;
  for (const wrong of [
    { ...document, promised: { ...promised, total: "1e3" } },
    { ...document, request: { ...request, minimumPledge: "1,50" } },
    { ...document, request: { ...request, presets: ["-5"] } },
    { ...document, request: { ...request, goal: { ...request.goal, currency: "XXX" } } },
    { ...document, request: { ...request, description: "\0" } },
    { ...document, request: { ...request, description: "\ud800" } },
    { ...document, padding: "x".repeat(largestRequestSheet) },
    { ...document, state: "draft" },
  ])
    expect(readRequestSheet(wire(wrong), source)).toBeNull();
});

test("no reader takes what is not of its kind, and none throws", () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(readRequestProposal(anything)).toBeNull();
      expect(readRequestSheet(anything, source)).toBeNull();
    }),
  );
});

test("Fedify's vocabulary reads what a request proposes", async () => {
  const [wanted] = fc.sample(
    proposal.filter(({ amount, remaining }) => amount !== null && remaining !== null),
    { numRuns: 1, seed: 7 },
  );
  if (!wanted) throw new Error("none was made");
  const loaders = { documentLoader: bundledContexts, contextLoader: bundledContexts };
  const read = await Proposal.fromJsonLd(wire(writeRequestProposal(wanted)), loaders);
  expect(read.purpose).toBe("request");
  expect(read.publishes?.action).toBe("transfer");
  expect(read.publishes?.resourceConformsTo?.href).toBe(currencyIri(wanted.currency));
  const quantity = String(read.publishes?.resourceQuantity?.numericalValue);
  expect(quantity).toBe(writeAmount(wanted.amount ?? 0, wanted.currency));
  expect(read.reciprocal?.action).toBe("deliverService");
});
