import type { Availability, AvailabilityState } from "../availability/availability.ts";
import type { Language } from "../foundation/language.ts";
import { StoredOffer } from "../offers/form.ts";
import type { Offer } from "../offers/offer.ts";

const day = 86_400_000;

/** Three invented offers: one as offers are, one with everything long, one of which almost nothing is written. */
export function sampleOffers(language: Language, texts: OfferTexts, now: Date): readonly [Offer, Offer, Offer] {
  const { files, long, bare } = texts.offers;
  const [small, team] = texts.tiers;
  const usual = {
    ...{ ...files, language, needs: ["file-sharing", "calendar", "contacts"], audiences: ["association-volunteer"] },
    ...{ territory: { codes: ["dep:35"], policy: "priority" }, isolation: "dedicated" },
    tiers: [
      { id: "small", ...small, price: { ...terms, model: "flat", amount: 500 } },
      { id: "team", ...team, price: graduated },
    ],
  };
  const lengthy = { ...usual, ...long, needs: ["video-conference"], tiers: [{ id: "one", price: graduated }] };
  return [
    offerOf("sample", usual, now),
    offerOf("sample-long", lengthy, now),
    offerOf("sample-bare", { ...bare, language }, now),
  ];
}

/** The words of the three, in the reader's language. */
export interface OfferTexts {
  readonly offers: Readonly<Record<"files" | "long" | "bare", object>>;
  readonly tiers: readonly object[];
}

const terms = { currency: "EUR", period: "month", vat: { regime: "exempt", note: null }, asOf: "2026-09-01" };

const graduated = {
  ...terms,
  model: "graduated",
  unit: "GB",
  minimumUnits: 5,
  base: { upTo: 5, amount: 250 },
  bands: [
    { from: 6, upTo: 10, unitAmount: 50 },
    { from: 11, upTo: 100, unitAmount: 25 },
  ],
};

function offerOf(slug: string, content: object, now: Date): Offer {
  const times = { created: now, changed: now, published: now, withdrawn: null, archived: null, farewell: null };
  const kept = { state: "published", position: 0, version: 1, content: StoredOffer.parse(content) } as const;
  return { id: slug, slug, handle: slug, ...kept, ...times };
}

/** What an invented host said of an offer, so many days ago. */
export function sampleAvailability(
  state: AvailabilityState,
  now: Date,
  more: Partial<Availability> & { readonly daysAgo?: number } = {},
): Availability {
  const { daysAgo = 4, ...said } = more;
  const confirmed = new Date(now.getTime() - daysAgo * day);
  const expires = new Date(now.getTime() + 60 * day);
  const nothing = { slots: null, capacity: null, nextOpening: null, approval: null, territory: null, message: null };
  return { state, ...nothing, waves: [], confirmed, expires, ...said };
}

/** A day so many days from now: "2027-03-01". */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}
