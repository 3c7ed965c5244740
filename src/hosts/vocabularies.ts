import type { Language } from "../foundation/language.ts";
import data from "./data/vocabularies.json" with { type: "json" };

/** The lists of codes that ship with the code: `needs`, `audiences`, `availability`, … */
export type Vocabulary = keyof typeof data;

/** What a code is called, by language. */
export interface Term {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

/** A kind of need, with what explains it beside the question. */
export interface Need extends Term {
  readonly group: string;
  /** The tools of the large companies that people know it by. */
  readonly alternativeTo: readonly string[];
  readonly softwareExamples: readonly string[];
  readonly note?: Readonly<Record<Language, string>>;
}

export const vocabularies: Readonly<Record<Vocabulary, readonly Term[]>> = data;

export const needs: readonly Need[] = data.needs;

/** What people read for a code; a code that is none of ours is shown as it is. */
export function label(list: Vocabulary, code: string, language: Language): string {
  return terms.get(list)?.get(code)?.[language] ?? code;
}

export function isCode(list: Vocabulary, code: string): boolean {
  return terms.get(list)?.has(code) ?? false;
}

/** The codes of a list, in the order in which they are shown. */
export function codesOf(list: Vocabulary): readonly string[] {
  return vocabularies[list].map(({ code }) => code);
}

/** What the files of the CHATONS call a code of ours; several of ours may be one of theirs. */
export function chatonsCode(list: ChatonsList, code: string): string | null {
  return data[list].find((term) => term.code === code)?.chatonsinfos ?? null;
}

/** The same the other way: the code of the same name where there is one, else the first of those that are called so. */
export function fromChatonsCode(list: ChatonsList, code: string): string | null {
  const found = data[list].filter(({ chatonsinfos }) => chatonsinfos === code).map((term) => term.code);
  return found.find((one) => one.toUpperCase() === code) ?? found[0] ?? null;
}

type ChatonsList = "availability" | "legalForms";

export function findNeed(code: string): Need | null {
  return needs.find((need) => need.code === code) ?? null;
}

/** What a piece of software is called by everyone: its Wikidata item, or null when we know none. */
export function softwareIri(name: string): string | null {
  const item = softwareItems[name];
  return item === undefined ? null : wikidata + item;
}

/** What a need is called by everyone: its Wikidata item where there is one, else the term of our own list. */
export function needIri(code: string): string {
  const item = needItems[code];
  return item === undefined ? `https://w3id.org/essaim/ns#service/${code}` : wikidata + item;
}

const wikidata = "https://www.wikidata.org/wiki/";
const softwareItems: Readonly<Record<string, string>> = {
  Nextcloud: "Q25874683",
  WordPress: "Q13166",
  Mastodon: "Q27986619",
};
const needItems: Readonly<Record<string, string>> = { email: "Q9158", website: "Q35127", wiki: "Q171" };

const terms: ReadonlyMap<string, ReadonlyMap<string, Term>> = new Map(
  Object.entries(vocabularies).map(([list, entries]) => [list, new Map(entries.map((term) => [term.code, term]))]),
);
