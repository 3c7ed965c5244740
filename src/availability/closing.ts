import type { Day } from "../foundation/day.ts";
import type { Closing } from "../hosts/host.ts";
import { type AvailabilityStatement, defaultValidDays } from "./availability.ts";

/** What a host says of its closing; the day on which it said so first is noted by us. */
export type ClosingPlan = Omit<Closing, "announced">;

export type ClosingRefusal = "ends-missing" | "ends-in-the-past" | "already-closed";

/** Why a closing cannot be announced, or announced otherwise, today; null when it can. */
export function refusalOfClosing(
  before: Closing | null,
  { ends }: Pick<ClosingPlan, "ends">,
  today: Day,
): ClosingRefusal | null {
  if (isOver(before, today)) return "already-closed";
  if (ends === "") return "ends-missing";
  return ends <= today ? "ends-in-the-past" : null;
}

/** Once the last day is over, nothing brings the host back by a form. */
export function isOver(closing: Closing | null, today: Day): boolean {
  return closing !== null && closing.ends < today;
}

/** What an offer of a host that closes says: nobody new, until the end. */
export function endingOf(before: AvailabilityStatement | null, message: string): AvailabilityStatement {
  return {
    ...{ state: "ending", slots: null, nextOpening: null, waves: [], approval: null, message },
    ...{ capacity: before?.capacity ?? null, territory: before?.territory ?? null },
  };
}

/** For how many days a statement has to hold so that it reaches the last day; never fewer than any other holds. */
export function daysUntil(ends: Day, now: Date): number {
  const days = Math.ceil((new Date(`${ends}T23:59:59Z`).getTime() - now.getTime()) / 86_400_000);
  return Math.max(days + 1, defaultValidDays);
}
