/** An amount in the smallest unit of its currency: 2,50 € is 250. Always a whole number. */
export type Cents = number;

export type Period = "once" | "day" | "month" | "quarter" | "year";

/** An amount of a period as so much a month, rounded up; null for what is paid once. */
export function monthlyOf(amount: Cents, period: Period): Cents | null {
  const [times, months] = perMonth[period];
  return months === 0 ? null : Math.ceil((amount * times) / months);
}

const perMonth: Readonly<Record<Period, readonly [number, number]>> = {
  ...{ once: [0, 0], day: [365, 12], month: [1, 1], quarter: [1, 3], year: [1, 12] },
};

export const periods: readonly Period[] = ["once", "day", "month", "quarter", "year"];

/** What every price says besides its rule. */
export interface PriceTerms {
  /** ISO 4217. */
  readonly currency: string;
  readonly period: Period;
  readonly vat: Vat;
  readonly membership: Membership;
  readonly solidarity: Solidarity | null;
  /** The day the price was true. */
  readonly asOf: string | null;
  /** Shown as an example, not as a promise. */
  readonly indicative: boolean;
  readonly note: string | null;
}

export type Vat =
  | { readonly regime: "unknown" }
  | { readonly regime: "exempt"; readonly note: string | null }
  | { readonly regime: "included"; readonly percent: number }
  | { readonly regime: "excluded"; readonly percent: number };

export interface Membership {
  readonly required: boolean;
  /** The price includes the membership fee. */
  readonly included: boolean;
  readonly fee: { readonly amount: Cents; readonly period: Period } | null;
  /** What others pay on top. */
  readonly nonMemberSurcharge: { readonly amount: Cents; readonly period: Period; readonly who: string | null } | null;
}

/** A lower price for those who cannot pay: who, how it is agreed, and who pays the gap. */
export interface Solidarity {
  readonly who: string;
  readonly how: string;
  readonly paidBy: string;
}

export type PriceRule =
  | { readonly model: "free"; readonly duration: string | null }
  | { readonly model: "flat"; readonly amount: Cents }
  | {
      readonly model: "per-unit";
      readonly unit: string;
      readonly unitAmount: Cents;
      readonly minimumUnits: number | null;
    }
  | Graduated
  | { readonly model: "free-price"; readonly suggested: Cents | null }
  | { readonly model: "composite"; readonly parts: readonly PricePart[] }
  | { readonly model: "on-quote" };

/** A base amount for the first units, then an amount for each unit of each band. */
export interface Graduated {
  readonly model: "graduated";
  readonly unit: string;
  readonly minimumUnits: number;
  readonly base: { readonly upTo: number; readonly amount: Cents };
  /** In order, without gaps; the last may be open (`upTo` null). */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly from: number;
  readonly upTo: number | null;
  readonly unitAmount: Cents;
}

/** A part of a composite price: an amount, or an amount for each unit (and for each started slice of a second unit). */
export type PricePart =
  | { readonly label: string; readonly amount: Cents }
  | { readonly label: string; readonly unitAmount: Cents; readonly unit: string; readonly slice: Slice | null };

/** "per 10 GB slice": each started `size` of `unit` counts once. */
interface Slice {
  readonly size: number;
  readonly unit: string;
}

export type Price = PriceTerms & PriceRule;

export type PriceModel = PriceRule["model"];

/** Currencies an offer may be priced in, with the digits after the decimal point (ISO 4217). */
export const currencyDigits: Readonly<Record<string, number>> = {
  ...{ EUR: 2, CHF: 2, GBP: 2, USD: 2, CAD: 2, SEK: 2, NOK: 2, DKK: 2, PLN: 2, CZK: 2, RON: 2, HUF: 2 },
  ...{ MAD: 2, DZD: 2, AUD: 2, NZD: 2, BRL: 2, JPY: 0, XOF: 0, XAF: 0, XPF: 0 },
};

/** How an amount is written: digits, and perhaps a point and one or two more. */
export const amountPattern = /^(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,2}))?$/;

/** The largest amount that can be written: 999 999 999.99. */
export const highestAmount: Cents = 99_999_999_999;

/** "12.5" of a currency in its smallest unit; null when it is not written as an amount of that currency. */
export function centsOf(text: string, currency: string): Cents | null {
  const [, whole, fraction = ""] = amountPattern.exec(text) ?? [];
  const digits = currencyDigits[currency];
  if (whole === undefined || digits === undefined || fraction.length > digits) return null;
  const cents = Number(whole + fraction.padEnd(digits, "0"));
  return cents <= highestAmount ? cents : null;
}

/** The amount in the currency's main unit, as the API writes it: 250 is "2.50". */
export function decimalOf(cents: Cents, currency: string): string {
  const digits = currencyDigits[currency] ?? 2;
  const text = String(Math.abs(cents)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${cents < 0 ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ""}`;
}

/** An amount as people type it into a form: without the cents that are none. */
export function typedAmount(cents: Cents, currency: string): string {
  return decimalOf(cents, currency).replace(/\.0+$/, "");
}

/** One name for all ways to write a unit: "Go", "GB" and "gigaoctets" are the same. */
export function unitOf(name: string): string {
  const singular = fold(name).replace(/(?<=\p{L}{2})s(?=\s|$)/gu, "");
  return synonyms.find((names) => names.includes(singular))?.[0] ?? singular;
}

/** A word as it is compared: without capitals, accents and needless spaces. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

const synonyms: readonly (readonly string[])[] = [
  ["gb", "go", "gib", "gio", "gigabyte", "gigaoctet", "storage", "disk"],
  ["tb", "to", "tib", "tio", "terabyte", "teraoctet"],
  [
    "user",
    "utilisateur",
    "utilisatrice",
    "utilisateurice",
    "utilisateur·ice",
    "account",
    "compte",
    "person",
    "people",
    "personne",
  ],
  ["mailbox", "mailboxe", "boite", "boite mail", "boite aux lettre"],
  ["member", "membre", "adherent", "adherent·e"],
  ["hour", "heure"],
  ["site", "website", "site web"],
];

/** The units someone has to say a number of before this price can be worked out. */
export function unitsOf(price: Price): readonly string[] {
  if (price.model === "per-unit" || price.model === "graduated") return [price.unit];
  if (price.model !== "composite") return [];
  const named = price.parts.flatMap((part) =>
    "unit" in part ? [part.unit, ...(part.slice ? [part.slice.unit] : [])] : [],
  );
  return named.filter((unit, index) => named.findIndex((other) => unitOf(other) === unitOf(unit)) === index);
}

/** What everyone pays, or what a free price suggests; null where it depends on quantities, or nothing says. */
export function fixedCents(price: Price): Cents | null {
  switch (price.model) {
    case "free":
      return 0;
    case "flat":
      return price.amount;
    case "free-price":
      return price.suggested;
    default:
      return null;
  }
}

/** The same amount without and with VAT; null where the rate is not known. */
export interface VatShare {
  readonly regime: Vat["regime"];
  readonly percent: number | null;
  readonly amount: Cents | null;
  readonly excluded: Cents | null;
  readonly included: Cents | null;
  readonly note: string | null;
}

/** What of an amount is VAT; rounded half up, once for the total. */
export function vatOf(vat: Vat, amount: Cents): VatShare {
  const { regime } = vat;
  if (regime === "unknown") return { regime, percent: null, amount: null, excluded: null, included: null, note: null };
  if (regime === "exempt")
    return { regime, percent: null, amount: 0, excluded: amount, included: amount, note: vat.note };
  const rate = Math.round(vat.percent * 100);
  const excluded = regime === "excluded" ? amount : share(amount, 10_000, 10_000 + rate);
  const included = regime === "included" ? amount : share(amount, 10_000 + rate, 10_000);
  return { regime, percent: vat.percent, amount: included - excluded, excluded, included, note: null };
}

/** amount × part ÷ whole, rounded half up. */
function share(amount: Cents, part: number, whole: number): Cents {
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
