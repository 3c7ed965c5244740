import { findAvailability } from "../src/availability/queries.ts";
import type { Reader } from "../src/foundation/database.ts";
import type { Language } from "../src/foundation/language.ts";
import type { Offer } from "../src/offers/offer.ts";
import { findLocal } from "./actors/local.ts";
import type { Reach } from "./reach.ts";
import { offerNews, offerState } from "./send/texts.ts";
import { words } from "./send/words.ts";

/** What an offer's account is going to say, and under which name. */
export interface PostToCome {
  /** HTML. */
  readonly content: string;
  readonly language: Language;
  readonly name: string;
  /** `@name@domain` */
  readonly address: string;
}

/** What would be said if an offer were published as it is here: the news of it, or what its account has pinned. Null before the set-up. */
export async function findPostToCome(
  reader: Reader,
  reach: Pick<Reach, "origin" | "language">,
  { offer, kind, now }: { readonly offer: Offer; readonly kind: "announcement" | "state"; readonly now: Date },
): Promise<PostToCome | null> {
  const local = await findLocal(reader, reach, now);
  if (local === null) return null;
  const published = { offer, availability: await findAvailability(reader, offer.id), joint: null };
  const said = kind === "announcement" ? offerNews(local, published) : offerState(local, published);
  return {
    content: said.content,
    language: local.language,
    name: words[local.language].offerTitle(offer.content.title, local.host.profile.name),
    address: `@${offer.handle}@${new URL(local.origin).host}`,
  };
}
