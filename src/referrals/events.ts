import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** This host did something with a referral, and the other is to know: pointed somebody there, took that back, heard of their consent; took it, declined it, gave it up, gave them a place. */
export const ReferralChanged = domainEvent("referral-changed", {
  referral: z.uuid(),
  deed: z.enum(["ask", "withdraw", "hand", "take", "decline", "leave", "place"]),
});
export type ReferralChanged = z.infer<typeof ReferralChanged>;

/** The other host, or who is pointed there, has said something of a referral. */
export const ReferralHeard = domainEvent("referral-heard", {
  referral: z.uuid(),
  what: z.enum(["came", "agreed", "refused", "taken", "declined", "placed", "withdrawn"]),
});
export type ReferralHeard = z.infer<typeof ReferralHeard>;
