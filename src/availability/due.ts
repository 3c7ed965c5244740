import { type Day, dayOf } from "../foundation/day.ts";
import {
  type Availability,
  type AvailabilityState,
  type AvailabilityStatement,
  defaultValidDays,
  expiryOf,
  refusalOf,
  takesIn,
} from "./availability.ts";

const day = 86_400_000;

/** So many days before a statement expires, the desk asks whether it is still true. */
export const askedDays = 7;

/** Why somebody has to say something of an offer's availability. */
export type Due = "unsaid" | "expired" | "expiring" | "opening";

/** Whether the public is about to know nothing any more of an offer, or knows nothing now; null while what was said holds. */
export function dueOf(availability: Availability | null, now: Date): Due | null {
  if (availability === null) return "unsaid";
  if (availability.expires <= now) return "expired";
  if (availability.expires.getTime() - now.getTime() > askedDays * day) return null;
  return isRenewable(availability, now) ? "expiring" : "opening";
}

/** Whether "still true" would make it hold for longer: not once the opening that it announces is near. */
export function isRenewable(availability: Availability, now: Date): boolean {
  if (refusalOf(availability, dayOf(now)) !== null) return false;
  return expiryOf(availability, now, validDaysOf(availability)) > availability.expires;
}

/** For how many days a statement was to be believed; the usual at least where an announced opening may have cut them short. */
export function validDaysOf({ state, nextOpening, confirmed, expires }: Availability): number {
  const days = Math.max(1, Math.round((expires.getTime() - confirmed.getTime()) / day));
  const cut = nextOpening !== null && !takesIn(state);
  return cut ? Math.max(days, defaultValidDays) : days;
}

/**
 * What a host says that changes the state and nothing else: what belonged to the old one goes with it. Places stay where
 * some can be given, an announced opening where it is still to come; what was written for the old state is not told again.
 */
export function withState(
  said: AvailabilityStatement | null,
  state: AvailabilityState,
  today: Day,
): AvailabilityStatement {
  const { slots, capacity, nextOpening, waves, approval, territory } = said ?? nothingSaid;
  const next = { state, slots: null, capacity, nextOpening: null, waves, approval, territory, message: null };
  if (takesIn(state)) {
    const told = state === "by-approval" ? approval : null;
    return { ...next, slots: slots === 0 ? null : slots, approval: told };
  }
  const ahead = { ...next, nextOpening };
  return refusalOf(ahead, today) === "next-opening-in-the-past" ? next : ahead;
}

const nothingSaid: Omit<AvailabilityStatement, "state"> = {
  ...{ slots: null, capacity: null, nextOpening: null, waves: [], approval: null, territory: null, message: null },
};
