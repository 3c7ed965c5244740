import type { Outcome } from "../foundation/outcome.ts";
import type { Cents } from "../offers/price.ts";
import { type Accepted, type AmountRefusal, readAmount } from "./money.ts";

/** An amount as people type it into a form: "20 €", "1 200,50", "€20". */
export function readTypedAmount(typed: string, accepted: Accepted): Outcome<Cents, AmountRefusal> {
  return readAmount(plainAmount(typed, accepted.currency), accepted.currency, accepted);
}

/**
 * The same as digits and a point, as amounts are stored: "20", "1200.50". Only what can mean one thing is put so; anything
 * else comes back as it was, to be refused.
 */
export function plainAmount(typed: string, currency: string): string {
  const text = typed.trim().replaceAll(/[\u00a0\u202f\u2009]/g, " ");
  const bare = signsOf(currency).reduce((rest, sign) => withoutSign(rest, sign), text);
  const [, whole, fraction] = /^(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (whole === undefined) return text;
  return whole.replaceAll(" ", "") + (fraction === undefined ? "" : `.${fraction}`);
}

function withoutSign(text: string, sign: string): string {
  const small = text.toLowerCase();
  if (small.endsWith(sign)) return text.slice(0, -sign.length).trimEnd();
  return small.startsWith(sign) ? text.slice(sign.length).trimStart() : text;
}

/** How people write a currency beside an amount, in small letters, the longest first. */
const signsOf = (currency: string): readonly string[] => [...(signs[currency] ?? []), currency.toLowerCase()];

const signs: Readonly<Record<string, readonly string[]>> = {
  EUR: ["euros", "euro", "€"],
  CHF: ["francs", "fr.", "fr"],
  GBP: ["pounds", "£"],
  USD: ["dollars", "$"],
  CAD: ["dollars", "$"],
  JPY: ["yens", "yen", "¥"],
};
