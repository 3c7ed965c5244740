import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { signOf } from "../hosts/card-parts.tsx";
import type { Host } from "../hosts/host.ts";
import type { Offer } from "../offers/offer.ts";
import { upper } from "../offers/parts.tsx";
import { startingPrice } from "../offers/price-words.ts";
import type { Card } from "../web/card.ts";
import { listWords } from "../web/money.ts";
import { type Availability, shownState } from "./availability.ts";
import { headline } from "./state-parts.tsx";
import { words } from "./words.ts";

/** The card of an offer: what it is for, whether there is room and when that was said, and where its prices begin. */
export function offerCard({ offer, availability, partners = [] }: Standing, host: Host, seen: CardSeen): Card {
  const { origin, language, now } = seen;
  const word = words[language].card;
  const state = shownState(availability, now);
  const { lead, rest } = startingPrice(offer.content, language);
  const said = availability && dateWords(availability.confirmed, language);
  return {
    language,
    above:
      partners.length > 1
        ? word.together(host.profile.name, partners.length)
        : listWords([host.profile.name, ...partners], language),
    title: offer.content.title,
    state: { sign: `state-${state}`, words: headline(state, state === "unknown" ? null : availability, language) },
    lines: [
      ...(said === null ? [] : [state === "unknown" ? word.silent(said) : word.said(said)]),
      upper(rest === null ? lead : `${lead} ${rest}`),
    ],
    ...signOf(host.logo, origin),
  };
}

/** From where, when and in which language a card is seen. */
export interface CardSeen {
  readonly origin: string;
  readonly language: Language;
  readonly now: Date;
}

/** An offer with what its host last said of it. */
export interface Standing {
  readonly offer: Offer;
  readonly availability: Availability | null;
  /** The names of those who give it together with the host. */
  readonly partners?: readonly string[];
}
