import { type Day, dayOf } from "../foundation/day.ts";

/** Followers of today that came in a week, by its Monday; null stands for all weeks before. */
export interface CameInWeek {
  readonly week: Day | null;
  readonly came: number;
}

/** One week of a picture: how many came in it, and how many of today's followers were there at its end. */
export interface GrowthWeek {
  readonly week: Day;
  readonly came: number;
  readonly total: number;
}

const week = 7 * 86_400_000;

/** How many weeks a picture shows. */
const shownWeeks = 12;

/** The Monday from which a picture that ends now begins. */
export function firstMonday(now: Date): Date {
  const today = Date.parse(dayOf(now));
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return new Date(today - sinceMonday * 86_400_000 - (shownWeeks - 1) * week);
}

/** Each week that a picture shows, the empty ones among them; the last total is all who follow today. */
export function growthOf(came: readonly CameInWeek[], now: Date): readonly GrowthWeek[] {
  const first = firstMonday(now).getTime();
  const by = new Map(came.map((one) => [one.week, one.came]));
  let total = by.get(null) ?? 0;
  return Array.from({ length: shownWeeks }, (_, index) => {
    const monday = dayOf(new Date(first + index * week));
    const now = by.get(monday) ?? 0;
    total += now;
    return { week: monday, came: now, total };
  });
}
