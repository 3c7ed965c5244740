import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** We ask to follow another instance. */
export const PeerAsked = domainEvent("peer-asked", { peer: z.uuid() });
export type PeerAsked = z.infer<typeof PeerAsked>;

/** Another instance asks to follow us, and waits. */
export const PeerWaits = domainEvent("peer-waits", { peer: z.uuid() });
export type PeerWaits = z.infer<typeof PeerWaits>;

/** Another instance lets us follow it. */
export const PeerAccepted = domainEvent("peer-accepted", { peer: z.uuid() });
export type PeerAccepted = z.infer<typeof PeerAccepted>;

/** Another instance may follow us. */
export const PeerApproved = domainEvent("peer-approved", { peer: z.uuid() });
export type PeerApproved = z.infer<typeof PeerApproved>;

/** Another instance may not follow us. */
export const PeerRejected = domainEvent("peer-rejected", { peer: z.uuid() });
export type PeerRejected = z.infer<typeof PeerRejected>;

/** We have nothing more to do with another instance; nothing but the address of its actor is left of it. */
export const PeerLeft = domainEvent("peer-left", { actor: z.url() });
export type PeerLeft = z.infer<typeof PeerLeft>;

/** A domain is refused from now on. */
export const DomainBlocked = domainEvent("domain-blocked", { domain: z.string() });
export type DomainBlocked = z.infer<typeof DomainBlocked>;
