import { expect, test } from "vitest";
import { readAmount } from "../../src/money/money.ts";

const euros = { currency: "EUR", highest: 1_000_000 };

test.each([
  ["20", 2000],
  ["0.5", 50],
  ["12.50", 1250],
  ["10000", 1_000_000],
])("%s is taken as %i cents", (written, cents) => {
  expect(readAmount(written, "EUR", euros)).toEqual({ done: true, value: cents });
});

test.each([
  ["", "malformed"],
  [" 20", "malformed"],
  ["20 ", "malformed"],
  ["+20", "malformed"],
  ["020", "malformed"],
  ["1e3", "malformed"],
  ["0x10", "malformed"],
  ["1,5", "malformed"],
  ["1.", "malformed"],
  [".5", "malformed"],
  ["20\n", "malformed"],
  ["٣", "malformed"],
  ["２０", "malformed"],
  ["NaN", "malformed"],
  ["Infinity", "malformed"],
  ["-20", "negative"],
  ["-0", "negative"],
  ["12.345", "decimals"],
  ["0", "zero"],
  ["0.00", "zero"],
  ["10000.01", "too-large"],
  ["999999999", "too-large"],
  ["1000000000", "too-large"],
  ["9".repeat(400), "too-large"],
])("%j is refused: %s", (written, reason) => {
  expect(readAmount(written, "EUR", euros)).toEqual({ done: false, reason });
});

test("an amount of another currency is refused, whatever it is", () => {
  expect(readAmount("20", "USD", euros)).toEqual({ done: false, reason: "other-currency" });
  expect(readAmount("x", "constructor", euros)).toEqual({ done: false, reason: "other-currency" });
});

test("a currency without smaller units takes no decimals", () => {
  const yen = { currency: "JPY", highest: 1_000_000 };
  expect(readAmount("500", "JPY", yen)).toEqual({ done: true, value: 500 });
  expect(readAmount("5.5", "JPY", yen)).toEqual({ done: false, reason: "decimals" });
});
