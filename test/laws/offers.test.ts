import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { showContent } from "../../src/offers/api-shapes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { OfferInput } from "../../src/offers/input.ts";
import { slugOf, slugPattern } from "../../src/offers/offer.ts";

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== "" && text.trim() === text);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const some = (codes: readonly string[]) => fc.subarray([...codes], { maxLength: 4 });
const cents = fc.integer({ min: 0, max: 99_999_999 });
const period = fc.constantFrom("once", "day", "month", "quarter", "year");
const fee = fc.record({ amount: cents, period });

const rule = fc.oneof(
  fc.record({ model: fc.constant("free"), duration: maybe(words) }),
  fc.record({ model: fc.constant("flat"), amount: cents }),
  fc.record({
    model: fc.constant("per-unit"),
    unit: fc.constant("GB"),
    unitAmount: cents,
    minimumUnits: maybe(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({
    model: fc.constant("graduated"),
    unit: fc.constant("GB"),
    minimumUnits: fc.constant(1),
    base: fc.record({ upTo: fc.constant(5), amount: cents }),
    bands: fc.constantFrom(
      [],
      [
        { from: 6, upTo: 10, unitAmount: 50 },
        { from: 11, upTo: null, unitAmount: 25 },
      ],
    ),
  }),
  fc.record({ model: fc.constant("free-price"), suggested: maybe(cents) }),
  fc.record({
    model: fc.constant("composite"),
    parts: fc.array(
      fc.oneof(
        fc.record({ label: words, amount: cents }),
        fc.record({
          label: words,
          unitAmount: cents,
          unit: fc.constant("user"),
          slice: maybe(fc.constant({ size: 10, unit: "GB" })),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.constant({ model: "on-quote" }),
);

const price = fc
  .tuple(
    rule,
    fc.record({
      currency: fc.constantFrom("EUR", "CHF", "XOF"),
      period,
      vat: fc.constantFrom(
        { regime: "unknown" },
        { regime: "exempt", note: "293 B" },
        { regime: "excluded", percent: 5.5 },
      ),
      membership: fc.record({
        required: fc.boolean(),
        included: fc.boolean(),
        fee: maybe(fee),
        nonMemberSurcharge: maybe(fc.record({ amount: cents, period, who: maybe(words) })),
      }),
      solidarity: maybe(fc.record({ who: words, how: words, paidBy: words })),
      asOf: maybe(fc.constant("2026-11-24")),
      indicative: fc.boolean(),
      note: maybe(words),
    }),
  )
  .map(([first, second]) => ({ ...first, ...second }));

const content = fc
  .record({
    title: words,
    summary: fc.constantFrom("", "Un résumé."),
    needs: some(codesOf("needs")),
    does: fc.array(words, { maxLength: 3 }),
    doesNot: fc.array(words, { maxLength: 3 }),
    audiences: some(codesOf("audiences")),
    sectors: some(codesOf("audienceSectors")),
    software: fc.array(
      fc.record({ name: words, version: maybe(words), license: maybe(words), url: maybe(fc.webUrl()) }),
      { maxLength: 2 },
    ),
    isolation: fc.constantFrom("dedicated", "shared", null),
    tiers: fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
        title: maybe(words),
        storageGb: maybe(fc.integer({ min: 0, max: 500 })),
        price: maybe(price),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    accompaniment: fc.record({
      included: some(codesOf("accompaniment")),
      formats: some(codesOf("accompanimentFormats")),
    }),
    support: fc.record({ included: maybe(fc.boolean()), hours: maybe(words) }),
    exit: fc.record({ notice: maybe(words), formats: fc.array(words, { maxLength: 2 }) }),
    territory: maybe(fc.constant({ codes: ["dep:67", "remote"], policy: "fallback" })),
    url: maybe(fc.webUrl()),
    extra: fc.constantFrom({}, { count: 16 }),
  })
  .map((fields) => StoredOffer.parse(fields));

describe("an offer", () => {
  test("shown by the API and sent back is the same offer", () => {
    fc.assert(
      fc.property(content, (offer) => {
        expect(OfferInput.parse(showContent({ content: offer }))).toEqual(offer);
      }),
    );
  });

  test("stored and read again is the same offer", () => {
    fc.assert(
      fc.property(content, (offer) => {
        expect(StoredOffer.parse(JSON.parse(JSON.stringify(offer)))).toEqual(offer);
      }),
    );
  });
});

test("any title makes an address, or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      expect(slugOf(title)).toMatch(new RegExp(`^$|${slugPattern.source}`));
    }),
  );
});
