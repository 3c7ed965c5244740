import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Somebody here said something of a promise towards a request of another instance: made it, changed it, took it back, confirmed it. */
export const PledgeSent = domainEvent("sent-pledge-changed", {
  sent: z.uuid(),
  deed: z.enum(["offer", "undo", "confirm"]),
});
export type PledgeSent = z.infer<typeof PledgeSent>;
