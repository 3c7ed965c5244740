import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Someone asks for a place. */
export const PlaceRequested = domainEvent("place-requested", { request: z.uuid() });
export type PlaceRequested = z.infer<typeof PlaceRequested>;

/** Someone who asks for a place writes again, or takes the request back. */
export const PlaceRequestSaid = domainEvent("place-request-said", { request: z.uuid(), entry: z.uuid() });
export type PlaceRequestSaid = z.infer<typeof PlaceRequestSaid>;

/** The host answers, accepts, declines, refers or opens a request anew, and the asker is to know. */
export const PlaceRequestAnswered = domainEvent("place-request-answered", { request: z.uuid(), entry: z.uuid() });
export type PlaceRequestAnswered = z.infer<typeof PlaceRequestAnswered>;

/** Nothing is left of a request; what was sent with these entries is to be forgotten too. */
export const PlaceRequestErased = domainEvent("place-request-erased", {
  entries: z.array(z.uuid()),
  request: z.uuid().optional(),
});
export type PlaceRequestErased = z.infer<typeof PlaceRequestErased>;
