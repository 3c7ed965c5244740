import { shownState } from "../availability/availability.ts";
import type { Trust } from "../catalogue/catalogue.ts";
import { listHosts, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import type { Facets, Filters, Findings } from "./directory.ts";

/** Where to go on, and how many at most. */
export interface Slice {
  readonly after: string | null;
  readonly limit: number;
}

/** The offers that fit, a page of them, with what else could be chosen. */
export async function search(reader: Reader, filters: Filters, slice: Slice, now: Date): Promise<Findings> {
  const least: Trust = filters.all ? 2 : 3;
  const rows = await reader
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .select("catalogueOffers.actor")
    .where("trust", ">=", least)
    .orderBy("changed", "desc")
    .limit(slice.limit)
    .execute();
  const offers = await listListedOffers(
    reader,
    rows.map(({ actor }) => actor),
  );
  const hosts = new Map(
    (
      await listHosts(
        reader,
        offers.map(({ host }) => host),
      )
    ).map((host) => [host.actor, host]),
  );
  const items = offers.flatMap((offer) => {
    const host = hosts.get(offer.host);
    return host ? [{ host, offer, state: shownState(offer.availability, now), nearness: null, monthly: null }] : [];
  });
  return { items, total: items.length, next: null, facets: none, corrected: [] };
}

const none: Facets = {
  ...{ needs: [], audiences: [], availability: [], software: [] },
  ...{ isolation: [], accompaniment: [], capabilities: [], languages: [] },
};
