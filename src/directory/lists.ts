import type { Reader } from "../foundation/database.ts";
import { atMost, type Bitmap, bitmap, chunkBytes, or } from "./bitmap.ts";
import { type KnownList, type ListName, readKnownLists } from "./known-lists.ts";

/** Some of the lists, as they stand in the database. */
export interface Lists {
  /** Of how many chunks every set is. */
  readonly chunks: number;
  /** Whoever has this code; nobody where it was not asked for. */
  of(kind: string, code: string): Bitmap;
  /** Whoever has one of these codes. */
  ofAny(kind: string, codes: Iterable<string>): Bitmap;
  /** Those whose number is at most this much. */
  atMost(kind: string, highest: number): Bitmap;
}

/** The binary digits of a number that is kept, and who has one. */
export function digitsOf(kind: string): readonly ListName[] {
  return [...Array.from({ length: digits }, (_, digit) => String(digit)), "said"].map((code) => ({ kind, code }));
}

/** Numbers that are kept are below 2²⁴. */
const digits = 24;

export async function readLists(reader: Reader, names: readonly ListName[]): Promise<Lists> {
  const read = await readKnownLists(reader, "catalogue_bits", names, chunkBytes);
  return listsOf(read, Math.max(0, ...read.flatMap((list) => list.chunks)) + 1);
}

/** Who has these stems in their words: kinds "text" and "title". */
export async function readWordLists(reader: Reader, stems: readonly string[], chunks: number): Promise<Lists> {
  const names = ["text", "title"].flatMap((kind) => stems.map((code) => ({ kind, code })));
  return listsOf(await readKnownLists(reader, "catalogue_words", names, chunkBytes / 8), chunks);
}

function listsOf(read: readonly KnownList[], chunks: number): Lists {
  const nobody = bitmap(chunks);
  // What was entered since the first look at the lists is beyond their end.
  const found = new Map(read.map((list) => [`${list.kind}:${list.code}`, list.of(chunks)]));
  const of = (kind: string, code: string) => found.get(`${kind}:${code}`) ?? nobody;
  return {
    ...{ chunks, of },
    ofAny: (kind, some) => [...some].map((code) => of(kind, code)).reduce(or, nobody),
    atMost: (kind, highest) =>
      atMost(
        highest,
        Array.from({ length: digits }, (_, digit) => of(kind, String(digit))),
        of(kind, "said"),
      ),
  };
}
