import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { and, type Bitmap, isEmpty, or } from "./bitmap.ts";
import type { Correction } from "./directory.ts";
import { type Lists, readWordLists } from "./lists.ts";
import { nearestSpellings } from "./spelling.ts";

/** Who has the words that somebody typed, and how they were read. */
export interface Matches {
  readonly all: Bitmap;
  /** Those who have all of them where it leads: in the title, the needs, the software. */
  readonly titled: Bitmap;
  /** Those who have one of them there. */
  readonly named: Bitmap;
  readonly corrected: readonly Correction[];
  /** Nobody has all the words: these have some. */
  readonly loosened: boolean;
}

/** Among whom words are looked up: what others wrote, whom nobody is shown, neither hides nor loosens nor corrects anything. */
export interface Among {
  readonly everybody: Bitmap;
  /** Of how many chunks every set is. */
  readonly chunks: number;
}

/** Looks up what was typed; null where nothing was, or nothing that says anything ("de la"). */
export async function findMatches(reader: Reader, q: string, among: Among): Promise<Matches | null> {
  const typed = [...new Set(q.normalize("NFC").split(/[\s,;!?«»"“”()]+/u))].filter((word) => word !== "");
  const words = await lookUp(reader, typed.slice(0, most), among);
  if (words.length === 0) return null;
  const read = await correct(reader, words, among);
  const corrected = read.flatMap(({ correction }) => (correction ? [correction] : []));
  const texts = read.map(({ text }) => text);
  const titles = read.map(({ title }) => title);
  const all = texts.reduce(and);
  const loosened = isEmpty(all);
  return {
    ...{ all: loosened ? texts.reduce(or) : all, titled: titles.reduce(and), named: titles.reduce(or) },
    ...{ corrected, loosened },
  };
}

const most = 12;

/** A word, and who has it. */
interface Word {
  readonly typed: string;
  readonly text: Bitmap;
  readonly title: Bitmap;
}

/** Each word by its stems in French or in English; without those that say nothing in one of the two. */
async function lookUp(
  reader: Reader,
  typed: readonly string[],
  { everybody, chunks }: Among,
): Promise<readonly Word[]> {
  if (typed.length === 0) return [];
  const { rows } = await sql<{ typed: string; fr: readonly string[]; en: readonly string[] }>`
    select typed, tsvector_to_array(to_tsvector('directory_fr', typed)) as fr,
      tsvector_to_array(to_tsvector('directory_en', typed)) as en
    from unnest(${typed}::text[]) with ordinality as word (typed, place) order by place`.execute(reader);
  const said = rows.filter(({ fr, en }) => fr.length > 0 && en.length > 0);
  const lists = await readWordLists(reader, [...new Set(said.flatMap(({ fr, en }) => [...fr, ...en]))], chunks);
  return said.map((word) => ({
    typed: word.typed,
    text: and(whoHas(word, "text", lists), everybody),
    title: and(whoHas(word, "title", lists), everybody),
  }));
}

function whoHas(
  { fr, en }: { readonly fr: readonly string[]; readonly en: readonly string[] },
  kind: "text" | "title",
  lists: Pick<Lists, "of">,
): Bitmap {
  const [french, english] = [fr, en].map((stems) => stems.map((stem) => lists.of(kind, stem)).reduce(and));
  return french && english ? or(french, english) : lists.of("", "");
}

/** Words that nobody has are taken for the nearest that somebody has. */
async function correct(
  reader: Reader,
  words: readonly Word[],
  among: Among,
): Promise<readonly (Word & { readonly correction: Correction | null })[]> {
  const read: (Word & { readonly correction: Correction | null })[] = [];
  for (const word of words) {
    const near = isEmpty(word.text) ? await lookUp(reader, await nearestSpellings(reader, word.typed), among) : [];
    const meant = near.find(({ text }) => !isEmpty(text));
    read.push(
      meant ? { ...meant, correction: { typed: word.typed, read: meant.typed } } : { ...word, correction: null },
    );
  }
  return read;
}
