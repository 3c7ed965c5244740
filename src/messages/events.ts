import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** One of our accounts answers a message. */
export const AnswerWritten = domainEvent("answer-written", { answer: z.uuid() });
export type AnswerWritten = z.infer<typeof AnswerWritten>;

/** What we answered reads otherwise now. */
export const AnswerChanged = domainEvent("answer-changed", { answer: z.uuid() });
export type AnswerChanged = z.infer<typeof AnswerChanged>;

/** What we answered is taken back. */
export const AnswerDeleted = domainEvent("answer-deleted", { answer: z.uuid() });
export type AnswerDeleted = z.infer<typeof AnswerDeleted>;

/** A complaint is passed on to the server of whom it is about; `objects` begins with that actor. */
export const ReportPassedOn = domainEvent("report-passed-on", {
  report: z.string(),
  objects: z.array(z.string()).min(1),
});
export type ReportPassedOn = z.infer<typeof ReportPassedOn>;
