import type { Day } from "../foundation/day.ts";
import { type FundingKind, type FundingState, fundingKinds } from "../funding/funding.ts";
import { isTerritory, parentsOf } from "../hosts/territories.ts";
import { isCode } from "../hosts/vocabularies.ts";
import { type Cents, centsOf } from "../offers/price.ts";

/** Which requests somebody wants to see, as an address says it; nothing asked for is an empty list or null. */
export interface Filters {
  readonly q: string;
  /** Codes of the vocabulary `needs`: one or the other. */
  readonly needs: readonly string[];
  /** Where somebody is. */
  readonly territory: string | null;
  readonly kinds: readonly FundingKind[];
  /** At most so much is still to be found. */
  readonly remaining: Cents | null;
  /** Closing on this day at the latest. */
  readonly before: Day | null;
  readonly state: StateAsked;
}

/** Where one can promise; where enough is there; all that is over; and all of them. */
export const statesAsked = ["open", "reached", "done", "all"] as const;
export type StateAsked = (typeof statesAsked)[number];

/** Which states each of them means. */
export const statesFor: Readonly<Record<StateAsked, readonly FundingState[]>> = {
  open: ["open", "reached"],
  reached: ["reached", "committed", "delivering"],
  done: ["delivered", "failed", "cancelled"],
  all: ["open", "reached", "committed", "delivering", "delivered", "failed", "cancelled"],
};

export const noFilters: Filters = {
  ...{ q: "", needs: [], territory: null, kinds: [], remaining: null, before: null, state: "open" },
};

/** A part of an address that means nothing here. */
export interface FilterFault {
  readonly name: string;
  readonly value: string;
}

export interface FiltersRead {
  readonly filters: Filters;
  readonly faults: readonly FilterFault[];
}

/** Reads the filters of an address; parts that mean nothing are left out, and named. */
export function readFilters(query: URLSearchParams): FiltersRead {
  const faults: FilterFault[] = [];
  const all = <Value extends string>(name: string, isOne: (value: string) => value is Value): readonly Value[] =>
    [...new Set(query.getAll(name))].slice(0, 30).flatMap((value) => {
      if (value === "") return [];
      if (isOne(value)) return [value];
      faults.push({ name, value });
      return [];
    });
  const one = <Value>(name: string, read: (value: string) => Value | null): Value | null => {
    const value = query.get(name)?.trim() ?? "";
    const found = value === "" ? null : read(value);
    if (value !== "" && found === null) faults.push({ name, value });
    return found;
  };
  const filters: Filters = {
    q: (query.get("q") ?? "").trim().replaceAll(/\s+/g, " ").slice(0, 200),
    needs: all("need", (value): value is string => isCode("needs", value)),
    kinds: all("kind", isKind),
    territory: one("territory", (value) => (isTerritory(value) ? value : null)),
    remaining: one("remaining_max", (value) => centsOf(value.replace(",", "."), "EUR")),
    before: one("before", (value) => (isDay(value) ? value : null)),
    state: one("state", (value) => statesAsked.find((state) => state === value) ?? null) ?? "open",
  };
  return { filters, faults };
}

const isKind = (value: string): value is FundingKind => fundingKinds.some((kind) => kind === value);

function isDay(value: string): boolean {
  const date = new Date(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The address that asks for this, always in the same order; what everybody gets is left out. */
export function pathOf(
  filters: Filters,
  { path = "/funding", page = 1 }: { path?: string; page?: number } = {},
): string {
  const { q, needs, territory, kinds, remaining, before, state } = filters;
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  for (const need of needs) query.append("need", need);
  if (territory !== null) query.set("territory", territory);
  for (const kind of kinds) query.append("kind", kind);
  if (remaining !== null) query.set("remaining_max", String(remaining / 100));
  if (before !== null) query.set("before", before);
  if (state !== "open") query.set("state", state);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Whether a request for these territories is of interest in a place: for everybody, around it, or within it. */
export function fitsPlace(codes: readonly string[], place: string): boolean {
  if (codes.length === 0 || codes.includes("remote")) return true;
  const around = new Set([place, ...parentsOf(place)]);
  return codes.some((code) => around.has(code) || parentsOf(code).includes(place));
}

/** Whether everything that was asked for in words stands in a text; accents and capitals do not matter. */
export function fitsWords(text: string, q: string): boolean {
  const plain = plainWords(text);
  return plainWords(q)
    .split(" ")
    .every((word) => plain.includes(word));
}

const plainWords = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[’']/g, " ").toLowerCase().trim();
