import type { AvailabilityState, ShownState } from "../availability/availability.ts";
import type { ListedHost, ListedOffer, Quantity } from "../catalogue/catalogue.ts";
import type { Capability } from "../hosts/host.ts";
import type { Cents } from "../offers/price.ts";

/** What someone looks for. Values of one list widen the search, each further list narrows it. Codes are those of `vocabularies.json`. */
export interface Filters {
  /** Free words, as typed. */
  readonly q: string;
  readonly needs: readonly string[];
  readonly audiences: readonly string[];
  /** Where the association is: one code, `com:16015`, or a postcode, which means all its communes. */
  readonly territory: string | null;
  readonly availability: readonly AvailabilityState[];
  readonly price: PriceCeiling | null;
  readonly software: readonly string[];
  /** What it wants to leave: "Doodle", "Google Docs". */
  readonly alternativeTo: readonly string[];
  readonly isolation: "dedicated" | "shared" | null;
  readonly accompaniment: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly languages: readonly string[];
  /** Given by several hosts together, or by one alone. */
  readonly joint: readonly Joint[];
  /** Confirmed within so many days. */
  readonly fresh: number | null;
  /** Also what is only known, not vouched for. */
  readonly all: boolean;
  readonly sort: Sort;
}

/** At most so much a month, for this quantity. */
export interface PriceCeiling {
  readonly cents: Cents;
  readonly currency: string;
  readonly quantity: Quantity | null;
}

export const joints = ["yes", "no"] as const;
type Joint = (typeof joints)[number];

export const sorts = ["relevance", "nearness", "confirmed"] as const;
export type Sort = (typeof sorts)[number];

export const noFilters: Filters = {
  ...{ q: "", needs: [], audiences: [], territory: null, availability: [], price: null, software: [] },
  ...{ alternativeTo: [], isolation: null, accompaniment: [], capabilities: [], languages: [], joint: [] },
  ...{ fresh: null, all: false, sort: "relevance" },
};

/** How an offer stands to where the association is: it is there for it, for it first, only if nobody nearer is, or for everyone. */
export type Nearness = "only" | "priority" | "fallback" | "anywhere" | "remote";

/** An offer that was found, with its host. */
export interface Found {
  readonly host: ListedHost;
  /** Of those who give it together with its host, the ones that are known here. */
  readonly partners: readonly ListedHost[];
  readonly offer: ListedOffer;
  readonly state: ShownState;
  /** Null where no place was asked for. */
  readonly nearness: Nearness | null;
  /** What it costs a month for the quantity asked for; null where none was, or where it cannot be computed. */
  readonly monthly: { readonly cents: Cents; readonly currency: string } | null;
}

/** A page of what was found. */
export interface Findings {
  readonly items: readonly Found[];
  /** Of all pages. */
  readonly total: number;
  /** Where the next page begins; opaque. */
  readonly next: string | null;
  /** How many would be found with each value of each list, all other lists as they are. */
  readonly facets: Facets;
  /** Words of `q` that were read as others, typed otherwise here. */
  readonly corrected: readonly Correction[];
  /** No offer has all the words: these have some of them. */
  readonly loosened?: boolean;
  /** The quantity by which prices were compared, where it is not the one that was asked for. */
  readonly counted?: Quantity | null;
}

export interface Correction {
  readonly typed: string;
  readonly read: string;
}

export type Facet =
  | "needs"
  | "audiences"
  | "availability"
  | "software"
  | "isolation"
  | "accompaniment"
  | "capabilities"
  | "languages"
  | "joint";

export type Facets = Readonly<Record<Facet, readonly { readonly code: string; readonly count: number }[]>>;
