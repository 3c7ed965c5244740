import { type Day, dayOf } from "../foundation/day.ts";

/** How many followed at the end of a week, by its Monday; null stands for the time before. */
export interface WeekCount {
  readonly week: Day | null;
  readonly followers: number;
}

/** One week of a picture: how many followed at its end, and how many more or fewer that is than a week before. */
export interface GrowthWeek {
  readonly week: Day;
  readonly total: number;
  readonly change: number;
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

/** Each week that a picture shows; one in which nobody counted is as the one before. */
export function growthOf(counts: readonly WeekCount[], now: Date): readonly GrowthWeek[] {
  const first = firstMonday(now).getTime();
  const by = new Map(counts.map((one) => [one.week, one.followers]));
  let total = by.get(null) ?? 0;
  return Array.from({ length: shownWeeks }, (_, index) => {
    const monday = dayOf(new Date(first + index * week));
    const before = total;
    total = by.get(monday) ?? total;
    return { week: monday, total, change: total - before };
  });
}
