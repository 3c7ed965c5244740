import type { HostProfile } from "../../src/hosts/host.ts";
import type { OfferContent } from "../../src/offers/offer.ts";
import { tagPage } from "../addresses.ts";
import { type Hashtag, hashtagName } from "../vocabulary/tags.ts";

/** Found by everyone who looks for ethical hosting. */
const general = "HebergementEthique";
const openings = "DispoHebergement";

/** By which hashtags what a host says is found. */
export function hostHashtags({ memberOf }: HostProfile): readonly string[] {
  return some([general, ...memberOf]);
}

/** By which hashtags what an offer says is found. */
export function offerHashtags({ software }: OfferContent): readonly string[] {
  return some([...software.map(({ name }) => name), general]);
}

/** By which hashtags an opening is found. */
export const availabilityHashtags: readonly string[] = [openings];

/** By which hashtags a funding request is found. */
export const campaignHashtags: readonly string[] = ["FondsGroupe"];

function some(wanted: readonly string[]): readonly string[] {
  const names = wanted.map(hashtagName).filter((name) => name !== null);
  return [...new Set(names)].slice(0, 5);
}

export function hashtags(origin: string, names: readonly string[]): readonly Hashtag[] {
  return names.map((name) => ({ name, href: tagPage(origin, name) }));
}
