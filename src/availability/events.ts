import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";
import { shownStates } from "./availability.ts";

/** What was said, as it stood then: a feed still tells it when another state has followed. */
const SaidThen = z.object({
  before: z.enum(shownStates),
  state: z.enum(shownStates),
  slots: z.number().nullable(),
  nextOpening: z.string().nullable(),
  message: z.string().nullable(),
});
export type SaidThen = z.infer<typeof SaidThen>;

/** An offer's availability is no longer what it was; `flipped` when its state is another, not only its details. */
export const AvailabilityChanged = domainEvent("availability-changed", {
  offer: z.uuid(),
  flipped: z.boolean(),
  said: SaidThen.nullable().default(null),
});
export type AvailabilityChanged = z.infer<typeof AvailabilityChanged>;

/** The minute in which details of an availability changed is over: those who follow hear of all of it at once. */
export const AvailabilitySettled = domainEvent("availability-settled", { offer: z.uuid() });
export type AvailabilitySettled = z.infer<typeof AvailabilitySettled>;
