import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** A search has an account of its own from now on. */
export const WatchStarted = domainEvent("watch-started", { actor: z.uuid() });
export type WatchStarted = z.infer<typeof WatchStarted>;

/** Offers that fit a search were listed, or opened. */
export const WatchFound = domainEvent("watch-found", {
  actor: z.uuid(),
  found: z.array(z.object({ offer: z.string(), what: z.enum(["listed", "opened"]) })),
});
export type WatchFound = z.infer<typeof WatchFound>;

/** The account of a search is no more. */
export const WatchRetired = domainEvent("watch-retired", { actor: z.uuid() });
export type WatchRetired = z.infer<typeof WatchRetired>;
