import type { z } from "zod";
import type { StoredOffer } from "./form.ts";

export const offerModels = ["trial", "small", "collaborative"] as const;

/** What an offer may begin as: one to try, one for small associations, one for working together. */
export type OfferModel = (typeof offerModels)[number];

/** What each model says, in one language. */
export type ModelTexts = Readonly<Record<OfferModel, z.input<typeof StoredOffer>>>;
