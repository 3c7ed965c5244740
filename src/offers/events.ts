import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** An offer is there for everyone to read. */
export const OfferPublished = domainEvent("offer-published", { offer: z.uuid() });
export type OfferPublished = z.infer<typeof OfferPublished>;

/** A published offer says something else than before. */
export const OfferChanged = domainEvent("offer-changed", { offer: z.uuid() });
export type OfferChanged = z.infer<typeof OfferChanged>;

/** The minute in which a published offer changed is over: those who follow hear of all of it at once. */
export const OfferSettled = domainEvent("offer-settled", { offer: z.uuid() });
export type OfferSettled = z.infer<typeof OfferSettled>;

/** An offer is no longer made. */
export const OfferWithdrawn = domainEvent("offer-withdrawn", { offer: z.uuid() });
export type OfferWithdrawn = z.infer<typeof OfferWithdrawn>;
