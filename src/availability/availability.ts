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

export interface AvailabilityStatement {
  readonly state: AvailabilityState;
  /** Places left. */
  readonly slots: number | null;
  /** Places in all. */
  readonly capacity: number | null;
  /** "2027-03-01". */
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

export type AvailabilityRefusal =
  | "offer-is-withdrawn"
  | "next-opening-missing"
  | "next-opening-in-the-past"
  | "slots-exceed-capacity"
  | "slots-without-places";

/** What a reader is shown now. */
export function shownState(availability: Availability | null, now: Date): ShownState {
  return availability === null || availability.expires <= now ? "unknown" : availability.state;
}

/** Whether someone can ask for a place today. */
export function takesIn(state: ShownState): boolean {
  return state === "open" || state === "limited" || state === "by-approval";
}
