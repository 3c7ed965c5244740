import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmount } from "../../src/money/money.ts";
import { decimalOf } from "../../src/offers/price.ts";

const anyAmount = fc.integer({ min: 1, max: 99_999_999_999 });

test("every amount up to the cap is read back from how it is written, and none above it", () => {
  fc.assert(
    fc.property(anyAmount, anyAmount, (cents, highest) => {
      const read = readAmount(decimalOf(cents, "EUR"), "EUR", { currency: "EUR", highest });
      expect(read).toEqual(cents <= highest ? { done: true, value: cents } : { done: false, reason: "too-large" });
    }),
  );
});

test("whatever else is written is refused with a reason; what is taken is a whole number of cents", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789.,-+eE ٣３\n"), maxLength: 14 });
  fc.assert(
    fc.property(fc.oneof(digits, fc.string({ unit: "binary" })), (written) => {
      const read = readAmount(written, "EUR", { currency: "EUR", highest: 99_999_999_999 });
      const proper = /^(0|[1-9][0-9]{0,8})(\.[0-9]{1,2})?$/.test(written) && /[1-9]/.test(written);
      expect(read.done).toBe(proper);
      if (read.done) expect(Number.isSafeInteger(read.value) && read.value > 0).toBe(true);
      else expect(read.reason).toMatch(/^[a-z-]+$/);
    }),
    { numRuns: 1000 },
  );
});
