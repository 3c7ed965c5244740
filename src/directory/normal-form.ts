import { type Filters, noFilters } from "./directory.ts";
import { writeFilters } from "./filters.ts";

/**
 * The one form of all filters that ask for the same: order, repetition, capitals and spaces change nothing, nor does how
 * what is found is sorted. Whoever watches is shown what any visitor is, so what is only known is left out.
 */
export function normalFilters(filters: Filters): Filters {
  return {
    ...filters,
    q: filters.q.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim(),
    needs: sorted(filters.needs),
    audiences: sorted(filters.audiences),
    availability: sorted(filters.availability),
    software: sorted(filters.software),
    alternativeTo: sorted(filters.alternativeTo),
    accompaniment: sorted(filters.accompaniment),
    capabilities: sorted(filters.capabilities),
    languages: sorted(filters.languages),
    joint: sorted(filters.joint),
    all: false,
    sort: noFilters.sort,
  };
}

/** The same search is the same text. */
export function searchOf(filters: Filters): string {
  return writeFilters(normalFilters(filters)).toString();
}

function sorted<Code extends string>(codes: readonly Code[]): readonly Code[] {
  return [...new Set(codes)].sort();
}
