import type { Standing } from "../funding/funding.ts";
import type { Cents } from "../offers/price.ts";
import type { Condition } from "./pledges.ts";

/** A promise of money that counts only under a condition. */
export interface Conditional {
  readonly pledge: string;
  readonly party: string;
  readonly amount: Cents;
  readonly condition: Condition;
  /** Its party takes part already, by a promise without a condition. */
  readonly present: boolean;
}

/** What counts, and which of the conditional promises do. */
export interface Count extends Standing {
  readonly counted: ReadonlySet<string>;
}

/**
 * What counts of promises of which some hold only if enough comes together: the largest set in which every condition
 * holds, themselves included. There is one, since more promises never break a condition, and so it is found from above:
 * all are taken, and those whose conditions fail are left out until none fails. In whichever order, the same are left.
 */
export function largestCount(firm: Standing, conditionals: readonly Conditional[]): Count {
  let kept = conditionals;
  for (;;) {
    const standing = withAll(firm, kept);
    const next = kept.filter(({ condition }) => isFulfilled(condition, standing));
    if (next.length === kept.length) return { ...standing, counted: new Set(kept.map(({ pledge }) => pledge)) };
    kept = next;
  }
}

/** Whether a condition holds as things stand. */
export function isFulfilled({ total, participants }: Condition, standing: Standing): boolean {
  return standing.total >= (total ?? 0) && standing.participants >= (participants ?? 0);
}

function withAll(firm: Standing, kept: readonly Conditional[]): Standing {
  const more = new Set(kept.filter(({ present }) => !present).map(({ party }) => party));
  return {
    total: exact(kept.reduce((sum, { amount }) => sum + amount, firm.total)),
    participants: firm.participants + more.size,
  };
}

/** An amount that is exact to the cent; a larger one is a failure, not a rounding. */
export function exact(cents: Cents): Cents {
  if (Number.isSafeInteger(cents)) return cents;
  throw new RangeError("a total is too large to be exact");
}
