import { actorIri, offerPage, proposalIri } from "../../federation/addresses.ts";
import { type Availability, shownState } from "../availability/availability.ts";
import type { Offer } from "../offers/offer.ts";
import { findOffer } from "../offers/queries.ts";
import { type Operation, Refusal } from "./operate.ts";

/** The offer of this slug; the command is refused when there is none. */
export async function needOffer({ tx, config }: Operation, slug: string): Promise<Offer> {
  const offer = await findOffer(tx, slug);
  if (offer) return offer;
  throw new Refusal(config.language === "fr" ? `Il n’y a pas d’offre « ${slug} ».` : `There is no offer “${slug}”.`);
}

/** An offer as scripts read it. */
export function showOffer(offer: Offer, availability: Availability | null, origin: string, now: Date) {
  const { id, slug, handle, state, content } = offer;
  return {
    id,
    slug,
    handle,
    title: content.title,
    needs: content.needs,
    state,
    availability: {
      state: shownState(availability, now),
      slots: availability?.slots ?? null,
      nextOpening: availability?.nextOpening ?? null,
      confirmed: availability?.confirmed.toISOString() ?? null,
      expires: availability?.expires.toISOString() ?? null,
    },
    actor: actorIri(origin, { id, kind: "offer" }),
    proposal: proposalIri(origin, id),
    url: offerPage(origin, slug),
  };
}
