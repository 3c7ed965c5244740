import type { Day } from "../foundation/day.ts";
import type { Cents, Period } from "../offers/price.ts";

/** Codes of the vocabulary `fundingKinds`. */
export const fundingKinds = ["shared-purchase", "shared-development", "donation", "recurring-support"] as const;
export type FundingKind = (typeof fundingKinds)[number];

/** Codes of the vocabulary `fundingModes`. */
export const fundingModes = [
  ...(["all-or-nothing", "keep-what-you-raise", "minimum-then-optimum", "headcount", "recurring"] as const),
] as const;
export type FundingMode = (typeof fundingModes)[number];

export const fundingStates = [
  ...(["draft", "open", "reached", "committed", "delivering", "delivered", "failed", "cancelled"] as const),
] as const;
export type FundingState = (typeof fundingStates)[number];

/** What has to come together. */
export interface Goal {
  readonly mode: FundingMode;
  /** Null only where a number of participants is all that is asked for. */
  readonly minimum: Cents | null;
  readonly optimum: Cents | null;
  readonly participants: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** For how long each amount is: "600 € a year". Null for what is paid once. */
  readonly period: Period | null;
}

/** A day, which is over at midnight in Paris, or an instant. */
export type Deadline = Day | string;

/** What nobody may change once others can promise towards it. */
export interface Terms {
  readonly kind: FundingKind;
  readonly goal: Goal;
  readonly minimumPledge: Cents | null;
  readonly maximumPledge: Cents | null;
  /** The most that is accepted altogether. */
  readonly cap: Cents | null;
  /** Null where there is no end. */
  readonly deadline: Deadline | null;
  /** The later deadline that is announced, to be used once. */
  readonly extension: Deadline | null;
  /** By its SPDX id. */
  readonly license: string | null;
}

/** Whether hosts are asked to answer, and which. */
type Call = { readonly to: "everyone" | "nobody" } | { readonly to: "some"; readonly hosts: readonly string[] };

/** The words of a request, and what only helps to promise. */
export interface FundingContent {
  readonly title: string;
  /** Codes of the vocabulary `needs`. */
  readonly needs: readonly string[];
  readonly description: string;
  readonly language: string;
  /** Amounts to choose from. */
  readonly presets: readonly Cents[];
  /** For whom it is. */
  readonly beneficiaries: string | null;
  /** Codes of territories. */
  readonly territories: readonly string[];
  /** Which help is wanted besides money. */
  readonly helpWanted: string | null;
  /** What everybody has of it in the end. */
  readonly returns: string | null;
  /** Who signs for all, in the words of who asks. */
  readonly steward: string | null;
  readonly call: Call;
  /** Whether its account asks followers by a poll, which binds nobody, how much they would give. */
  readonly poll: boolean;
}

/** Who asks, promises or answers. */
export interface Party {
  readonly id: string;
  readonly kind: "host" | "association" | "actor";
  /** The permanent id of a Fediverse actor. */
  readonly actor: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly erased: Date | null;
}

export interface FundingRequest {
  /** Also the id of its actor. */
  readonly id: string;
  /** What links say. */
  readonly code: string;
  /** The name of its actor; null before the opening. */
  readonly handle: string | null;
  readonly requester: Party;
  readonly steward: Party | null;
  readonly state: FundingState;
  readonly terms: Terms;
  readonly content: FundingContent;
  /** The first instant at which nothing can be promised any more; null where there is no end. */
  readonly closes: Date | null;
  /** The failed request that this one tries anew. */
  readonly previous: string | null;
  /** The address of who asks's own post of it, on their own server. */
  readonly original: string | null;
  readonly version: number;
  readonly created: Date;
  readonly changed: Date;
  readonly opened: Date | null;
  readonly extended: Date | null;
  /** Those who promised are asked to confirm. */
  readonly asked: { readonly since: Date; readonly until: Date } | null;
  readonly committed: Date | null;
  /** Where those who promised pay, outside of here; null before the order is signed, or where nobody said. */
  readonly payment: string | null;
  readonly ended: Date | null;
}

/** What counts of what was promised. */
export interface Standing {
  readonly total: Cents;
  readonly participants: number;
}

/** What was promised towards a request: sums of the ledger. */
export interface Promises extends Standing {
  /** How many promises of money count. */
  readonly pledges: number;
  /** Those whose conditions do not hold yet, which count for nothing so far. */
  readonly waiting: { readonly pledges: number; readonly total: Cents };
  /** Help in kind that counts, by its unit; apart from the money, and never converted. */
  readonly help: { readonly pledges: number; readonly hour: number; readonly day: number; readonly thing: number };
}

/** A request as its instance publishes it, for other instances to show; that instance alone counts. */
export interface FundingSheet {
  /** The address of its actor. */
  readonly actor: string;
  /** The address of its proposal. */
  readonly proposal: string;
  /** Where people read of it. */
  readonly url: string;
  readonly code: string;
  readonly handle: string;
  readonly requester: { readonly name: string; readonly address: string | null; readonly actor: string | null };
  readonly state: Exclude<FundingState, "draft">;
  readonly terms: Terms;
  readonly content: FundingContent;
  readonly closes: Date | null;
  /** The address of who asks's own post of it. */
  readonly original: string | null;
  /** The actor of the failed request that this one tries anew. */
  readonly previous: string | null;
  readonly promises: Promises;
  readonly opened: Date;
  readonly extended: Date | null;
  /** Until when those who promised are asked to confirm. */
  readonly confirmUntil: Date | null;
  readonly committed: Date | null;
  readonly ended: Date | null;
  /** Another one as soon as the sheet says something else. */
  readonly version: string;
  /** When it last came to say something else. */
  readonly asOf: Date;
}

/** Whether everything that was to come together has. */
export function isMet({ minimum, participants }: Goal, standing: Standing): boolean {
  return standing.total >= (minimum ?? 0) && standing.participants >= (participants ?? 0);
}

/** Whether the request stands as it is; once it is over, who keeps what is raised is content with less. */
export function holds(goal: Goal, standing: Standing, over: boolean): boolean {
  return isMet(goal, standing) || (over && goal.mode === "keep-what-you-raise" && standing.total > 0);
}

/** Whether the time to promise has gone by. */
export function isOver({ closes }: Pick<FundingRequest, "closes">, now: Date): boolean {
  return closes !== null && now.getTime() >= closes.getTime();
}

/** What is still to be found; null where no amount is asked for. */
export function remainingOf({ minimum }: Goal, { total }: Standing): Cents | null {
  return minimum === null ? null : Math.max(0, minimum - total);
}

/** For one promise, where the request says no other: so many of them can still be summed without rounding. */
const usualMost: Cents = 100_000_000;

/** The most that one promise may be. */
export function mostOf({ maximumPledge, cap }: Pick<Terms, "maximumPledge" | "cap">): Cents {
  return Math.min(maximumPledge ?? usualMost, cap ?? Number.MAX_SAFE_INTEGER);
}
