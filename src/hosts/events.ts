import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Somebody has begun to host here. */
export const HostSetUp = domainEvent("host-set-up", { host: z.uuid() });
export type HostSetUp = z.infer<typeof HostSetUp>;

/** The host's profile is no longer what it was. */
export const HostChanged = domainEvent("host-changed", { host: z.uuid() });
export type HostChanged = z.infer<typeof HostChanged>;

/** The minute in which the host's profile changed is over: those who follow hear of all of it at once. */
export const HostSettled = domainEvent("host-settled", { host: z.uuid() });
export type HostSettled = z.infer<typeof HostSettled>;

/** The host says that it closes, or that it does so on another day. */
export const ClosingAnnounced = domainEvent("closing-announced", { host: z.uuid() });
export type ClosingAnnounced = z.infer<typeof ClosingAnnounced>;

/** The host stays open after all. */
export const ClosingWithdrawn = domainEvent("closing-withdrawn", { host: z.uuid() });
export type ClosingWithdrawn = z.infer<typeof ClosingWithdrawn>;
