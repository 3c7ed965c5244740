import { availabilityStates } from "../availability/availability.ts";
import type { Language } from "../foundation/language.ts";
import { capabilities } from "../hosts/host.ts";
import { isCode } from "../hosts/vocabularies.ts";
import { type Filters, noFilters, sorts } from "./directory.ts";
import { type PlaceAsked, readPlace } from "./place-asked.ts";

/** What the address of a page asks the directory for. */
export interface Asked {
  readonly filters: Filters;
  /** Where the page begins; null at the beginning. */
  readonly after: string | null;
  /** Values that mean nothing here, by the names of their parameters: the rest still works. */
  readonly ignored: readonly { readonly name: string; readonly value: string }[];
  /** What was typed as a place, where it names none or several. */
  readonly place: PlaceAsked | null;
}

export function readAsked(query: URLSearchParams, language: Language): Asked {
  const ignored: { name: string; value: string }[] = [];
  const list = (name: string, fits: (value: string) => boolean): readonly string[] => {
    const values = [...new Set(query.getAll(name).map((value) => value.trim()))].filter((value) => value !== "");
    ignored.push(...values.filter((value) => !fits(value)).map((value) => ({ name, value })));
    return values.filter(fits).slice(0, 50);
  };
  const one = (name: string, fits: (value: string) => boolean) => list(name, fits)[0] ?? null;
  const number = (name: string, most: number) => {
    const value = one(name, (text) => /^\d{1,7}([.,]\d{1,2})?$/.test(text) && Number(text.replace(",", ".")) <= most);
    return value === null ? null : Number(value.replace(",", "."));
  };
  const place = readPlace(query.get("territory") ?? "", language);
  const ceiling = number("price_max", 1_000_000);
  const [gb, users] = [number("gb", 1_000_000), number("users", 1_000_000)];
  const quantity =
    gb !== null
      ? ({ unit: "GB", count: gb } as const)
      : users !== null
        ? ({ unit: "users", count: users } as const)
        : null;
  const filters: Filters = {
    ...noFilters,
    q: (query.get("q") ?? "").trim().slice(0, 200),
    needs: list("need", (code) => isCode("needs", code)),
    audiences: list("audience", (code) => isCode("audiences", code)),
    territory: place?.meant.length === 1 ? (place.meant[0] ?? null) : null,
    availability: availabilityStates.filter((state) =>
      list("availability", (one) => availabilityStates.some((known) => known === one)).includes(state),
    ),
    price: ceiling === null ? null : { cents: Math.round(ceiling * 100), currency: "EUR", quantity },
    software: list("software", short),
    alternativeTo: list("alternative_to", short),
    isolation: one("isolation", (code) => isCode("isolation", code)) as Filters["isolation"],
    accompaniment: list("accompaniment", (code) => isCode("accompaniment", code)),
    capabilities: capabilities.filter((can) =>
      list("capability", (one) => capabilities.some((known) => known === one)).includes(can),
    ),
    languages: list("language", (code) => /^[a-z]{2,3}$/.test(code)),
    fresh: number("fresh", 3650),
    all: query.get("trust") === "all",
    sort: sorts.find((sort) => sort === query.get("sort")) ?? "relevance",
  };
  return {
    ...{ filters, ignored, after: query.get("page") },
    place: place !== null && place.meant.length !== 1 ? place : null,
  };
}

const short = (text: string) => text.length <= 80;

/** The filters as the parameters of an address, always in the same order; what is not asked for is left out. */
export function queryOf(filters: Filters): URLSearchParams {
  const { price } = filters;
  const quantity = price?.quantity ?? null;
  const lists: readonly (readonly [string, readonly (string | null)[]])[] = [
    ["q", [filters.q]],
    ["need", filters.needs],
    ["audience", filters.audiences],
    ["territory", [filters.territory]],
    ["availability", filters.availability],
    ["price_max", [price && String(price.cents / 100)]],
    ["gb", [quantity?.unit === "GB" ? String(quantity.count) : null]],
    ["users", [quantity?.unit === "users" ? String(quantity.count) : null]],
    ["software", filters.software],
    ["alternative_to", filters.alternativeTo],
    ["isolation", [filters.isolation]],
    ["accompaniment", filters.accompaniment],
    ["capability", filters.capabilities],
    ["language", filters.languages],
    ["fresh", [filters.fresh === null ? null : String(filters.fresh)]],
    ["trust", [filters.all ? "all" : null]],
    ["sort", [filters.sort === "relevance" ? null : filters.sort]],
  ];
  return new URLSearchParams(
    lists.flatMap(([name, values]) => values.flatMap((value) => (value ? [[name, value]] : []))),
  );
}

/** The address of what the directory shows, or another page about the same search. */
export function pathOf(
  filters: Filters,
  { page = "/directory", after = null }: { page?: string; after?: string | null } = {},
): string {
  const query = queryOf(filters);
  if (after !== null) query.set("page", after);
  return query.size === 0 ? page : `${page}?${query}`;
}

/** What is there for a territory. */
export function asksForTerritory(territory: string): string {
  return pathOf({ ...noFilters, territory });
}
