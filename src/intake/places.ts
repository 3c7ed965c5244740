import { readPlace } from "../directory/place-asked.ts";
import type { Language } from "../foundation/language.ts";
import { listPlacesCalled } from "../hosts/place-names.ts";
import { months, weekdays } from "./day-names.ts";
import { type Found, overlaps, phraseAt, type Range } from "./phrases.ts";
import { spanOf, type Token } from "./tokens.ts";

/** A territory that somebody named; of several that have the name, each has to be confirmed. */
export interface PlaceRead {
  readonly code: string;
  readonly sure: boolean;
}

interface Written {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
}

/** Communes, departments and regions after words such as "à" and "near", postcodes, and hashtags that name a place. */
export function findPlaces(written: Written, taken: readonly Range[]): readonly Found<PlaceRead>[] {
  const { tokens } = written;
  const all: Found<PlaceRead>[] = [];
  for (let at = 0; at < tokens.length && all.length < most; ) {
    const found = placeAt(written, at);
    const free = found !== null && !taken.some((range) => overlaps(range, found));
    if (free) all.push(...found.value.map((value) => ({ ...found, value })));
    at = free ? found.to : at + 1;
  }
  return all.filter(({ value }, at) => all.findIndex((one) => one.value.code === value.code) === at);
}

/** No text speaks of more. */
const most = 8;

type Places = Found<readonly PlaceRead[]>;

function placeAt(written: Written, at: number): Places | null {
  const token = written.tokens[at];
  if (token === undefined) return null;
  if (token.tag) return guess(nameAt(written, at, ""));
  if (/^\d{5}$/.test(token.text)) return postcodeAt(written, at);
  const lead = leads.get(token.text);
  if (lead === undefined) return null;
  const next = articles.has(written.tokens[at + 1]?.text ?? "") ? at + 2 : at + 1;
  return departmentAt(written, next) ?? nameAt(written, next, lead, at + 1) ?? null;
}

/** What may stand before a place, and the article that it holds: "au Havre" is in Le Havre. */
const leads: ReadonlyMap<string, string> = new Map([
  ...["a", "en", "dans", "sur", "pres", "vers", "de", "d", "in", "near", "around", "from", "at", "of"].map(
    (word) => [word, ""] as const,
  ),
  ...["depuis", "ville", "departement", "region", "collectif", "association", "asso", "mairie", ",", "("].map(
    (word) => [word, ""] as const,
  ),
  ...["au", "du"].map((word) => [word, "Le "] as const),
  ...["aux", "des"].map((word) => [word, "Les "] as const),
]);

const articles = new Set(["le", "la", "l", "les", "de", "d", "the"]);

/** "35300", "35300 Fougères", unless it counts something. */
function postcodeAt({ text, tokens, language }: Written, at: number): Places | null {
  const next = tokens[at + 1];
  if (next?.kind === "sign" && ["€", "$", "£", "/", "%"].includes(next.text)) return null;
  const named = next?.capital ? reading(wordsOf(text, tokens, at, at + 2), language) : [];
  if (named.length === 1) return placesFrom(named, at, at + 2);
  return next?.kind === "word" && !next.capital
    ? null
    : placesFrom(reading(tokens[at]?.text ?? "", language), at, at + 1);
}

/** "Dans le 35", "du 2A". */
function departmentAt({ tokens, language }: Written, at: number): Places | null {
  const number = tokens[at];
  if (number?.kind !== "number" || !/^(\d{2}|97\d)$/.test(number.text)) return null;
  if (!["le", "du"].includes(tokens[at - 1]?.text ?? "") || !endsName(tokens[at + 1])) return null;
  return placesFrom(reading(number.text, language), at, at + 1);
}

const endsName = (next: Token | undefined): boolean =>
  next === undefined || ["et", "and", ",", ".", ")", "!", "?", ":", "\n", "-"].includes(next.text);

/** The longest name that begins here; without a capital only what cannot be an ordinary word. */
function nameAt(written: Written, from: number, article: string, earliest = from): Places | null {
  const { text, tokens, language } = written;
  for (const start of from === earliest ? [from] : [earliest, from]) {
    if (!mayBegin(tokens, start, start < from)) continue;
    for (let to = endOfWords(tokens, start); to > start; to -= 1) {
      const found = named(wordsOf(text, tokens, start, to), article, language);
      if (found.length > 0) return withDepartment(written, start, to, found);
    }
  }
  return null;
}

const longest = 6;

function endOfWords(tokens: readonly Token[], from: number): number {
  const end = tokens.slice(from, from + longest).findIndex(({ kind }) => kind !== "word");
  return end < 0 ? Math.min(from + longest, tokens.length) : from + end;
}

function mayBegin(tokens: readonly Token[], at: number, article: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !(token.capital || (token.tag && token.text.length > 3))) return false;
  return article || (phraseAt(months, tokens, at) === null && phraseAt(weekdays, tokens, at) === null);
}

function named(words: string, article: string, language: Language): readonly string[] {
  if (words.length > 60) return [];
  const name = [words, article + words].find((one) => listPlacesCalled(one).length > 0);
  return name === undefined ? [] : reading(name, language);
}

/** "Fougères (35)". */
function withDepartment(
  { text, tokens, language }: Written,
  from: number,
  to: number,
  found: readonly string[],
): Places | null {
  const [open, number, close] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  if (open?.text === "(" && /^\d{2,3}$/.test(number?.text ?? "") && close?.text === ")") {
    const there = reading(`${wordsOf(text, tokens, from, to)} (${number?.text})`, language);
    if (there.length > 0) return placesFrom(there, from, to + 3);
  }
  return placesFrom(wide(tokens, from, found), from, to);
}

/** "En Bretagne" is the region, whatever hamlet has its name. */
function wide(tokens: readonly Token[], from: number, found: readonly string[]): readonly string[] {
  const large = found.filter((code) => !code.startsWith("com:"));
  return large.length === 1 && ["en", "dans", "la", "le", "in"].includes(tokens[from - 1]?.text ?? "") ? large : found;
}

const reading = (typed: string, language: Language): readonly string[] => readPlace(typed, language)?.meant ?? [];

function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const { start, end } = spanOf(tokens, from, to);
  return text.slice(start, end);
}

const placesFrom = (codes: readonly string[], from: number, to: number): Places | null =>
  codes.length === 0
    ? null
    : { value: codes.slice(0, most).map((code) => ({ code, sure: codes.length === 1 })), from, to };

const guess = (found: Places | null): Places | null =>
  found && { ...found, value: found.value.map(({ code }) => ({ code, sure: false })) };
