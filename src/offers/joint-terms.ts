import type { Cents, Period } from "./price.ts";

/** What several hosts agree on when they make something together. All of it is of substance: whoever signs, signs all of it. */
export interface JointTerms {
  /** In words, what no field says; for answers and quotes, what is proposed. */
  readonly text: string | null;
  /** Who does what, the lead among them. */
  readonly parts: readonly JointPart[];
  /** The actor of the one who sends the bills. */
  readonly invoicing: string;
  /** Whom people turn to when something does not work: an actor of them, or words. */
  readonly supportEntry: string | null;
  /** Who answers for what, in words. */
  readonly liability: string | null;
  readonly onLeaving: OnLeaving;
  /** What it costs in all; an offer says it in its own tiers, and may say it here where it has one price. */
  readonly total: Money | null;
}

/** What one of them does in it. */
export interface JointPart {
  /** The permanent address of the host. */
  readonly actor: string;
  /** Codes of `partnerRoles`. */
  readonly roles: readonly string[];
  readonly share: Share | null;
  /** What it does, in words. */
  readonly does: string | null;
}

export interface Money {
  readonly amount: Cents;
  /** ISO 4217. */
  readonly currency: string;
  readonly period: Period;
}

/** What of the price goes to one of them: an amount, or hundredths of a percent. */
export type Share = Money | { readonly percent: number };

/** What becomes of it when one of them leaves: nothing is offered until all have agreed anew, or the rest goes on with less. */
export interface OnLeaving {
  readonly mode: "suspend" | "shrink";
  readonly words: string | null;
}
