import { numberNames, roundNames } from "./number-names.ts";
import type { Found } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** What a number may mean, the likeliest first, as digits with perhaps a point: "1500" or "1.500". None is no number. */
export interface NumberRead {
  readonly values: readonly string[];
  readonly sure: boolean;
  readonly written: "digits" | "words";
}

/** The number that begins here, in digits or in words. */
export function numberAt(tokens: readonly Token[], at: number): Found<NumberRead> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "odd") return { value: { values: [], sure: false, written: "digits" }, from: at, to: at + 1 };
  const found = token.kind === "number" ? digitsAt(tokens, at) : token.kind === "word" ? wordsAt(tokens, at) : null;
  return found && { ...found, value: { ...found.value, sure: found.value.sure && !afterNumber(tokens, at) } };
}

/** As a count: a whole number that fits; null for what is none. */
export function countOf({ values }: NumberRead): number | null {
  const [first = ""] = values;
  return /^[1-9]\d{0,6}$/.test(first) ? Number(first) : null;
}

/** "Deux trois cents" and "28 500" after a name: nobody knows where one number ends. */
const afterNumber = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  if (before === undefined || before.kind === "sign") return false;
  return before.kind !== "word" || (numberNames.has(before.text) && !articles.has(before.text));
};

const articles = new Set(["un", "une", "one"]);

function digitsAt(tokens: readonly Token[], at: number): Found<NumberRead> {
  const values = literalValues(tokens[at]?.text ?? "");
  const next = tokens[at + 1];
  const follows = next?.kind === "odd" || (next?.kind === "number" && next.glued);
  const zeros = zerosOf(next);
  const parted = followsName(tokens, at) ? partedValues(tokens[at]?.text ?? "") : [];
  return {
    value: {
      values: follows ? [] : [...values, ...parted].map((value) => timesTen(value, zeros)),
      sure: values.length === 1 && parted.length === 0 && !follows,
      written: "digits",
    },
    ...{ from: at, to: zeros > 0 ? at + 2 : at + 1 },
  };
}

/** "Nextcloud 28 500 €", "le 12 500 €": the first digits may belong to what came before. */
function followsName(tokens: readonly Token[], at: number): boolean {
  const [before, sooner] = [tokens[at - 1], tokens[at - 2]];
  const begins = sooner === undefined || (sooner.kind === "sign" && sooner.text !== ",");
  return before?.kind === "word" && ((before.capital && !begins) || before.tag || counters.has(before.text));
}

const counters = new Set([
  ...["le", "the", "version", "v", "article", "lot", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet"],
  ...["aout", "septembre", "octobre", "novembre", "decembre", "january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
]);

/** What follows the first group of "28 500". */
function partedValues(literal: string): readonly string[] {
  const [, rest = ""] = /^\d{1,2}[^\d.,](\d.*)$/.exec(literal) ?? [];
  return rest === "" ? [] : literalValues(rest);
}

/** "1,5 k€", "2 mille". */
function zerosOf(token: Token | undefined): number {
  if (token?.kind !== "word") return 0;
  if (["million", "millions"].includes(token.text)) return 6;
  return token.text === "hundred" ? 2 : ["k", "mille", "thousand", "grand"].includes(token.text) ? 3 : 0;
}

/** "1 500,50", "1.500", "1,500.50": where the signs may part thousands or decimals, both readings. */
function literalValues(literal: string): readonly string[] {
  const parts = literal.split(/\D/);
  const signs = literal.replaceAll(/\d/g, "").replaceAll(/[^.,]/g, " ");
  const [rest, last, point] = [parts.slice(0, -1), parts.at(-1) ?? "", signs.slice(-1)];
  const before = signs.slice(0, -1);
  const decimals = point !== "" && point !== " " && !before.includes(point) && grouped(rest, before);
  const readings = [
    ...(grouped(parts, signs) ? [parts.join("")] : []),
    ...(decimals ? [`${rest.join("")}.${last}`] : []),
  ];
  return readings.filter((value) => !/^0\d/.test(value));
}

/** Parts of thousands: one to three digits, then three each, all parted by the same sign. */
function grouped(parts: readonly string[], signs: string): boolean {
  const [first = "", ...others] = parts;
  if (others.length === 0) return first !== "";
  return (
    first.length <= 3 &&
    !first.startsWith("0") &&
    others.every(({ length }) => length === 3) &&
    new Set(signs).size === 1
  );
}

function timesTen(value: string, zeros: number): string {
  if (zeros === 0) return value;
  const [whole = "", fraction = ""] = value.split(".");
  const digits = fraction.padEnd(zeros, "0");
  const rest = digits.slice(zeros);
  const moved = (whole + digits.slice(0, zeros)).replace(/^0+(?=\d)/, "");
  return rest === "" ? moved : `${moved}.${rest}`;
}

function wordsAt(tokens: readonly Token[], at: number): Found<NumberRead> | null {
  const about = roundAt(tokens, at);
  if (about) return about;
  let number = nothing;
  let to = at;
  for (let next = at; next < tokens.length; next += 1) {
    const more = step(number, tokens, next);
    if (more === "skip") continue;
    if (more === null) break;
    [number, to] = [more, next + 1];
  }
  const value: NumberRead = { values: [String(number.thousands + number.rest)], sure: true, written: "words" };
  return to === at ? null : { value, from: at, to };
}

/** "Une centaine d’", "deux douzaines de". */
function roundAt(tokens: readonly Token[], at: number): Found<NumberRead> | null {
  const times = numberNames.get(tokens[at]?.text ?? "") ?? (tokens[at + 1]?.text === "dozen" ? 1 : null);
  const round = roundNames.get(tokens[at + 1]?.text ?? "");
  if (times === null || round === undefined) return null;
  const joined = ["d", "de"].includes(tokens[at + 2]?.text ?? "");
  const value: NumberRead = { values: [String(times * round)], sure: false, written: "words" };
  return { value, from: at, to: at + (joined ? 3 : 2) };
}

/** A number as far as its words have been heard; `slot` is what the last word counted: ones, tens, hundreds. */
interface Heard {
  readonly thousands: number;
  readonly rest: number;
  readonly slot: number;
}

const nothing: Heard = { thousands: 0, rest: 0, slot: 10_000 };

/** The number with one more word; `skip` for "et" and "and" within it; null where it has ended. */
function step(number: Heard, tokens: readonly Token[], at: number): Heard | "skip" | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const next = numberNames.get(tokens[at + 1]?.text ?? "") ?? null;
  if (joins(token.text, number, next)) return "skip";
  const name =
    token.text === "a" && number === nothing && large.has(tokens[at + 1]?.text ?? "") ? 1 : numberNames.get(token.text);
  return name === undefined ? null : plus(number, name);
}

/** "A hundred", and not "à cent". */
const large = new Set(["hundred", "thousand"]);

/** "Vingt et un", "two hundred and fifty". */
function joins(word: string, { rest, slot }: Heard, next: number | null): boolean {
  if (next === null) return false;
  if (word === "et") return slot === 10 && (next === 1 || (next === 11 && rest % 100 === 60));
  return word === "and" && (slot === 100 || slot === 1000) && next < 100;
}

function plus(number: Heard, value: number): Heard | null {
  if (value >= 1000) return thousand(number);
  if (value === 100) return hundred(number);
  const { rest, slot } = number;
  if (value === 20 && slot === 1 && rest % 100 === 4) return { ...number, rest: rest + 76, slot: 10 };
  if (!fits(number, value)) return null;
  return { ...number, rest: rest + value, slot: value >= 20 ? 10 : value === 10 ? afterTen : 1 };
}

/** Whether a word below a hundred goes on with a number: "cent vingt" is one, "vingt trente" is not. */
function fits(number: Heard, value: number): boolean {
  if (number.slot >= 100) return true;
  if (value >= 20) return false;
  if (value >= 10) return isSixtyOrEighty(number);
  return number.slot === 10 || (number.slot === afterTen && value >= 7);
}

/** After "dix" come sept, huit and neuf, and nothing else. */
const afterTen = 5;

const isSixtyOrEighty = ({ rest, slot }: Heard): boolean => slot === 10 && (rest % 100 === 60 || rest % 100 === 80);

const thousand = ({ thousands, rest, slot }: Heard): Heard | null =>
  thousands > 0 || (slot < 10_000 && rest === 0) ? null : { thousands: (rest || 1) * 1000, rest: 0, slot: 1000 };

const hundred = ({ thousands, rest, slot }: Heard): Heard | null =>
  rest >= 100 || slot === 100 || (slot < 1000 && rest === 0) ? null : { thousands, rest: (rest || 1) * 100, slot: 100 };
