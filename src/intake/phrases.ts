import { type Token, tokensOf } from "./tokens.ts";

/** Where in a list of tokens something was read: from one up to, not including, another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Found<Value> extends Range {
  readonly value: Value;
}

/** Sayings with what each means, to be looked for in a text. */
export interface Phrases<Value> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<Value>[]>;
  /** How a word is compared. */
  readonly form: (word: string) => string;
}

interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

type Meanings<Value> = readonly (readonly [saying: string, value: Value])[];

/** Sayings that all mean the same, parted by semicolons: "par an; l'an; a year". */
export function means<const Value>(value: Value, sayings: string): Meanings<Value> {
  return listed(sayings).map((saying) => [saying, value]);
}

export function listed(sayings: string): readonly string[] {
  return sayings.split(";").map((saying) => saying.trim());
}

/** Sayings of which each word is compared as it is. */
export function exactPhrases<Value>(meanings: Meanings<Value>): Phrases<Value> {
  return phrasesOf(meanings, (word) => word);
}

/** Sayings that may stand in the plural. */
export function loosePhrases<Value>(meanings: Meanings<Value>): Phrases<Value> {
  return phrasesOf(meanings, singular);
}

/** A word without the ending that most plurals have. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, "") : word;
}

function phrasesOf<Value>(meanings: Meanings<Value>, form: (word: string) => string): Phrases<Value> {
  const all = meanings.map(([saying, value]) => ({ words: tokensOf(saying).map(({ text }) => form(text)), value }));
  const longestFirst = all.toSorted((one, other) => other.words.length - one.words.length);
  return { byFirst: Map.groupBy(longestFirst, ({ words }) => words[0] ?? ""), form };
}

/** The longest saying that begins with this token. */
export function phraseAt<Value>(
  { byFirst, form }: Phrases<Value>,
  tokens: readonly Token[],
  from: number,
): Found<Value> | null {
  const first = tokens[from];
  if (first === undefined) return null;
  const said = (words: readonly string[]) =>
    words.every((word, at) => form(tokens[from + at]?.text ?? "") === word && (at === 0 || whole(tokens, from + at)));
  const phrase = byFirst.get(form(first.text))?.find(({ words }) => said(words));
  return phrase ? { value: phrase.value, from, to: from + phrase.words.length } : null;
}

const whole = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind !== "odd";

/** The longest saying that ends right before this token. */
export function phraseBefore<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
  before: number,
): Found<Value> | null {
  const starts = [5, 4, 3, 2, 1].map((length) => before - length).filter((from) => from >= 0);
  const found = starts.map((from) => phraseAt(phrases, tokens, from));
  return found.find((one) => one?.to === before) ?? null;
}

/** All sayings of a text in their order; none begins within another. */
export function findPhrases<Value>(phrases: Phrases<Value>, tokens: readonly Token[]): readonly Found<Value>[] {
  const all: Found<Value>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = phraseAt(phrases, tokens, at);
    if (found) all.push(found);
    at = found ? found.to : at + 1;
  }
  return all;
}

export const overlaps = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;
