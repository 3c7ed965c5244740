import type { z } from "@hono/zod-openapi";
import { showQuote } from "./api-quote-shapes.ts";
import { type AvailabilityShape, type OfferShape, showAdvice, showOffer } from "./api-shapes.ts";
import { NewOfferInput } from "./input.ts";
import type { Offer } from "./offer.ts";
import { type QuoteRequest, quote } from "./quote.ts";

// What comes in is written here; what goes out is made of it by the code that answers, so it cannot differ.

/** A new offer, as a script sends it. */
export const offerAsked = {
  title: "Shared files and calendars",
  slug: "shared-files",
  summary: "Files, calendars and contacts for your whole association, in one place.",
  language: "en",
  needs: ["file-sharing"],
  does: ["Updates and backups", "Help by e-mail within two working days"],
  doesNot: ["Repair your computers"],
  exit: { notice: "one month", formats: ["zip"], help: null },
  tiers: [
    {
      id: "cloud",
      title: "Cloud",
      price: {
        model: "graduated" as const,
        currency: "EUR" as const,
        period: "month" as const,
        unit: "GB",
        minimumUnits: 5,
        base: { upTo: 5, amount: "2.50" },
        bands: [
          { from: 6, upTo: 10, unitAmount: "0.50" },
          { from: 11, upTo: null, unitAmount: "0.25" },
        ],
      },
    },
  ],
} satisfies z.input<typeof NewOfferInput>;

export const patchAsked = { summary: "Files, calendars and contacts, kept in Lyon.", doesNot: null };

export const quoteAsked = { tier: "cloud", quantity: { GB: 20 }, member: null } satisfies QuoteRequest;

const { content } = NewOfferInput.parse(offerAsked);
const created = new Date("2026-11-24T10:00:00Z");
const draft: Offer = {
  id: "2c1f5c1e-53f7-4d0c-8a3c-0f5b8f6f2a77",
  ...{ slug: offerAsked.slug, handle: "shared_files", state: "draft", position: 1, version: 1, content },
  ...{ created, changed: created, published: null, withdrawn: null, archived: null, farewell: null },
};

const later = new Date("2026-11-24T10:05:00Z");
const published: Offer = { ...draft, state: "published", version: 2, changed: later, published: later };
const end = new Date("2027-06-30T09:00:00Z");
const withdrawn: Offer = { ...published, state: "withdrawn", version: 3, changed: end, withdrawn: end };

/** Nothing was said of it yet. */
const unsaid: AvailabilityShape = {
  ...{ state: "unknown", slots: null, capacity: null, nextOpening: null, waves: [] },
  ...{ approval: null, territory: null, message: null, confirmed: null, expires: null },
};

export const draftShown: OfferShape = advised(draft);
export const offerPublished: OfferShape = advised(published);
export const offerWithdrawn: OfferShape = advised(withdrawn);
/** What everyone sees: advice is for the host. */
export const offerShown: OfferShape = shown(published);
export const quoteShown = quoted();

function shown(offer: Offer): OfferShape {
  const origin = "https://pomme.example";
  const actorId = () => `${origin}/ap/actors/${offer.id}`;
  const proposalId = () => `${origin}/ap/proposals/${offer.id}`;
  return showOffer(offer, unsaid, { origin, actorId, proposalId });
}

function advised(offer: Offer): OfferShape {
  return { ...shown(offer), advice: showAdvice(offer) };
}

function quoted() {
  const outcome = quote(content, quoteAsked);
  if (!outcome.done) throw new Error(`the example of a quote is refused: ${outcome.reason.reason}`);
  return showQuote(outcome.value);
}
