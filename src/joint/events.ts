import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Our host asks others to sign with it, or to sign another version. */
export const JointAsked = domainEvent("joint-asked", { paper: z.uuid() });
export type JointAsked = z.infer<typeof JointAsked>;

/** All have signed: it is in force, and an offer is public. */
export const JointInForce = domainEvent("joint-in-force", { paper: z.uuid(), first: z.boolean() });
export type JointInForce = z.infer<typeof JointInForce>;

/** It is no longer offered, until all have signed again. */
export const JointSuspended = domainEvent("joint-suspended", { paper: z.uuid(), actor: z.string().nullable() });
export type JointSuspended = z.infer<typeof JointSuspended>;

/** Our host gives up what it has led. */
export const JointWithdrawn = domainEvent("joint-withdrawn", { paper: z.uuid() });
export type JointWithdrawn = z.infer<typeof JointWithdrawn>;

/** Whoever asks has chosen an answer that our host leads. */
export const JointChosen = domainEvent("joint-chosen", { paper: z.uuid() });
export type JointChosen = z.infer<typeof JointChosen>;

/** Our host answers one who leads: it signs, refuses, leaves, or closes or opens its part. */
export const JointAnswered = domainEvent("joint-answered", {
  invitation: z.uuid(),
  deed: z.enum(["accept", "refuse", "leave", "part"]),
});
export type JointAnswered = z.infer<typeof JointAnswered>;

/** Our host writes to those with whom it signs. */
export const JointCommented = domainEvent("joint-commented", { comment: z.uuid() });
export type JointCommented = z.infer<typeof JointCommented>;

/** Somebody else has said something of what is signed together, for those at the desk. */
export const JointHeard = domainEvent("joint-heard", {
  paper: z.uuid().nullable(),
  invitation: z.uuid().nullable(),
  what: z.enum([
    ...(["invited", "changed", "withdrawn", "in-force", "suspended", "chosen"] as const),
    ...(["accepted", "refused", "left", "part", "comment"] as const),
  ]),
  actor: z.string(),
});
export type JointHeard = z.infer<typeof JointHeard>;
