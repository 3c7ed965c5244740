import { sql } from "kysely";
import { softwareCode } from "../catalogue/entries.ts";
import type { Reader } from "../foundation/database.ts";
import { needs } from "../hosts/vocabularies.ts";
import { type Bitmap, chunkBytes, without } from "./bitmap.ts";
import { type Conditions, facetKinds, fitting } from "./conditions.ts";
import type { Facet, Facets } from "./directory.ts";

/** How many would be found with each value of each list, all other lists as they are: the most first. */
export async function countFacets(reader: Reader, conditions: Conditions, found: Bitmap): Promise<Facets> {
  const open: Facet[] = (Object.keys(facetKinds) as Facet[]).filter((facet) => conditions.choices[facet] === undefined);
  const sets = [
    { facets: open.filter((facet) => facet !== "availability"), set: found },
    ...Object.keys(conditions.choices).map((facet) => ({
      ...{ facets: [facet as Facet], set: fitting(conditions, facet as Facet) },
    })),
    ...(open.includes("availability") ? [{ facets: ["availability" as const], set: found }] : []),
  ];
  const rows = await countIn(
    reader,
    sets.map(({ facets, set }) => {
      // What has expired is open for nobody any more.
      return facets[0] === "availability" ? { facets, set: without(set, conditions.expired) } : { facets, set };
    }),
  );
  const of = (facet: Facet) =>
    rows
      .filter(({ kind }) => kind === facetKinds[facet])
      .map(({ code, count }) => ({ code: shown(facet, code), count }));
  return {
    ...{ needs: of("needs"), audiences: of("audiences"), availability: of("availability"), software: of("software") },
    ...{ isolation: of("isolation"), accompaniment: of("accompaniment") },
    ...{ capabilities: of("capabilities"), languages: of("languages") },
    joint: of("joint"),
  };
}

interface Counted {
  readonly kind: string;
  readonly code: string;
  readonly count: number;
}

async function countIn(
  reader: Reader,
  sets: readonly { readonly facets: readonly Facet[]; readonly set: Bitmap }[],
): Promise<readonly Counted[]> {
  const kinds = sets.flatMap(({ facets }, at) => facets.map((facet) => ({ kind: facetKinds[facet], at })));
  const parts = sets.flatMap(({ set }, at) => partsOf(set).map((part) => ({ ...part, at })));
  const { rows } = await sql<Counted>`
    with kinds as (select * from unnest(${kinds.map(({ kind }) => kind)}::text[], ${kinds.map(({ at }) => at)}::int[]) as kinds (kind, at)),
    sets as materialized (
      select at, chunk, ('x' || hex)::bit(8192) as found
      from unnest(${parts.map(({ at }) => at)}::int[], ${parts.map(({ chunk }) => chunk)}::int[],
        ${parts.map(({ hex }) => hex)}::text[]) as sets (at, chunk, hex)
    )
    select kind, code, sum(many)::integer as count from (
      -- read once, and counted before they are sorted: the bits are wide
      select kind, code, bit_count(bits & found) as many
      from (
        select kind, code, chunk, bits from catalogue_bits
        where kind = any(${kinds.map(({ kind }) => kind)}) and (kind <> 'software' or code = any(${knownSoftware})) offset 0
      ) as lists join kinds using (kind) join sets using (at, chunk) offset 0
    ) as counted
    group by kind, code having sum(many) > 0
    order by count desc, code`.execute(reader);
  return rows.filter(({ kind, code }) => kind !== "state" || code !== "unknown");
}

/** The chunks in which there is anybody. */
function partsOf({ bytes }: Bitmap): readonly { readonly chunk: number; readonly hex: string }[] {
  const chunks = Array.from({ length: bytes.length / chunkBytes }, (_, chunk) => ({
    ...{ chunk, part: Buffer.from(bytes.buffer, chunk * chunkBytes, chunkBytes) },
  }));
  return chunks
    .filter(({ part }) => part.some((byte) => byte !== 0))
    .map(({ chunk, part }) => ({ chunk, hex: part.toString("hex") }));
}

// Anyone may name any software; what we know is what is worth a list.
const names = new Map(
  needs.flatMap(({ softwareExamples }) => softwareExamples.map((name) => [softwareCode(name), name])),
);
const knownSoftware = [...names.keys()];

const shown = (facet: Facet, code: string): string => (facet === "software" ? (names.get(code) ?? code) : code);
