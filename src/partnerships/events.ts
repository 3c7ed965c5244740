import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";
import { partnershipDeeds } from "./life.ts";

/** Our host did something about a partnership, for the other to hear. */
export const PartnershipChanged = domainEvent("partnership-changed", {
  partnership: z.uuid(),
  deed: z.enum(partnershipDeeds),
});
export type PartnershipChanged = z.infer<typeof PartnershipChanged>;

/** The other host did something about it, or its time ran out. */
export const PartnershipHeard = domainEvent("partnership-heard", {
  partnership: z.uuid(),
  what: z.enum([...partnershipDeeds, "expire"]),
});
export type PartnershipHeard = z.infer<typeof PartnershipHeard>;

/** From now on everybody sees it, or nobody else any more. */
export const PartnershipShown = domainEvent("partnership-shown", { partnership: z.uuid(), public: z.boolean() });
export type PartnershipShown = z.infer<typeof PartnershipShown>;
