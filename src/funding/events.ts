import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

const about = { request: z.uuid() };

/** A request is there for everyone to read, and promises are taken. */
export const FundingOpened = domainEvent("funding-opened", about);
export type FundingOpened = z.infer<typeof FundingOpened>;

/** What was to come together has. */
export const FundingReached = domainEvent("funding-reached", about);
export type FundingReached = z.infer<typeof FundingReached>;

/** Promises were taken back, and what had come together has not any more. */
export const FundingFellShort = domainEvent("funding-fell-short", about);
export type FundingFellShort = z.infer<typeof FundingFellShort>;

/** The deadline moved to the later one that was announced. */
export const FundingExtended = domainEvent("funding-extended", about);
export type FundingExtended = z.infer<typeof FundingExtended>;

/** Everybody who promised is asked to confirm. */
export const ConfirmationsAsked = domainEvent("funding-confirmations-asked", about);
export type ConfirmationsAsked = z.infer<typeof ConfirmationsAsked>;

/** The order is signed: what was promised and confirmed binds. */
export const FundingCommitted = domainEvent("funding-committed", about);
export type FundingCommitted = z.infer<typeof FundingCommitted>;

/** What was ordered is under way. */
export const FundingStarted = domainEvent("funding-started", about);
export type FundingStarted = z.infer<typeof FundingStarted>;

/** What was ordered is there. */
export const FundingDelivered = domainEvent("funding-delivered", about);
export type FundingDelivered = z.infer<typeof FundingDelivered>;

/** The deadline went by without it; nobody owes anything. */
export const FundingFailed = domainEvent("funding-failed", about);
export type FundingFailed = z.infer<typeof FundingFailed>;

/** Who asked gave it up; nobody owes anything. */
export const FundingCancelled = domainEvent("funding-cancelled", about);
export type FundingCancelled = z.infer<typeof FundingCancelled>;

/** What is promised towards a request is another: told once for all that comes within a minute. */
export const FundingSettled = domainEvent("funding-settled", about);
export type FundingSettled = z.infer<typeof FundingSettled>;

/** The last day on which something can be promised has begun. */
export const FundingEndsSoon = domainEvent("funding-ends-soon", about);
export type FundingEndsSoon = z.infer<typeof FundingEndsSoon>;

/** The steward says something: news, a closing word, the outcome. */
export const FundingNewsWritten = domainEvent("funding-news-written", { ...about, news: z.uuid() });
export type FundingNewsWritten = z.infer<typeof FundingNewsWritten>;

/** A host answers a request, or takes its answer back, or was chosen. */
export const FundingProposalChanged = domainEvent("funding-proposal-changed", { ...about, proposal: z.uuid() });
export type FundingProposalChanged = z.infer<typeof FundingProposalChanged>;

/** Somebody whom we do not know wants to open a request: the desk is to look at it first. */
export const FundingOpeningHeld = domainEvent("funding-opening-held", about);
export type FundingOpeningHeld = z.infer<typeof FundingOpeningHeld>;

/** The desk has let a request through that waited: it is open. */
export const FundingLetThrough = domainEvent("funding-let-through", about);
export type FundingLetThrough = z.infer<typeof FundingLetThrough>;

/** The desk has refused to open a request. */
export const FundingOpeningRefused = domainEvent("funding-opening-refused", about);
export type FundingOpeningRefused = z.infer<typeof FundingOpeningRefused>;

/** All that names whoever asked, promised or answered is erased. */
export const PartyErased = domainEvent("party-erased", { party: z.uuid() });
export type PartyErased = z.infer<typeof PartyErased>;

/** What the desk decides about requests that wait; between it and who asks. */
export type HoldingEvent = FundingOpeningHeld | FundingLetThrough | FundingOpeningRefused;

/** The passages of a request that everybody is told of. */
export type FundingEvent =
  | FundingOpened
  | FundingReached
  | FundingFellShort
  | FundingExtended
  | ConfirmationsAsked
  | FundingCommitted
  | FundingStarted
  | FundingDelivered
  | FundingFailed
  | FundingCancelled;
