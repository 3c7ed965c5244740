import { shownState } from "../../src/availability/availability.ts";
import type { ListedHost, ListedOffer } from "../../src/catalogue/catalogue.ts";
import { territoryOf } from "../../src/catalogue/entries.ts";
import { monthlyPrice, rungOf } from "../../src/catalogue/price-ladder.ts";
import type { Facet, Filters } from "../../src/directory/directory.ts";
import { nearnessOf, placeOf } from "../../src/directory/place.ts";
import { needs } from "../../src/hosts/vocabularies.ts";
import { fold } from "../../src/offers/price.ts";

/** An offer with its host, as the catalogue has them. */
export interface Pair {
  readonly offer: ListedOffer;
  readonly host: ListedHost;
}

/** What a search without words has to find, said plainly: one offer after the other, one filter after the other. */
export function fits({ offer, host }: Pair, filters: Filters, now: Date, but: Facet | null = null): boolean {
  if (host.trust < (filters.all ? 2 : 3)) return false;
  const chosen = choicesOf(filters);
  for (const facet of Object.keys(chosen) as Facet[]) {
    if (facet === but || chosen[facet].length === 0) continue;
    const values = valuesOf({ offer, host }, facet, now);
    if (!chosen[facet].some((value) => values.includes(value))) return false;
  }
  return fitsRest({ offer, host }, filters, now);
}

function fitsRest({ offer, host }: Pair, filters: Filters, now: Date): boolean {
  const { territory, fresh } = filters;
  if (!isInstead(offer, filters) || !isCheapEnough(offer, filters)) return false;
  if (territory !== null && nearnessOf(territoryOf(offer, host), placeOf(territory)) === null) return false;
  return fresh === null || now.getTime() - offer.changed.getTime() <= fresh * 86_400_000;
}

function isInstead({ content }: ListedOffer, { alternativeTo }: Filters): boolean {
  const instead = needs.filter((need) => need.alternativeTo.some((tool) => alternativeTo.includes(tool)));
  return alternativeTo.length === 0 || instead.some(({ code }) => content.needs.includes(code));
}

function isCheapEnough({ content }: ListedOffer, { price }: Filters): boolean {
  if (price === null) return true;
  const cents = monthlyPrice(content, price.currency, price.quantity && rungOf(price.quantity));
  return cents !== null && cents <= price.cents;
}

/** What an offer would be counted under in a list. */
export function valuesOf({ offer: { content, availability }, host }: Pair, facet: Facet, now: Date): readonly string[] {
  switch (facet) {
    case "needs":
      return content.needs;
    case "audiences":
      return content.audiences;
    case "availability":
      return [shownState(availability, now)].filter((state) => state !== "unknown");
    case "software":
      return content.software.map(({ name }) => fold(name));
    case "isolation":
      return content.isolation === null ? [] : [content.isolation];
    case "accompaniment":
      return content.accompaniment.included;
    case "capabilities":
      return host.profile.capabilities;
    case "languages":
      return [content.language, ...host.profile.languages];
  }
}

export function choicesOf(filters: Filters): Readonly<Record<Facet, readonly string[]>> {
  return {
    ...{ needs: filters.needs, audiences: filters.audiences, availability: filters.availability },
    software: filters.software.map(fold),
    isolation: filters.isolation === null ? [] : [filters.isolation],
    ...{ accompaniment: filters.accompaniment, capabilities: filters.capabilities, languages: filters.languages },
  };
}
