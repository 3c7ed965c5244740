import type { Quantity } from "../catalogue/catalogue.ts";
import { hoursOf, minutesOf, softwareCode } from "../catalogue/entries.ts";
import { rungName, rungOf } from "../catalogue/price-ladder.ts";
import { needs } from "../hosts/vocabularies.ts";
import { fold } from "../offers/price.ts";
import { and, type Bitmap, or, without } from "./bitmap.ts";
import type { Facet, Filters, PriceCeiling } from "./directory.ts";
import type { ListName } from "./known-lists.ts";
import { digitsOf, type Lists } from "./lists.ts";
import { type Place, placeOf } from "./place.ts";

/** The lists that somebody can choose from, by what they are called among the lists of entries. */
export const facetKinds: Readonly<Record<Facet, string>> = {
  ...{ needs: "need", audiences: "audience", availability: "state", software: "software", isolation: "isolation" },
  ...{ accompaniment: "accompaniment", capabilities: "capability", languages: "language" },
  joint: "joint",
};

/** What has to be read to answer these filters. */
export function listsFor(filters: Filters): readonly ListName[] {
  const { territory, price, fresh } = filters;
  const chosen = Object.entries(codesChosen(filters)).flatMap(([facet, codes]) =>
    facet === "availability" ? [] : codes.map((code) => ({ kind: facetKinds[facet as Facet], code })),
  );
  return [
    ...named("trust", ["2", "3", "4"]),
    ...named("state", [...takingIn, ...later, "unknown", ...filters.availability]),
    ...named("closing", ["announced"]),
    ...digitsOf("expires"),
    ...chosen,
    ...named("need", needsInsteadOf(filters.alternativeTo)),
    ...(fresh === null ? [] : digitsOf("confirmed")),
    ...(price === null ? [] : digitsOf(ceilingKind(price))),
    ...(territory === null ? [] : [...named("policy", ["only", "fallback"]), ...placeLists(placeOf(territory))]),
  ];
}

/** The conditions of a search: each choice of a list by itself, and all that is no list. */
export interface Conditions {
  /** Everybody whom a reader may see. */
  readonly everybody: Bitmap;
  readonly choices: Readonly<Partial<Record<Facet, Bitmap>>>;
  readonly rest: readonly Bitmap[];
  /** Whose availability is no longer known. */
  readonly expired: Bitmap;
}

export function conditionsOf(filters: Filters, lists: Lists, now: Date): Conditions {
  const expired = expiredIn(lists, now);
  const { of, ofAny } = lists;
  const chosen = Object.entries(codesChosen(filters)).filter(([, codes]) => codes.length > 0);
  return {
    everybody: or(or(of("trust", "4"), of("trust", "3")), filters.all ? of("trust", "2") : of("", "")),
    choices: Object.fromEntries(
      chosen.map(([facet, codes]) => {
        const some = ofAny(facetKinds[facet as Facet], codes);
        return [facet, facet === "availability" ? without(some, expired) : some];
      }),
    ),
    rest: restOf(filters, lists, now),
    expired,
  };
}

function restOf({ alternativeTo, territory, price, fresh }: Filters, lists: Lists, now: Date): readonly Bitmap[] {
  const rest: Bitmap[] = [];
  if (alternativeTo.length > 0) rest.push(lists.ofAny("need", needsInsteadOf(alternativeTo)));
  if (territory !== null) rest.push(thereFor(placeOf(territory), lists));
  if (price !== null) rest.push(lists.atMost(ceilingKind(price), price.cents));
  if (fresh !== null) {
    const since = hoursOf(new Date(now.getTime() - fresh * 86_400_000));
    rest.push(without(lists.of("confirmed", "said"), lists.atMost("confirmed", since - 1)));
  }
  return rest;
}

/** The statements that are over. */
export function expiredIn(lists: Lists, now: Date): Bitmap {
  return lists.atMost("expires", minutesOf(now) - (now.getTime() % 60_000 === 0 ? 0 : 1));
}

/** Whoever is there for somebody in this place: those who are for their own territory alone have to be near. */
function thereFor(place: Place, lists: Lists): Bitmap {
  const near = or(lists.ofAny("place", place.around), lists.of("place", "remote"));
  const everybody = or(or(lists.of("trust", "4"), lists.of("trust", "3")), lists.of("trust", "2"));
  return without(everybody, without(lists.of("policy", "only"), near));
}

/** The states in which people are taken in, and those in which they are later. */
export const takingIn = ["open", "limited", "by-approval"];
export const later = ["waiting-list", "between-waves"];

/** The quantity by which prices are compared; null where none was asked for. */
export function countedBy(price: PriceCeiling | null): Quantity | null {
  return price === null || price.quantity === null ? null : rungOf(price.quantity);
}

function codesChosen(filters: Filters): Readonly<Record<Facet, readonly string[]>> {
  return {
    ...{ needs: filters.needs, audiences: filters.audiences, availability: filters.availability },
    software: filters.software.map(softwareCode),
    isolation: filters.isolation === null ? [] : [filters.isolation],
    ...{ accompaniment: filters.accompaniment, capabilities: filters.capabilities, languages: filters.languages },
    joint: filters.joint,
  };
}

/** The needs for which people use these tools today. */
function needsInsteadOf(tools: readonly string[]): readonly string[] {
  const wanted = new Set(tools.map(fold));
  return needs
    .filter(({ alternativeTo }) => alternativeTo.some((tool) => wanted.has(fold(tool))))
    .map(({ code }) => code);
}

const ceilingKind = (price: PriceCeiling): string => rungName(price.currency, countedBy(price));

const named = (kind: string, codes: Iterable<string>): readonly ListName[] =>
  [...codes].map((code) => ({ kind, code }));

const placeLists = ({ around }: Place): readonly ListName[] => named("place", [...around, "remote"]);

/** Whoever fits all conditions, but for the choice of one list. */
export function fitting({ everybody, choices, rest }: Conditions, but: Facet | null = null): Bitmap {
  const kept = Object.entries(choices).flatMap(([facet, chosen]) => (facet === but ? [] : [chosen]));
  return [...rest, ...kept].reduce(and, everybody);
}
