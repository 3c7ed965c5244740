import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** An offer's availability is no longer what it was; `flipped` when its state is another, not only its details. */
export const AvailabilityChanged = domainEvent("availability-changed", { offer: z.uuid(), flipped: z.boolean() });
export type AvailabilityChanged = z.infer<typeof AvailabilityChanged>;
