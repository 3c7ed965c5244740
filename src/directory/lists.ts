import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { atMost, type Bitmap, bitmap, chunkBytes, or } from "./bitmap.ts";

/** A list of entries in `catalogue_bits`. */
export interface ListName {
  readonly kind: string;
  readonly code: string;
}

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
  const rows = await readRows(reader, "catalogue_bits", names);
  return listsOf(rows, Math.max(0, ...rows.flatMap((row) => row.chunks)) + 1, chunkBytes);
}

/** Who has these stems in their words: kinds "text" and "title". */
export async function readWordLists(reader: Reader, stems: readonly string[], chunks: number): Promise<Lists> {
  const names = ["text", "title"].flatMap((kind) => stems.map((code) => ({ kind, code })));
  return listsOf(await readRows(reader, "catalogue_words", names), chunks, chunkBytes / 8);
}

/** Each list by itself, in the order of the index: to sort all of them would cost as much again, they are wide. */
async function readRows(reader: Reader, table: string, names: readonly ListName[]): Promise<readonly Row[]> {
  const [kinds, codes] = [names.map(({ kind }) => kind), names.map(({ code }) => code)];
  const { rows } = await sql<Row>`
    select kind, code, list.chunks, list.bits
    from (select distinct * from unnest(${kinds}::text[], ${codes}::text[])) as wanted (kind, code), lateral (
      select array_agg(chunk) as chunks, string_agg(substr(bit_send(bits), 5), ''::bytea) as bits from (
        select chunk, bits from ${sql.table(table)} as kept
        where kept.kind = wanted.kind and kept.code = wanted.code order by chunk
      ) as parts
    ) as list
    where list.chunks is not null`.execute(reader);
  return rows;
}

interface Row {
  readonly kind: string;
  readonly code: string;
  readonly chunks: readonly number[];
  readonly bits: Buffer;
}

function listsOf(rows: readonly Row[], chunks: number, partBytes: number): Lists {
  const nobody = bitmap(chunks);
  const found = new Map(rows.map((row) => [`${row.kind}:${row.code}`, unpacked(row, nobody.bytes.length, partBytes)]));
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

// bit_send writes the length first; the rest is the bits as they stand.
function unpacked({ chunks, bits }: Row, size: number, partBytes: number): Bitmap {
  const set = bitmap(size / chunkBytes);
  for (const [index, chunk] of chunks.entries()) {
    // What was entered since the first look at the lists is beyond their end.
    if (chunk * partBytes >= size) continue;
    set.bytes.set(bits.subarray(index * partBytes, (index + 1) * partBytes), chunk * partBytes);
  }
  return set;
}
