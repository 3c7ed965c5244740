import { type Cents, currencyDigits, decimalOf } from "../../src/offers/price.ts";
import { namespace } from "./contexts.ts";
import { currencies, keyOf } from "./proposal.ts";

/** An amount as it travels: 60000 cents of EUR are "600", 1250 are "12.50". */
export function writeAmount(cents: Cents, currency: string): string {
  return decimalOf(cents, currency).replace(/\.0+$/, "");
}

/** The inverse; null when it is no amount of that currency. Sums may be larger than what anybody may promise. */
export function readAmount(text: string, currency: string): Cents | null {
  const [, whole, fraction = ""] = /^(0|[1-9]\d{0,15})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  const digits = currencyDigits[currency];
  if (whole === undefined || digits === undefined || fraction.length > digits) return null;
  const cents = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(cents) ? cents : null;
}

const ownCurrency = `${namespace}currency/`;

/** The address of a currency: what everybody calls it, or a term of ours that ends with its code. */
export function currencyIri(code: string): string {
  const known: Readonly<Record<string, string>> = currencies;
  return known[code] ?? ownCurrency + code;
}

/** The code of a currency from its address; null when we know none. */
export function currencyAt(iri: string): string | null {
  const code = keyOf(currencies, iri) ?? (iri.startsWith(ownCurrency) ? iri.slice(ownCurrency.length) : null);
  return code !== null && Object.hasOwn(currencyDigits, code) ? code : null;
}
