import { type Day, dayOf } from "../foundation/day.ts";
import type { Territory } from "../hosts/host.ts";

/** Whether an offer takes in new people, as its host says it. */
export type AvailabilityState =
  | "open"
  | "limited"
  | "by-approval"
  | "waiting-list"
  | "between-waves"
  | "paused"
  | "closed"
  | "ending";

export const availabilityStates: readonly AvailabilityState[] = [
  "open",
  "limited",
  "by-approval",
  "waiting-list",
  "between-waves",
  "paused",
  "closed",
  "ending",
];

/** What is shown: what the host said, or that this is no longer known. */
export type ShownState = AvailabilityState | "unknown";

export const shownStates: readonly ShownState[] = [...availabilityStates, "unknown"];

export interface AvailabilityStatement {
  readonly state: AvailabilityState;
  /** Places left. */
  readonly slots: number | null;
  /** Places in all. */
  readonly capacity: number | null;
  /** A day or a month: "2027-03-01", "2027-03". */
  readonly nextOpening: string | null;
  readonly waves: readonly Wave[];
  /** How an application is looked at, in the host's words. */
  readonly approval: string | null;
  readonly territory: Territory | null;
  readonly message: string | null;
}

/** An announced opening: a day or a month ("2027-03"), and how many places. */
export interface Wave {
  readonly opens: string | null;
  readonly until: string | null;
  readonly places: number | null;
  readonly note: string | null;
}

/** A statement with its dates; once expired it counts as unknown. */
export interface Availability extends AvailabilityStatement {
  readonly confirmed: Date;
  readonly expires: Date;
}

/** An availability as the site keeps it: each statement gets the next version. */
export interface KeptAvailability extends Availability {
  readonly version: number;
}

export type AvailabilityRefusal =
  | "offer-is-withdrawn"
  | "next-opening-missing"
  | "next-opening-in-the-past"
  | "slots-exceed-capacity"
  | "slots-without-places"
  | "no-places-left"
  | "no-statement-yet"
  /** One of those who make the offer together has closed its part. */
  | "part-closed";

/** What a reader is shown now. */
export function shownState(availability: Availability | null, now: Date): ShownState {
  return availability === null || availability.expires <= now ? "unknown" : availability.state;
}

/** In which people are taken in. */
export type OpenState = "open" | "limited" | "by-approval";

/** Whether someone can ask for a place today. */
export function takesIn(state: ShownState): state is OpenState {
  return state === "open" || state === "limited" || state === "by-approval";
}

/** Whether people can come in some way: at once, or by waiting. */
export const letsIn = (state: ShownState): boolean => takesIn(state) || state === "waiting-list";

/** Why a host cannot say this, today; null when it can. */
export function refusalOf(statement: AvailabilityStatement, today: Day): AvailabilityRefusal | null {
  const { state, slots, capacity, nextOpening } = statement;
  if (state === "between-waves" && nextOpening === null) return "next-opening-missing";
  if (nextOpening !== null && !takesIn(state) && lastDayOf(nextOpening) <= today) return "next-opening-in-the-past";
  if (slots !== null && capacity !== null && slots > capacity) return "slots-exceed-capacity";
  if (slots !== null && slots > 0 && !takesIn(state)) return "slots-without-places";
  return slots === 0 && takesIn(state) ? "no-places-left" : null;
}

/** Until when a statement is believed: so many days, and never past the opening that it announces. */
export function expiryOf(statement: AvailabilityStatement, confirmed: Date, validDays: number): Date {
  const expires = new Date(confirmed.getTime() + validDays * 86_400_000);
  if (statement.nextOpening === null || takesIn(statement.state)) return expires;
  const opening = new Date(`${lastDayOf(statement.nextOpening)}T00:00:00Z`);
  return opening < expires ? opening : expires;
}

/** How long a statement is believed unless the host says otherwise. */
export const defaultValidDays = 60;

/** How many places are free, where they are counted and given out. */
export function countedSlots(availability: Availability, now: Date): number | null {
  return takesIn(shownState(availability, now)) ? availability.slots : null;
}

/** What is said once someone has taken a place: one less, and with the last one `full`; null where places are not counted. */
export function afterTaking(
  said: AvailabilityStatement,
  full: "closed" | "waiting-list",
  today: Day,
): AvailabilityStatement | null {
  if (!takesIn(said.state) || said.slots === null) return null;
  if (said.slots > 1) return { ...said, slots: said.slots - 1 };
  const past = said.nextOpening !== null && lastDayOf(said.nextOpening) <= today;
  return { ...said, state: full, slots: 0, nextOpening: past ? null : said.nextOpening };
}

/**
 * What is said once a place is given back. What was closed when the last one went is `before` again; on a waiting list,
 * those who wait come first, and the host says what comes next. Null where nothing changes.
 */
export function afterGivingBack(said: AvailabilityStatement, before: AvailabilityState): AvailabilityStatement | null {
  const { state, slots, capacity } = said;
  const counted = takesIn(state) || (state === "closed" && slots === 0);
  if (slots === null || !counted || slots === capacity) return null;
  return { ...said, state: takesIn(state) ? state : before, slots: slots + 1 };
}

/** The announced openings that are not over yet. */
export function wavesToCome({ waves }: AvailabilityStatement, today: Day): readonly Wave[] {
  return waves.filter(({ opens, until }) => {
    const end = until ?? opens;
    return end === null || lastDayOf(end) >= today;
  });
}

/** The last day that a day or a month can mean. */
function lastDayOf(opening: string): Day {
  if (opening.length > 7) return opening;
  const [year, month] = opening.split("-").map(Number);
  return dayOf(new Date(Date.UTC(year ?? 0, month ?? 1, 0)));
}
