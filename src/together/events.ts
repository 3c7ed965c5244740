import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";
import { hostNews } from "./host-news.ts";

/** Something is said to one of the hosts that an association asks together: the asking itself, news of it, or that it is taken back. */
export const AskingSaid = domainEvent("asking-said", {
  host: z.uuid(),
  deed: z.enum(["ask", "news", "withdraw"]),
  /** What is new in it for a host that is written to. */
  news: z.enum(hostNews).nullable().default(null),
});
export type AskingSaid = z.infer<typeof AskingSaid>;

/** Something happened to an asking that its association should know. */
export const AskingHeard = domainEvent("asking-heard", {
  asking: z.uuid(),
  what: z.enum([
    "answer",
    "proposal",
    "result",
    "result-broken",
    "agreed",
    "refused",
    "let-through",
    "sent-back",
    "expired",
    "lead-left",
  ]),
});
export type AskingHeard = z.infer<typeof AskingHeard>;

/** The lead has named, or said anew, what several hosts have signed for an asking: it is to be looked at. */
export const AskingPaperNamed = domainEvent("asking-paper-named", { asking: z.uuid() });
export type AskingPaperNamed = z.infer<typeof AskingPaperNamed>;

/** An asking waits for the desk before it leaves. */
export const AskingHeld = domainEvent("asking-held", { asking: z.uuid() });
export type AskingHeld = z.infer<typeof AskingHeld>;

/** Nothing is left of an asking here; those who read it are to forget it. */
export const AskingErased = domainEvent("asking-erased", {
  party: z.uuid().nullable(),
  hosts: z.array(z.object({ id: z.uuid(), host: z.string() })),
});
export type AskingErased = z.infer<typeof AskingErased>;

/** An association asks our host, or what it asks of it has changed. */
export const AskingReceived = domainEvent("asking-received", {
  received: z.uuid(),
  what: z.enum(["asked", "chosen", "passed-over", "result", "declined", "accepted", "over"]),
});
export type AskingReceived = z.infer<typeof AskingReceived>;

/** Our host answered, or answers otherwise. */
export const AskingAnswered = domainEvent("asking-answered", { received: z.uuid(), version: z.int() });
export type AskingAnswered = z.infer<typeof AskingAnswered>;
