import {
  type FundingMode,
  type FundingRequest,
  type FundingState,
  type Goal,
  isOver,
  type Promises,
} from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import type { Cents } from "../offers/price.ts";

/** A request with what is promised towards it, as the public reads it. */
export interface Campaign {
  readonly request: FundingRequest;
  readonly promises: Promises;
}

/** What of it says how far it is. */
export interface Counted {
  readonly request: Pick<FundingRequest, "state" | "asked" | "closes" | "ended"> & {
    readonly terms: Pick<FundingRequest["terms"], "goal">;
  };
  readonly promises: Promises;
}

/** Where a request stands, for its readers: reached, it may take more promises, take none any more, or ask to confirm. */
export type Stage = FundingState | "full" | "confirming";

export function stageOf(request: Pick<FundingRequest, "state" | "asked" | "closes">, now: Date): Stage {
  if (request.state !== "reached") return request.state;
  if (request.asked !== null) return "confirming";
  return isOver(request, now) ? "full" : "reached";
}

/** Whether one can promise at this moment. */
export function isTaking(request: Pick<FundingRequest, "state" | "asked" | "closes">, now: Date): boolean {
  return takesPledges(request.state) && request.asked === null && !isOver(request, now);
}

/** How far a goal is, drawn in points, each worth the same. */
export interface Points {
  /** What a point stands for: so many cents, or a head. */
  readonly each: Cents | "head";
  readonly promised: number;
  /** Of promises whose conditions do not hold yet. */
  readonly waiting: number;
  /** Still to be found. */
  readonly missing: number;
  /** Of all points, those within the minimum; null where nothing lies beyond it. */
  readonly minimum: number | null;
}

type Standing = Pick<Promises, "total" | "participants" | "waiting">;

/** A goal in at most so many points. No rounding makes it look reached before it is, or makes a promise vanish. */
export function pointsOf(goal: Goal, { total, participants, waiting }: Standing, most: number): Points {
  const { minimum, optimum } = goal;
  if (minimum === null || goal.mode === "headcount")
    return headsOf(goal.participants ?? 1, participants, waiting.pledges, most);
  const end = optimum ?? minimum;
  const each = stepFor(Math.max(end, Math.min(total, 2 * end)), most);
  const all = Math.ceil(end / each);
  const promised = total >= end ? Math.max(all, Math.min(Math.floor(total / each), most)) : filled(total, each, all);
  const maybe = Math.min(waiting.total > 0 ? Math.max(1, Math.floor(waiting.total / each)) : 0, most - promised);
  return {
    ...{ each, promised, waiting: maybe, missing: Math.max(0, all - promised - maybe) },
    minimum: optimum === null ? null : Math.min(Math.round(minimum / each), all - 1),
  };
}

function filled(total: Cents, each: Cents, all: number): number {
  return total === 0 ? 0 : Math.min(all - 1, Math.max(1, Math.floor(total / each)));
}

function headsOf(wanted: number, here: number, waiting: number, most: number): Points {
  const all = Math.min(wanted, most);
  const promised = here >= wanted ? Math.min(here, most) : Math.floor((here * all) / wanted);
  const maybe = Math.min(waiting, Math.max(0, all - promised));
  return { each: "head", promised, waiting: maybe, missing: Math.max(0, all - promised - maybe), minimum: null };
}

/** The smallest round amount of which no more than so many are needed: 1, 2, 5, 10, 20, 50… units of the currency. */
function stepFor(end: Cents, most: number): Cents {
  for (let power = 100; ; power *= 10)
    for (const step of [1, 2, 5]) if (end / (step * power) <= most) return step * power;
}

const day = 86_400_000;

/** How many days there still are, the present one included; null where there is no end, or it is over. */
export function daysLeft({ closes }: Pick<FundingRequest, "closes">, now: Date): number | null {
  if (closes === null || closes <= now) return null;
  return Math.ceil((closes.getTime() - now.getTime()) / day);
}

/** Whether people are bound by what they promised, and pay whoever delivers. */
export const isCommitted = (state: FundingState): boolean =>
  state === "committed" || state === "delivering" || state === "delivered";

/** How a request ended without what it was for. */
export const isGivenUp = (state: FundingState): boolean => state === "failed" || state === "cancelled";

/** What a table of words holds for each stage of each mode. */
export type ByStage<Said> = Readonly<Record<Stage, Readonly<Record<FundingMode, Said>>>>;
