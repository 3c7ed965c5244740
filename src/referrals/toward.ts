import type { AvailabilityState, ShownState } from "../availability/availability.ts";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { listRecommended } from "../catalogue/named-hosts.ts";
import { noFilters } from "../directory/directory.ts";
import { findFollowed } from "../directory/host-queries.ts";
import { search } from "../directory/search.ts";
import type { Reader } from "../foundation/database.ts";
import type { HostProfile } from "../hosts/host.ts";
import { territoryName } from "../hosts/territories.ts";
import type { OfferContent } from "../offers/offer.ts";
import type { Toward } from "./changes.ts";

/** A host, or an offer of one, to whom somebody can be pointed. */
export interface Candidate {
  /** The actor of the offer, else that of the host: what a form sends. */
  readonly actor: string;
  readonly host: ListedHost;
  readonly offer: ListedOffer | null;
  readonly state: ShownState | null;
  /** Why, in the host's own words, where it recommends it itself; null where it was computed. */
  readonly why: string | null;
  readonly chosen: boolean;
}

const takesInNow: readonly AvailabilityState[] = ["open", "limited", "by-approval"];
const mostSuggested = 5;

/** To whom somebody could be pointed: those whom this host recommends, then those who give the same and take people in now. */
export async function listCandidates(
  reader: Reader,
  { profile, content }: { readonly profile: HostProfile; readonly content: Pick<OfferContent, "needs"> | null },
  now: Date,
): Promise<readonly Candidate[]> {
  const chosen = (await listRecommended(reader, profile)).flatMap(({ host, why }): readonly Candidate[] =>
    host === null || host.own ? [] : [{ actor: host.actor, host, offer: null, state: null, why, chosen: true }],
  );
  const needs = content?.needs ?? [];
  if (needs.length === 0) return chosen;
  const filters = { ...noFilters, needs, territory: placeOf(profile), availability: takesInNow };
  const found = await search(reader, filters, { after: null, limit: 3 * mostSuggested, facets: false }, now);
  const computed = found.items
    .filter(({ host }) => !host.own)
    .map(({ host, offer, state }) => ({ actor: offer.actor, host, offer, state, why: null, chosen: false }));
  return [...chosen, ...computed.slice(0, mostSuggested)];
}

/** Where those are who ask this host: its commune, else the first place of its territory. */
function placeOf({ commune, territory }: HostProfile): string | null {
  const known = (code: string) => /^(com|dep|reg):/.test(code) && territoryName(code, "fr") !== code;
  return [commune ?? "", ...(territory?.codes ?? [])].find(known) ?? null;
}

/** Where a form points somebody: a host that is known here, by its actor or that of an offer; null for any other address. */
export async function findToward(reader: Reader, actor: string): Promise<Toward | null> {
  const found = await findFollowed(reader, actor);
  if (found === null || found.host.own) return null;
  const { host, offer } = found;
  return {
    ...{ other: host.actor, name: host.profile.name, page: host.url, email: null },
    about: offer?.proposal ?? host.actor,
    aboutTitle: offer?.content.title ?? null,
    aboutPage: offer?.url ?? null,
  };
}
