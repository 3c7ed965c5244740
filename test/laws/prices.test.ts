import fc from "fast-check";
import { expect, test } from "vitest";
import { StoredOffer } from "../../src/offers/form.ts";
import {
  centsOf,
  currencyDigits,
  decimalOf,
  type Graduated,
  highestAmount,
  type Price,
} from "../../src/offers/price.ts";
import { quote } from "../../src/offers/quote.ts";

const anyTerms = fc.record({
  currency: fc.constantFrom("EUR", "CHF", "XOF"),
  period: fc.constantFrom("once", "day", "month", "quarter", "year"),
  vat: fc.oneof(
    fc.constant({ regime: "unknown" } as const),
    fc.record({
      regime: fc.constantFrom("included" as const, "excluded" as const),
      percent: fc.constantFrom(0, 2.1, 5.5, 8.1, 10, 20, 21),
    }),
  ),
});

const anyGraduated = fc
  .record({
    start: fc.integer({ min: 1, max: 50 }),
    amount: fc.integer({ min: 0, max: 100_000 }),
    widths: fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 10_000 })), { maxLength: 5 }),
  })
  .map(({ start, amount, widths }): Graduated => {
    let from = start + 1;
    const bands = widths.map(([width, unitAmount], index) => {
      const upTo = index === widths.length - 1 ? null : from + width - 1;
      const band = { from, upTo, unitAmount };
      from += width;
      return band;
    });
    return { model: "graduated", unit: "GB", minimumUnits: 1, base: { upTo: start, amount }, bands };
  });

const priceOf = (rule: object, terms: object = {}): Price =>
  StoredOffer.parse({ title: "x", tiers: [{ id: "t", price: { ...terms, ...rule } }] }).tiers[0]?.price as Price;

function amountOf(price: Price, GB: number): number {
  const content = StoredOffer.parse({ title: "x", tiers: [{ id: "t", price }] });
  const outcome = quote(content, { tier: null, quantity: { GB }, member: null });
  if (!outcome.done) throw new Error(outcome.reason.reason);
  return outcome.value.amount;
}

const most = (rule: Graduated) => (rule.bands.length === 0 ? rule.base.upTo : 3_000);
const unitAmountAt = (rule: Graduated, unit: number) =>
  rule.bands.find(({ from, upTo }) => from <= unit && (upTo === null || unit <= upTo))?.unitAmount ?? 0;

test("one unit more costs what its band says: graduated prices never fall, and never jump between bands", () => {
  fc.assert(
    fc.property(anyGraduated, fc.nat(), (rule, seed) => {
      const price = priceOf(rule);
      const units = 1 + (seed % most(rule));
      if (units >= most(rule)) return;
      expect(amountOf(price, units + 1) - amountOf(price, units)).toBe(unitAmountAt(rule, units + 1));
    }),
  );
});

test("a graduated price is its base and the sum of its bands", () => {
  fc.assert(
    fc.property(anyGraduated, fc.nat(), (rule, seed) => {
      const units = 1 + (seed % most(rule));
      const parts = rule.bands.map(
        ({ from, upTo, unitAmount }) => Math.max(0, Math.min(units, upTo ?? units) - from + 1) * unitAmount,
      );
      expect(amountOf(priceOf(rule), units)).toBe(rule.base.amount + parts.reduce((a, b) => a + b, 0));
    }),
  );
});

const anyRule = fc.oneof(
  anyGraduated,
  fc.record({ model: fc.constant("flat"), amount: fc.integer({ min: 0, max: highestAmount }) }),
  fc.record({
    model: fc.constant("per-unit"),
    unit: fc.constant("GB"),
    unitAmount: fc.integer({ min: 0, max: highestAmount }),
  }),
  fc.record({
    model: fc.constant("composite"),
    parts: fc.array(
      fc.oneof(
        fc.record({ label: fc.constant("a"), amount: fc.integer({ min: 0, max: 1_000_000 }) }),
        fc.record({
          label: fc.constant("b"),
          unit: fc.constant("users"),
          unitAmount: fc.integer({ min: 0, max: 1_000_000 }),
          slice: fc.option(fc.record({ size: fc.integer({ min: 1, max: 100 }), unit: fc.constant("GB") })),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
const anyQuantity = fc.oneof(fc.integer(), fc.double(), fc.integer({ min: 0, max: 2_000 }));

test("a quote is whole cents that its lines add up to, or a reason: for any price and any quantity", () => {
  fc.assert(
    fc.property(
      anyRule,
      anyTerms,
      anyQuantity,
      anyQuantity,
      fc.option(fc.boolean()),
      (rule, terms, GB, users, member) => {
        const content = StoredOffer.parse({ title: "x", tiers: [{ id: "t", price: priceOf(rule, terms) }] });
        const outcome = quote(content, { tier: null, quantity: { GB, users }, member });
        if (!outcome.done) return;
        const { amount, lines, vat } = outcome.value;
        for (const cents of [amount, ...lines.map((line) => line.amount)])
          expect(Number.isSafeInteger(cents)).toBe(true);
        expect(lines.reduce((total, line) => total + line.amount, 0)).toBe(amount);
        if (vat.included === null || vat.excluded === null || vat.amount === null || vat.percent === null) return;
        expect(vat.excluded + vat.amount).toBe(vat.included);
        // The nearest cent to the exact share: half up means the error is in (-½, ½].
        const rate = BigInt(Math.round(vat.percent * 100));
        const [given, whole, part] =
          vat.regime === "excluded" ? [vat.included, 10_000n, 10_000n + rate] : [vat.excluded, 10_000n + rate, 10_000n];
        const error = 2n * (BigInt(given) * whole - BigInt(amount) * part);
        expect(error > -whole && error <= whole).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("an amount written and read again is the same", () => {
  const currencies = Object.keys(currencyDigits);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(...currencies), (cents, currency) => {
      expect(centsOf(decimalOf(cents, currency), currency)).toBe(cents);
    }),
  );
});
