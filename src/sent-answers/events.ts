import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Our host says something of an answer to a request of another instance: where it is to be read, or that it is taken back. */
export const AnswerSent = domainEvent("sent-answer-changed", { sent: z.uuid(), deed: z.enum(["offer", "undo"]) });
export type AnswerSent = z.infer<typeof AnswerSent>;

/** The request's instance says what has become of our answer. */
export const AnswerHeard = domainEvent("sent-answer-heard", {
  sent: z.uuid(),
  standing: z.enum(["shown", "chosen", "refused"]),
});
export type AnswerHeard = z.infer<typeof AnswerHeard>;
