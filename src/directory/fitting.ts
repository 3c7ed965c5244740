import type { Reader } from "../foundation/database.ts";
import { has } from "./bitmap.ts";
import { conditionsOf, fitting, listsFor } from "./conditions.ts";
import type { Filters, Found } from "./directory.ts";
import { readLists } from "./lists.ts";
import { readItems, withWords } from "./search.ts";
import { findMatches, readTyped } from "./typed.ts";

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
  const lists = await readLists(reader, listsFor(filters));
  const typed = await readTyped(reader, filters.q);
  const matches = typed && (await findMatches(reader, typed, lists.chunks));
  const found = fitting(withWords(conditionsOf(filters, lists, now), matches));
  return await readItems(
    reader,
    entries.filter(({ ordinal }) => has(found, ordinal)),
    filters,
    now,
  );
}
