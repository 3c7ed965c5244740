import type { Day } from "../foundation/day.ts";
import type { Cents, Period } from "../offers/price.ts";

/** What was read from a text, where it stands in it, and whether it may be taken without asking. */
export interface Piece<Value> {
  readonly value: Value;
  /** Where in the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
  /** Said plainly and only once. What is not has to be shown to its author before it counts. */
  readonly sure: boolean;
}

/** An amount that somebody wrote. */
export interface Sum {
  readonly cents: Cents;
  /** ISO 4217. */
  readonly currency: string;
  /** Null where nothing was said, or a span that prices do not have, such as a week. */
  readonly period: Period | null;
}

/** What an amount of a request is: what is to be raised, the least or the best of two, or what each would give. */
type Role = "goal" | "minimum" | "optimum" | "each";

/** A request as it could be read from a sentence. Lists hold every reading; where there are several, none is sure. */
export interface RequestRead {
  /** Codes of the vocabulary `needs`. */
  readonly needs: readonly Piece<string>[];
  /** Software by its name in the vocabulary. */
  readonly software: readonly Piece<string>[];
  /** Tools that they want to leave. */
  readonly leaving: readonly Piece<string>[];
  /** Code of the vocabulary `fundingKinds`. */
  readonly kind: Piece<string> | null;
  /** Code of the vocabulary `fundingModes`. */
  readonly mode: Piece<string> | null;
  readonly amounts: readonly Piece<Sum & { readonly role: Role }>[];
  /** Null for a time that names no day: "before summer". */
  readonly deadlines: readonly Piece<Day | null>[];
  /** How many groups would take part. */
  readonly associations: readonly Piece<number>[];
  /** How many people would use it. */
  readonly people: readonly Piece<number>[];
  /** Codes of territories. */
  readonly places: readonly Piece<string>[];
}

/** What somebody wants with a promise: make it, put another in its place, add to it, take it back. */
type PledgeDeed = "pledge" | "change" | "add" | "withdraw";

export interface PledgeRead {
  readonly deed: PledgeDeed;
  /** Every reading of the one amount; none for help in kind alone, and where a promise is withdrawn. */
  readonly amounts: readonly Piece<Sum>[];
  readonly inKind: Piece<InKind> | null;
  readonly condition: Piece<Condition> | null;
  /** Null where nothing was said. */
  readonly visibility: Piece<"amount-hidden" | "anonymous"> | null;
}

/** Help instead of money: "5 heures de bénévolat". */
export interface InKind {
  readonly count: number;
  readonly unit: "hour" | "day";
}

/** Without which a promise does not count; `other` is a condition that could not be read. */
export type Condition =
  | { readonly total: Cents; readonly currency: string }
  | { readonly participants: number }
  | { readonly other: true };

/** Why a sentence makes no promise. */
export type PledgeRefusal =
  | "no-amount"
  | "several-amounts"
  | "other-currency"
  | "malformed"
  | "negative"
  | "decimals"
  | "zero"
  | "too-large"
  /** "I cannot give 20 €". */
  | "negated"
  /** "I take back 20 €": all of the promise, or a part of it? */
  | "unclear";
