import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Our host says of a claim of another, in public, what it found; or says it again, or otherwise. */
export const ReviewGiven = domainEvent("review-given", { review: z.uuid() });
export type ReviewGiven = z.infer<typeof ReviewGiven>;

/** Our host takes back what it said of a claim. */
export const ReviewWithdrawn = domainEvent("review-withdrawn", { review: z.uuid() });
export type ReviewWithdrawn = z.infer<typeof ReviewWithdrawn>;

/** Another host says something of what we claim; nobody here has read of that host since the last time. */
export const ReviewHeard = domainEvent("review-heard", { review: z.string() });
export type ReviewHeard = z.infer<typeof ReviewHeard>;
