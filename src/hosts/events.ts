import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** The host's profile is no longer what it was. */
export const HostChanged = domainEvent("host-changed", { host: z.uuid() });
export type HostChanged = z.infer<typeof HostChanged>;
