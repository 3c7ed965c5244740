import type { Reader } from "../foundation/database.ts";
import { has } from "./bitmap.ts";
import { conditionsOf, fitting, listsFor } from "./conditions.ts";
import type { Filters, Found } from "./directory.ts";
import { readLists } from "./lists.ts";
import { readItems, withWords } from "./search.ts";
import { findMatches } from "./typed.ts";

/** Which of these offers fit, as they stand now, in no order; those that nobody is shown fit nothing. */
export async function listFitting(
  reader: Reader,
  filters: Filters,
  offers: readonly string[],
  now: Date,
): Promise<readonly Found[]> {
  const entries = await reader
    .selectFrom("catalogueEntries")
    .select("ordinal")
    .where("actor", "in", [...offers])
    .execute();
  if (entries.length === 0) return [];
  const fits = await readFitting(reader, filters, now);
  const placed = entries.filter(({ ordinal }) => fits(ordinal));
  return await readItems(reader, placed, filters, now);
}

/** Whether an entry of the directory fits, by its ordinal, as all stood a moment ago. */
export async function readFitting(reader: Reader, filters: Filters, now: Date): Promise<(ordinal: number) => boolean> {
  const lists = await readLists(reader, listsFor(filters));
  const conditions = conditionsOf(filters, lists, now);
  const matches = await findMatches(reader, filters.q, { everybody: conditions.everybody, chunks: lists.chunks });
  const found = fitting(withWords(conditions, matches));
  return (ordinal) => has(found, ordinal);
}
