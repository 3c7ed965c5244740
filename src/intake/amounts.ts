import { around } from "./amount-doubts.ts";
import { eachNames, headNames, perNames } from "./head-names.ts";
import { type CurrencyName, currencies, during, hundredths, monthsIn, type Pace, paces, taxes } from "./money-names.ts";
import { countOf, type NumberRead, numberAt } from "./numbers.ts";
import { type Found, phraseAt, type Range } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** An amount of money as somebody wrote it. */
export interface MoneyRead {
  /** What the number may mean, the likeliest first; none is a number that cannot be read. */
  readonly values: readonly string[];
  /** Null where none was named. */
  readonly currency: string | null;
  readonly pace: Pace | null;
  /** For how many months it is paid. */
  readonly months: number | null;
  readonly role: "goal" | "minimum" | "optimum" | "each";
  readonly negative: boolean;
  readonly sure: boolean;
}

/** Every amount with a currency, or with a time it is paid for; also the first of "500 à 700 €". */
export function findMoney(tokens: readonly Token[]): readonly Found<MoneyRead>[] {
  const all: Found<MoneyRead>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = moneyAt(tokens, at);
    if (found) all.push(...rangeBefore(tokens, found), found);
    at = found ? found.to : at + 1;
  }
  return all;
}

/** An amount that begins here: its currency before or after it, then what it is paid for. */
export function moneyAt(tokens: readonly Token[], from: number, bare = false): Found<MoneyRead> | null {
  const sign = signAt(tokens, from);
  const prefix = phraseAt(currencies, tokens, sign.to);
  const number = numberAt(tokens, prefix?.to ?? sign.to);
  if (number === null || (sign.to > from && !tokens[from + 1]?.glued)) return null;
  const whole = currencyOf(tokens, number, prefix);
  const paid = paidFor(tokens, whole.to);
  if (whole.currency === null && paid.pace === null && !bare) return null;
  const { bound, sure } = around(tokens, { from, to: paid.to });
  return {
    value: {
      values: whole.values,
      currency: whole.currency?.code ?? null,
      ...{
        pace: paid.pace,
        months: paid.months,
        role: bound ?? (paid.each ? "each" : "goal"),
        negative: sign.negative,
      },
      sure: whole.sure && paid.sure && sure && whole.currency?.sure === true,
    },
    ...{ from, to: paid.to },
  };
}

const minus = new Set(["-", "−", "–"]);

function signAt(tokens: readonly Token[], at: number): { readonly negative: boolean; readonly to: number } {
  const text = tokens[at]?.text ?? "";
  const negative = minus.has(text) && tokens[at + 1]?.glued === true;
  const plus = text === "+" && tokens[at + 1]?.glued === true;
  const part = negative && tokens[at]?.glued === true && tokens[at - 1]?.kind === "number"; // "500-700 €"
  return { negative: negative && !part, to: (negative && !part) || plus ? at + 1 : at };
}

interface Whole {
  readonly values: readonly string[];
  readonly sure: boolean;
  readonly currency: CurrencyName | null;
  readonly to: number;
}

/** The number with its currency and the hundredths after it. */
function currencyOf(tokens: readonly Token[], number: Found<NumberRead>, prefix: Found<CurrencyName> | null): Whole {
  const { values, sure } = number.value;
  const suffix = prefix ?? phraseAt(currencies, tokens, number.to);
  if (suffix === null) return inHundredths(tokens, number);
  const to = Math.max(number.to, suffix.to);
  const whole: Whole = { values, sure, currency: suffix.value, to };
  const parts = prefix === null ? hundredthsAt(tokens, to) : null;
  const [value = ""] = values;
  if (parts === null || value === "" || value.includes(".")) return whole;
  const read = [`${value}.${parts.digits}`, ...(parts.apart ? [value] : [])];
  return { ...whole, values: read, sure: sure && parts.sure, to: parts.to };
}

/** "50 centimes" alone; "cents" are euro cents here, so that has to be confirmed. */
function inHundredths(tokens: readonly Token[], { value: { values, sure }, to }: Found<NumberRead>): Whole {
  const [value = ""] = values;
  if (!hundredths.has(tokens[to]?.text ?? "") || !/^\d{1,2}$/.test(value)) return { values, sure, currency: null, to };
  const currency = { code: "EUR", sure: false };
  return { values: [`0.${value.padStart(2, "0")}`], sure: false, currency, to: to + 1 };
}

interface Hundredths {
  readonly digits: string;
  readonly sure: boolean;
  /** Perhaps a number of its own: "20 € 50". */
  readonly apart: boolean;
  readonly to: number;
}

/** "20€50", "vingt euros cinquante", "20 euros et 50 centimes". */
function hundredthsAt(tokens: readonly Token[], at: number): Hundredths | null {
  const joined = ["et", "and"].includes(tokens[at]?.text ?? "");
  const part = partAt(tokens, joined ? at + 1 : at);
  if (part === null) return null;
  const { digits, glued, to } = part;
  if (hundredths.has(tokens[to]?.text ?? "")) return { digits, sure: true, apart: false, to: to + 1 };
  const spoken = !joined && part.long && endsHere(tokens[to]);
  return glued || spoken ? { digits, sure: false, apart: !glued && part.written === "digits", to } : null;
}

/** One or two digits, or a number below a hundred in words. */
function partAt(tokens: readonly Token[], from: number) {
  const number = numberAt(tokens, from);
  const glued = tokens[from]?.glued === true;
  const value = tokens[from]?.kind === "number" ? tokens[from].text : (number?.value.values[0] ?? "");
  if (number === null || !/^\d{1,2}$/.test(value)) return null;
  const { written } = number.value;
  return { digits: value.padStart(2, "0"), long: value.length === 2, written, glued, to: number.to };
}

const endsHere = (next: Token | undefined): boolean =>
  next === undefined || next.text === "pour" || (next.kind === "sign" && !["/", "-", "%"].includes(next.text));

interface Paid {
  readonly pace: Pace | null;
  readonly months: number | null;
  readonly each: boolean;
  readonly sure: boolean;
  readonly to: number;
}

const nothingSaid: Omit<Paid, "to"> = { pace: null, months: null, each: false, sure: true };

/** "HT", "par mois et par asso", "pendant deux ans". */
function paidFor(tokens: readonly Token[], at: number): Paid {
  const tax = phraseAt(taxes, tokens, at);
  let paid: Paid = { ...nothingSaid, sure: tax?.value.sure ?? true, to: tax?.to ?? at };
  for (let more: Paid | null = paid; more !== null; more = oneMore(tokens, paid)) paid = more;
  const long = durationAt(tokens, paid.to);
  return long === null ? paid : { ...paid, months: long.value, sure: false, to: long.to };
}

function oneMore(tokens: readonly Token[], paid: Paid): Paid | null {
  const from = ["et", "and"].includes(tokens[paid.to]?.text ?? "") ? paid.to + 1 : paid.to;
  const pace = paid.pace === null ? phraseAt(paces, tokens, from) : null;
  if (pace) return { ...paid, pace: pace.value, sure: paid.sure && pace.value !== "other", to: pace.to };
  const each = paid.each ? null : eachAt(tokens, from);
  return each && { ...paid, each: true, sure: false, to: each.to };
}

function eachAt(tokens: readonly Token[], at: number): Range | null {
  const text = tokens[at]?.text ?? "";
  if (eachNames.has(text) && text !== "chaque" && text !== "every") return { from: at, to: at + 1 };
  return perNames.has(text) ? phraseAt(headNames, tokens, at + 1) : null;
}

/** "Pendant 2 ans": how many months. */
function durationAt(tokens: readonly Token[], at: number): Found<number> | null {
  if (!during.has(tokens[at]?.text ?? "")) return null;
  const number = numberAt(tokens, at + 1);
  const [count, months] = [number && countOf(number.value), monthsIn.get(tokens[number?.to ?? at]?.text ?? "")];
  return number && count && months ? { value: count * months, from: at, to: number.to + 1 } : null;
}

const between = new Set(["-", "–", "—", "a", "et", "ou", "to", "or", "and", "/"]);

/** The first of two, as the "500" of "500 à 700 €": in the same currency, for the same time. */
function rangeBefore(tokens: readonly Token[], { value, from }: Found<MoneyRead>): readonly Found<MoneyRead>[] {
  if (!between.has(tokens[from - 1]?.text ?? "")) return [];
  const starts = [5, 4, 3, 2, 1].map((length) => from - 1 - length).filter((start) => start >= 0);
  const number = starts.map((start) => numberAt(tokens, start)).find((one) => one?.to === from - 1);
  if (!number) return [];
  const read: MoneyRead = { ...value, values: number.value.values, role: value.role, sure: false };
  return [{ value: read, from: number.from, to: number.to }];
}
