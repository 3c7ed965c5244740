import { z } from "@hono/zod-openapi";
import type { Database, Reader } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type ApiScope, opens } from "../web/api.ts";
import { tagOf } from "../web/versions.ts";
import { type OfferAddresses, type OfferShape, showAdvice, showOffer } from "./api-shapes.ts";
import { type Offer, type OfferState, slugPattern } from "./offer.ts";
import { findOffer } from "./queries.ts";

/** What the calls of offers need to read. */
export interface OffersApiDeps extends OfferAddresses {
  readonly db: Database;
  now(): Date;
}

export const paths = {
  offers: "/api/v1/offers",
  offer: "/api/v1/offers/{slug}",
  publication: "/api/v1/offers/{slug}/publication",
  quote: "/api/v1/offers/{slug}/quote",
};

/** The address of one offer; what can be none is answered 404. */
export const bySlug = z.object({ slug: z.string().regex(slugPattern).openapi({ example: "shared-files" }) });

export function visibleStates(scope: ApiScope | null): readonly OfferState[] {
  return opens(scope, "offers") ? ["draft", "published", "withdrawn"] : ["published"];
}

/** The offer, if this caller may know of it. */
export async function findVisible(reader: Reader, slug: string, scope: ApiScope | null): Promise<Offer> {
  const found = await findOffer(reader, slug);
  if (found === null || !visibleStates(scope).includes(found.state)) throw new NotFound(`there is no offer ${slug}`);
  return found;
}

/** Offers with their availability, as everyone may see them. */
export async function showAll(reader: Reader, offers: readonly Offer[], deps: OffersApiDeps): Promise<OfferShape[]> {
  const ids = offers.map(({ id }) => id);
  const availabilities = await deps.availabilitiesOf(reader, ids, deps.now());
  return offers.flatMap((shown) => {
    const availability = availabilities.get(shown.id);
    return availability ? [showOffer(shown, availability, deps)] : [];
  });
}

/** One offer with its `ETag`; whoever may change it is advised, too. */
export async function show(
  reader: Reader,
  offer: Offer,
  deps: OffersApiDeps,
  scope: ApiScope | null,
): Promise<{ readonly body: OfferShape; readonly tag: { readonly etag: string } }> {
  const [one] = await showAll(reader, [offer], deps);
  if (one === undefined) throw new NotFound(`there is no offer ${offer.slug}`);
  const body = opens(scope, "offers") ? { ...one, advice: showAdvice(offer) } : one;
  return { body, tag: tagOf(offer.version, body) };
}
