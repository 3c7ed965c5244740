import type { Language } from "../foundation/language.ts";
import { type Filters, noFilters } from "./directory.ts";
import { checkFilters, type FilterFault, writeFilters } from "./filters.ts";
import { type PlaceAsked, readPlace, territoryOf } from "./place-asked.ts";

/** What the address of a page asks the directory for. */
export interface Asked {
  readonly filters: Filters;
  /** Where the page begins; null at the beginning. */
  readonly after: string | null;
  /** Values that mean nothing here: the rest still works. */
  readonly faults: readonly FilterFault[];
  /** What was typed as a place, where it names none or several. */
  readonly place: PlaceAsked | null;
}

/** Reads an address, and a place as people write it. */
export function readAsked(query: URLSearchParams, language: Language): Asked {
  const place = readPlace(query.get("territory") ?? "", language);
  const read = new URLSearchParams(query);
  read.delete("territory");
  const territory = place && territoryOf(place);
  if (territory !== null) read.set("territory", territory);
  const unclear = place !== null && place.meant.length !== 1;
  return { ...checkFilters(read), after: query.get("page"), place: unclear ? place : null };
}

/** The address of what the directory shows, or another page about the same search. */
export function pathOf(
  filters: Filters,
  { page = "/directory", after = null }: { page?: string; after?: string | null } = {},
): string {
  const query = writeFilters(filters);
  if (after !== null) query.set("page", after);
  return query.size === 0 ? page : `${page}?${query}`;
}

/** What is there for a territory. */
export function asksForTerritory(territory: string): string {
  return pathOf({ ...noFilters, territory });
}
