import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { type Bitmap, bitmap, chunkBytes, resized } from "./bitmap.ts";

/** A list of entries in `catalogue_bits`. */
export interface ListName {
  readonly kind: string;
  readonly code: string;
}

/** A list as it stands in the database. Nobody may write into its set. */
export interface KnownList extends ListName {
  /** Of which chunks it has rows. */
  readonly chunks: readonly number[];
  /** The set, in any number of chunks from these on. */
  of(chunks: number): Bitmap;
}

interface Kept {
  readonly version: string;
  readonly set: Bitmap;
}

/** Of all lists together, so much is kept: several times what a search reads. */
const mostBytes = 16 * 1_048_576;
const kept = new Map<string, Kept>();
let bytes = 0;

/**
 * Reads lists of a table, each by itself, in the order of the index: to sort all of them would cost as much again, they
 * are wide. The bits of those that were read before and have not been written since are not sent again.
 */
export async function readKnownLists(
  reader: Reader,
  table: string,
  names: readonly ListName[],
  partBytes: number,
): Promise<readonly KnownList[]> {
  const wanted = new Map(names.map((name) => [keyOf(table, name), name]));
  const before = new Map([...wanted.keys()].map((key) => [key, kept.get(key)]));
  const rows = await readRows(reader, table, [...wanted.values()], [...before.values()]);
  return rows.map(({ kind, code, chunks, version, bits }) => {
    const key = keyOf(table, { kind, code });
    const set = bits === null ? before.get(key)?.set : unpacked(chunks, bits, partBytes);
    if (set === undefined) throw new Error(`the bits of ${key} were not sent`);
    keep(key, { version, set });
    return { ...{ kind, code, chunks }, of: (size) => resized(set, size) };
  });
}

interface Row extends ListName {
  readonly chunks: readonly number[];
  readonly version: string;
  readonly bits: Buffer | null;
}

async function readRows(
  reader: Reader,
  table: string,
  names: readonly ListName[],
  before: readonly (Kept | undefined)[],
): Promise<readonly Row[]> {
  const [kinds, codes] = [names.map(({ kind }) => kind), names.map(({ code }) => code)];
  const versions = before.map((one) => one?.version ?? "");
  const here = sql`from ${sql.table(table)} as list where list.kind = wanted.kind and list.code = wanted.code`;
  // In which database, since which start of PostgreSQL (a transaction that a crash undid leaves its number to another),
  // by which transaction and where each row was written: no two states of a list have the same.
  const { rows } = await sql<Row>`
    select kind, code, standing.chunks, standing.version, parts.bits
    from unnest(${kinds}::text[], ${codes}::text[], ${versions}::text[]) as wanted (kind, code, known), lateral (
      select array_agg(chunk order by chunk) as chunks,
        (select oid || ' ' || pg_postmaster_start_time() from pg_database where datname = current_database())
          || ':' || string_agg(list.xmin || ' ' || list.ctid, ',' order by chunk) as version ${here}
    ) as standing left join lateral (
      select string_agg(substr(bit_send(bits), 5), ''::bytea) as bits from (
        select bits ${here} order by chunk
      ) as sorted where standing.version <> wanted.known
    ) as parts on true
    where standing.chunks is not null`.execute(reader);
  return rows;
}

const keyOf = (table: string, { kind, code }: ListName): string => `${table} ${kind} ${code}`;

// bit_send writes the length first; the rest is the bits as they stand.
function unpacked(chunks: readonly number[], bits: Buffer, partBytes: number): Bitmap {
  const set = bitmap(Math.ceil(((Math.max(...chunks) + 1) * partBytes) / chunkBytes));
  for (const [index, chunk] of chunks.entries())
    set.bytes.set(bits.subarray(index * partBytes, (index + 1) * partBytes), chunk * partBytes);
  return set;
}

/** The last used is the last to be forgotten. */
function keep(key: string, list: Kept): void {
  drop(key);
  kept.set(key, list);
  bytes += list.set.bytes.length;
  for (const oldest of kept.keys()) {
    if (bytes <= mostBytes) return;
    drop(oldest);
  }
}

function drop(key: string): void {
  bytes -= kept.get(key)?.set.bytes.length ?? 0;
  kept.delete(key);
}
