import type { NewsKind } from "../catalogue/news.ts";
import { type Filters, type Found, noFilters } from "../directory/directory.ts";
import { writeFilters } from "../directory/filters.ts";

/** A search of the directory that somebody keeps, to be told when an offer that fits is listed or opens. */
export interface Watch {
  readonly id: string;
  /** Its filters in their normal form, as the query of an address. */
  readonly search: string;
  /** The account that tells of it; null where only letters are wanted. */
  readonly actor: string | null;
  readonly created: Date;
}

/** A search that has an account, which others know by its name. */
export interface FollowedWatch extends Watch {
  readonly actor: string;
  readonly handle: string;
}

/** An offer that fits a search, and why it is told of now. */
export interface Find {
  readonly found: Found;
  readonly what: Extract<NewsKind, "listed" | "opened">;
}

/** How many searches have an account of their own here, how many people are written to, and how many letters that ask to confirm go to one address in a day. */
export const most = { watches: 1_000, readers: 10_000, askedInADay: 5 };

/** For how many days an account that nobody follows stays, and what was never confirmed. */
export const days = { alone: 30, unconfirmed: 7 };

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
