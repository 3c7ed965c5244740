import fc from "fast-check";
import { expect, test } from "vitest";
import { plainAmount, readTypedAmount } from "../../src/money/typed.ts";
import { decimalOf, highestAmount } from "../../src/offers/price.ts";

const euros = { currency: "EUR", highest: highestAmount };
const cents = fc.integer({ min: 1, max: 99_999_999 });

/** The ways in which people write an amount in euros. */
const ways = fc.record({
  thousands: fc.constantFrom("", " ", "\u00a0", "\u202f"),
  point: fc.constantFrom(",", "."),
  sign: fc.constantFrom("", "€", " €", "\u00a0€", " euros", " EUR", "euro"),
  before: fc.constantFrom("", "€", "€ "),
  around: fc.constantFrom("", " ", "\t"),
});

test("an amount is read to the cent, however people write it", () => {
  fc.assert(
    fc.property(cents, ways, (amount, { thousands, point, sign, before, around }) => {
      const [whole = "", fraction = ""] = decimalOf(amount, "EUR").split(".");
      const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
      const typed = `${around}${before}${grouped}${fraction === "00" ? "" : point + fraction}${before ? "" : sign}${around}`;
      expect([typed, readTypedAmount(typed, euros)]).toEqual([typed, { done: true, value: amount }]);
    }),
  );
});

test("what is put as an amount has the same figures as what was typed; all else comes back as it was", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123456789.,  €-+e'eur\u00a0٣½") });
  fc.assert(
    fc.property(text, (typed) => {
      const plain = plainAmount(typed, "EUR");
      const read = readTypedAmount(typed, euros);
      if (!read.done) return;
      expect(plain.replace(".", "")).toBe(typed.replaceAll(/[^0-9]/g, ""));
      expect(Number(plain) * 100).toBeCloseTo(read.value, 1);
    }),
    { numRuns: 300 },
  );
});

test.each(["1.500", "1,500", "1 50", "20-30", "1e3", "½", "٣", "020", "20 $", "", "€", "vingt", "1 2345"])(
  "%j is not guessed",
  (typed) => {
    expect(readTypedAmount(typed, euros).done).toBe(false);
  },
);
