import { shownState } from "../../src/availability/availability.ts";
import type { ListedHost, ListedOffer } from "../../src/catalogue/catalogue.ts";
import { monthlyPrice, rungOf } from "../../src/catalogue/price-ladder.ts";
import type { Facet, Filters } from "../../src/directory/directory.ts";
import { nearnessOf, placeOf } from "../../src/directory/place.ts";
import { listCommunes } from "../../src/hosts/territories.ts";
import { needs } from "../../src/hosts/vocabularies.ts";
import { fold } from "../../src/offers/price.ts";

/** An offer with its hosts, as the catalogue has them. */
export interface Pair {
  readonly offer: ListedOffer;
  readonly host: ListedHost;
  /** Of those who give it with its host, the ones that are known. */
  readonly partners: readonly ListedHost[];
}

/** What a search without words has to find, said plainly: one offer after the other, one filter after the other. */
export function fits(pair: Pair, filters: Filters, now: Date, but: Facet | null = null): boolean {
  if (trustIn(pair) < (filters.all ? 2 : 3)) return false;
  const chosen = choicesOf(filters);
  for (const facet of Object.keys(chosen) as Facet[]) {
    if (facet === but || chosen[facet].length === 0) continue;
    const values = valuesOf(pair, facet, now);
    if (!chosen[facet].some((value) => values.includes(value))) return false;
  }
  return fitsRest(pair, filters, now);
}

/** As far as the least trusted of its hosts; one that is not known is trusted as little as one that nobody vouches for. */
function trustIn({ offer, host, partners }: Pair): number {
  const all = offer.joint?.partners.map(({ actor }) => partners.find((one) => one.actor === actor)?.trust ?? 2) ?? [];
  return Math.min(host.trust, ...all);
}

function fitsRest(pair: Pair, filters: Filters, now: Date): boolean {
  const { territory, fresh } = filters;
  const { offer } = pair;
  if (!isInstead(offer, filters) || !isCheapEnough(offer, filters)) return false;
  if (territory !== null && !communesIn(territory).some((commune) => isThere(pair, commune))) return false;
  return fresh === null || now.getTime() - offer.changed.getTime() <= fresh * 86_400_000;
}

/** Each of its hosts has to be there for people in this place, where the offer itself says nothing of places. */
function isThere({ offer, host, partners }: Pair, place: string): boolean {
  const said = offer.content.territory ?? offer.availability?.territory ?? null;
  const all = said === null ? [host, ...partners].map(({ profile }) => profile.territory) : [said];
  return all.every((territory) => nearnessOf(territory, placeOf(place)) !== null);
}

const communesIn = (territory: string) => (/^\d{5}$/.test(territory) ? listCommunes(territory) : [territory]);

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
export function valuesOf({ offer, host, partners }: Pair, facet: Facet, now: Date): readonly string[] {
  const { content, availability, joint } = offer;
  const profiles = [host, ...partners].map(({ profile }) => profile);
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
      return profiles.flatMap(({ capabilities }) => capabilities);
    case "languages":
      return [content.language, ...profiles.flatMap(({ languages }) => languages)];
    case "joint":
      return [joint === null ? "no" : "yes"];
  }
}

export function choicesOf(filters: Filters): Readonly<Record<Facet, readonly string[]>> {
  return {
    ...{ needs: filters.needs, audiences: filters.audiences, availability: filters.availability },
    software: filters.software.map(fold),
    isolation: filters.isolation === null ? [] : [filters.isolation],
    ...{ accompaniment: filters.accompaniment, capabilities: filters.capabilities, languages: filters.languages },
    joint: filters.joint,
  };
}
