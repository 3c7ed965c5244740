import type { Visibility } from "./messages.ts";

/** Who may read what we answer: whoever comes by, or only the one whom we answer. */
export type AnswerVisibility = "unlisted" | "direct";

/** What one of our accounts answers to a message. */
export interface Answer {
  readonly id: string;
  /** The permanent address of the message. */
  readonly message: string;
  /** The account that answers. */
  readonly actor: string;
  readonly visibility: AnswerVisibility;
  /** As it was written: paragraphs and addresses, no mark-up. */
  readonly text: string;
  readonly language: string;
  readonly version: number;
  /** The person who wrote it. */
  readonly who: string;
  readonly published: Date;
  readonly updated: Date | null;
  readonly deleted: Date | null;
}

export type TextRefusal = "text-missing" | "text-too-long";

export type AnswerRefusal =
  | TextRefusal
  | "actor-unknown"
  | "language-unknown"
  | "message-deleted"
  | "author-gone"
  | "conversation-went-on"
  | "too-many";

/** In characters. Some servers show less at once, none refuses it. */
export const longestAnswer = 5_000;

/** Of one person in one hour. */
export const mostAnswers = 60;

/** What is said in the open is answered beside it, in nobody's news; what is not, is answered to its author alone. */
export function visibilityOfAnswer(asked: Visibility): AnswerVisibility {
  return asked === "public" || asked === "unlisted" ? "unlisted" : "direct";
}

/** Why a text cannot be sent; null when it can. */
export function refusalOfText(text: string, longest = longestAnswer): TextRefusal | null {
  if (text.trim() === "") return "text-missing";
  return lengthOf(text) > longest ? "text-too-long" : null;
}

/** As people count: in characters. */
export const lengthOf = (text: string): number => [...text].length;

/** How far an answer is on its way to who asked. */
export interface Sending {
  readonly state: "sent" | "waiting" | "failed";
  /** What the other server answered last; null when it did not, or all is well. */
  readonly status: number | null;
  readonly problem: string | null;
}
