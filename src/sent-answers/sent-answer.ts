import type { ProposalContent } from "../funding/proposal.ts";

/** `suspended`: one of several who have signed it has left. */
export type SentAnswerState = "offered" | "suspended" | "withdrawn";

/** What the request's instance says of it. */
export type AnswerStanding = "shown" | "chosen" | "refused";

/** What our host answers to a funding request of another instance, which alone shows it. */
export interface SentAnswer {
  /** Also the id of its proposal, and of the paper that several have signed. */
  readonly id: string;
  /** The actor of the request. */
  readonly campaign: string;
  /** The proposal of the request. */
  readonly proposal: string;
  /** Where people read of the request, and what it is called. */
  readonly page: string;
  readonly title: string;
  /** What several hosts sign for it; null for an answer of one. */
  readonly paper: string | null;
  readonly state: SentAnswerState;
  readonly content: ProposalContent;
  readonly version: number;
  /** The activities that say where it is to be read, and that it is taken back. */
  readonly offer: string;
  readonly undo: string;
  readonly standing: AnswerStanding | null;
  /** Why it was refused, in the words of that instance. */
  readonly reason: string | null;
  readonly answered: Date | null;
  readonly made: Date;
  readonly changed: Date;
}

/** What somebody has to know of it, as one word. */
export type SentAnswerShown = "sent" | AnswerStanding | "suspended" | "withdrawn";

export const stateOfSentAnswer = ({ state, standing }: Pick<SentAnswer, "state" | "standing">): SentAnswerShown =>
  state === "offered" ? (standing ?? "sent") : state;
