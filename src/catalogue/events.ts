import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Our host vouches for another, in public. */
export const VouchGiven = domainEvent("vouch-given", { vouch: z.uuid() });
export type VouchGiven = z.infer<typeof VouchGiven>;

/** Our host no longer vouches for another. */
export const VouchWithdrawn = domainEvent("vouch-withdrawn", { vouch: z.uuid() });
export type VouchWithdrawn = z.infer<typeof VouchWithdrawn>;
