import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

const about = { request: z.uuid(), pledge: z.uuid(), number: z.int() };

/** Somebody promises something. */
export const PledgeMade = domainEvent("pledge-made", about);
export type PledgeMade = z.infer<typeof PledgeMade>;

/** Somebody puts another promise in the place of theirs. */
export const PledgeChanged = domainEvent("pledge-changed", about);
export type PledgeChanged = z.infer<typeof PledgeChanged>;

/** Somebody says again that their promise holds. */
export const PledgeConfirmed = domainEvent("pledge-confirmed", about);
export type PledgeConfirmed = z.infer<typeof PledgeConfirmed>;

/** Somebody takes their promise back. */
export const PledgeWithdrawn = domainEvent("pledge-withdrawn", about);
export type PledgeWithdrawn = z.infer<typeof PledgeWithdrawn>;

/** A promise ran out, or was not confirmed when it had to be. */
export const PledgeLapsed = domainEvent("pledge-lapsed", about);
export type PledgeLapsed = z.infer<typeof PledgeLapsed>;

/** What happened to a promise. */
export type PledgeEvent = PledgeMade | PledgeChanged | PledgeConfirmed | PledgeWithdrawn | PledgeLapsed;
