import { type PlaceAsked, readPlace, territoryOf } from "../directory/place-asked.ts";
import type { Language } from "../foundation/language.ts";
import { type FiltersRead, readFilters } from "./filters.ts";

/** What the address of the list asks for. */
export interface Asked extends FiltersRead {
  readonly page: number;
  /** What was typed as a place, where it names none or several. */
  readonly place: PlaceAsked | null;
}

/** Reads an address, and a place as people write it. */
export function readAsked(query: URLSearchParams, language: Language): Asked {
  const place = readPlace(query.get("territory") ?? "", language);
  const read = new URLSearchParams(query);
  read.delete("territory");
  const territory = place?.meant.length === 1 ? territoryOf(place) : null;
  if (territory !== null) read.set("territory", territory);
  const unclear = place !== null && place.meant.length !== 1;
  const asked = query.get("page") ?? "1";
  return {
    ...readFilters(read),
    page: /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1,
    place: unclear ? place : null,
  };
}
