import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { type Bitmap, bitmap, chunkBits } from "./bitmap.ts";
import type { Correction } from "./directory.ts";
import { nearestSpelling } from "./spelling.ts";

/** What somebody typed, as it is looked up: each word as its stems in French and in English. */
export interface Typed {
  /** Each word that says something, as a query of PostgreSQL. */
  readonly words: readonly string[];
  readonly corrected: readonly Correction[];
  /** No offer has all the words. */
  readonly loosened: boolean;
}

/** Reads what was typed; null where nothing was, or nothing that says anything ("de la"). */
export async function readTyped(reader: Reader, q: string): Promise<Typed | null> {
  const typed = [...new Set(q.normalize("NFC").split(/[\s,;.!?«»"“”()]+/u))]
    .filter((word) => word !== "")
    .slice(0, most);
  const asked = await queriesOf(reader, typed);
  if (asked.length === 0) return null;
  const plain = { words: asked.map(({ query }) => query), corrected: [], loosened: false };
  if (await isFound(reader, allOf(plain.words))) return plain;
  const read = await Promise.all(asked.map((word) => correct(reader, word)));
  const words = read.map(({ query }) => query);
  const corrected = read.flatMap(({ correction }) => (correction ? [correction] : []));
  return { words, corrected, loosened: !(await isFound(reader, allOf(words))) };
}

/** Who has the words: in order of how well. The first have all in the title, then some there, then the rest. */
export interface Matches {
  readonly all: Bitmap;
  readonly titled: Bitmap;
  readonly named: Bitmap;
}

export async function findMatches(reader: Reader, { words, loosened }: Typed, chunks: number): Promise<Matches> {
  const query = loosened ? anyOf(words) : allOf(words);
  const all = await listMatching(reader, "words", query, chunks);
  const titled = await listMatching(reader, "title", allOf(words), chunks);
  return {
    all,
    titled,
    named: words.length === 1 ? titled : await listMatching(reader, "title", anyOf(words), chunks),
  };
}

const most = 12;

interface Word {
  readonly typed: string;
  readonly query: string;
}

async function queriesOf(reader: Reader, words: readonly string[]): Promise<readonly Word[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ typed: string; fr: string; en: string }>`
    select typed, plainto_tsquery('directory_fr', typed)::text as fr, plainto_tsquery('directory_en', typed)::text as en
    from unnest(${words}::text[]) with ordinality as word (typed, place) order by place`.execute(reader);
  // What is a word of no weight in one of the two languages is one in a sentence.
  return rows.flatMap(({ typed, fr, en }) => (fr === "" || en === "" ? [] : [{ typed, query: `(${fr}) | (${en})` }]));
}

async function correct(reader: Reader, word: Word): Promise<Word & { readonly correction: Correction | null }> {
  if (await isFound(reader, word.query)) return { ...word, correction: null };
  const read = await nearestSpelling(reader, word.typed);
  const [meant] = read === null ? [] : await queriesOf(reader, [read]);
  if (meant === undefined || !(await isFound(reader, meant.query))) return { ...word, correction: null };
  return { ...meant, correction: { typed: word.typed, read: meant.typed } };
}

async function isFound(reader: Reader, query: string): Promise<boolean> {
  const { rows } = await sql`select from catalogue_words where words @@ ${query}::tsquery limit 1`.execute(reader);
  return rows.length > 0;
}

/** Rows are put together 64 at a time before they leave the database: many of them can have a word. */
async function listMatching(reader: Reader, column: "title" | "words", query: string, chunks: number): Promise<Bitmap> {
  const { rows } = await sql<{ found: Buffer | null }>`
    select string_agg(int4send(place) || int8send(bits), ''::bytea) as found from (
      select ordinal >> 6 as place, bit_or(1::bigint << (63 - (ordinal & 63))) as bits
      from catalogue_words where ${sql.ref(column)} @@ ${query}::tsquery group by 1
    ) as matching`.execute(reader);
  const set = bitmap(chunks);
  const found = rows[0]?.found ?? Buffer.alloc(0);
  for (let at = 0; at < found.length; at += 12) {
    const place = found.readInt32BE(at);
    if (place * 64 < chunks * chunkBits) set.bytes.set(found.subarray(at + 4, at + 12), place * 8);
  }
  return set;
}

const allOf = (words: readonly string[]): string => words.map((word) => `(${word})`).join(" & ");
const anyOf = (words: readonly string[]): string => words.map((word) => `(${word})`).join(" | ");
