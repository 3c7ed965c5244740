import type { AskingRead } from "../intake/asking.ts";
import type { PledgeRead, PledgeRefusal, RequestRead } from "../intake/intake.ts";
import type { Understood } from "./sayings.ts";

/** Whether an account reads by itself what it was sent, and what it says to that: in plain text, in the language of the message. */
export interface Texts {
  /** A sentence reads as a request; it is plain where it cannot mean anything else. */
  request(read: RequestRead, shown: { readonly token: string; readonly plain: boolean }): string;
  /** A sentence asks several hosts to see to something together. */
  asking(read: AskingRead, shown: { readonly token: string; readonly understood: Understood }): string;
  /** What was a request reads as none any more. */
  noRequestNow(): string;
  /** Nothing was understood: how to ask, and that somebody will read it. */
  hint(): string;
  /** A sentence reads as a promise towards a request. */
  pledge(read: PledgeRead, shown: PledgeShown): string;
  noPledgeNow(about: About): string;
  /** What somebody wrote was meant as a promise perhaps, but is none. */
  unclear(reason: PledgeRefusal, about: About): string;
  /** The request takes no promises. */
  closed(about: About): string;
  /** What becomes of a promise whose author takes it back in a message. */
  withdrawn(outcome: WithdrawalOutcome, about: About): string;
  /** Too many messages in a day. */
  tooMany(): string;
}

/** What a request is called, and by which code. */
export interface About {
  readonly title: string;
  readonly code: string;
}

export interface PledgeShown {
  readonly token: string;
  readonly about: About;
  readonly understood: Understood;
  /** What a text calls help in kind. */
  readonly text: string;
  /** Whether everybody can read the message itself. */
  readonly open: boolean;
}

/** `unconfirmed`: only what had not been confirmed yet; `committed`: it binds already. */
export type WithdrawalOutcome = "withdrawn" | "unconfirmed" | "nothing" | "committed";
