import { readAmount } from "../money/money.ts";
import { type Cents, currencyDigits, highestAmount, type Period } from "../offers/price.ts";
import type { MoneyRead } from "./amounts.ts";
import type { Piece, Sum } from "./intake.ts";
import type { Found } from "./phrases.ts";
import { spanOf, type Token } from "./tokens.ts";

/** All that an amount may mean, in minor units: both readings of "1.500 €", "20 € a month for a year" month by month and in all. */
export function sumsOf(tokens: readonly Token[], found: Found<MoneyRead>, usual: string): readonly Piece<Sum>[] {
  const { values, currency: written, negative, pace, months } = found.value;
  const currency = written ?? usual;
  const cents = negative ? [] : values.flatMap((value) => centsRead(value, currency));
  const period = pace === "other" ? null : pace;
  const sums = cents.flatMap((one) => [{ cents: one, currency, period }, ...inAll(one, currency, period, months)]);
  const sure = found.value.sure && sums.length === 1;
  return sums.map((value) => ({ value, sure, ...spanOf(tokens, found.from, found.to) }));
}

function centsRead(value: string, currency: string): readonly Cents[] {
  const read = readAmount(shorter(value, currency), currency, { currency, highest: highestAmount });
  return read.done ? [read.value] : [];
}

/** Without zeros that say nothing: "1.500" is 1.50 €. */
export function shorter(value: string, currency: string): string {
  const digits = currencyDigits[currency] ?? 2;
  const [whole = "", fraction = ""] = value.split(".");
  const kept = fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}

const monthsOf: Readonly<Partial<Record<Period, number>>> = { month: 1, quarter: 3, year: 12 };

function inAll(cents: Cents, currency: string, period: Period | null, months: number | null): readonly Sum[] {
  const each = period === null ? undefined : monthsOf[period];
  if (each === undefined || months === null || months % each !== 0) return [];
  const all = cents * (months / each);
  return all <= highestAmount ? [{ cents: all, currency, period: "once" }] : [];
}
