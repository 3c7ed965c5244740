import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** A host without a site of its own has answered under its private link, or taken its answer back. */
export const OutsidePartnershipAnswered = domainEvent("outside-partnership-answered", {
  partnership: z.uuid(),
  act: z.enum(["accept", "decline", "withdraw"]),
});
export type OutsidePartnershipAnswered = z.infer<typeof OutsidePartnershipAnswered>;
