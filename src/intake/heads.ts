import { type Heads, headNames, smallWords } from "./head-names.ts";
import { countOf, numberAt } from "./numbers.ts";
import { type Found, phraseAt, type Range } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** How many would take part, or use it. */
export interface HeadsRead {
  readonly count: number;
  readonly of: Heads;
  readonly sure: boolean;
}

/** "5 associations", "une trentaine de personnes", "6 à 8 structures"; several of a kind have to be confirmed. */
export function findHeads(tokens: readonly Token[]): readonly Found<HeadsRead>[] {
  const all: Found<HeadsRead>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = headsAt(tokens, at);
    all.push(...found);
    at = found.at(-1)?.to ?? at + 1;
  }
  return all.map((one) => onlyOne(one, all));
}

export function onlyOne(one: Found<HeadsRead>, all: readonly Found<HeadsRead>[]): Found<HeadsRead> {
  const alone = !all.some(({ value }) => value.of === one.value.of && value.count !== one.value.count);
  return { ...one, value: { ...one.value, sure: one.value.sure && alone } };
}

function headsAt(tokens: readonly Token[], from: number): readonly Found<HeadsRead>[] {
  const one = countedAt(tokens, from);
  if (one === null || one.noun) return one === null ? [] : named(one, one.noun);
  const other = between.has(tokens[one.to]?.text ?? "") ? countedAt(tokens, one.to + 1) : null;
  if (!other?.noun) return [];
  const first = { value: { count: one.count, of: other.noun.value, sure: false }, from, to: one.to };
  return [first, ...named(other, other.noun)];
}

const between = new Set(["a", "ou", "to", "or", "-"]);

interface Counted extends Range {
  readonly count: number;
  readonly sure: boolean;
  readonly noun: Found<Heads> | null;
}

function countedAt(tokens: readonly Token[], from: number): Counted | null {
  const number = numberAt(tokens, from);
  const count = number && countOf(number.value);
  const article = articles.has(tokens[from]?.text ?? "") && number?.to === from + 1;
  if (number === null || count === null || article) return null;
  return { count, sure: number.value.sure, noun: nounAt(tokens, number.to), from, to: number.to };
}

/** "Une association" counts nothing. */
const articles = new Set(["un", "une", "one"]);

const named = ({ count, sure, from }: Counted, noun: Found<Heads> | null): readonly Found<HeadsRead>[] =>
  noun ? [{ value: { count, of: noun.value, sure }, from, to: noun.to }] : [];

/** Who is counted, perhaps after a small word, and with the endings of "salarié·es". */
function nounAt(tokens: readonly Token[], at: number): Found<Heads> | null {
  const noun =
    phraseAt(headNames, tokens, at) ??
    (smallWords.has(tokens[at]?.text ?? "") ? phraseAt(headNames, tokens, at + 1) : null);
  if (noun === null) return null;
  let { to } = noun;
  while (endings.has(tokens[to]?.text ?? "") && tokens[to]?.start === (tokens[to - 1]?.end ?? 0) + 1) to += 1;
  return { ...noun, to };
}

const endings = new Set([
  "e",
  "s",
  "es",
  "ice",
  "ices",
  "rice",
  "rices",
  "euse",
  "euses",
  "trice",
  "trices",
  "ne",
  "nes",
]);
