import { type Day, dayOf } from "../foundation/day.ts";

/** A day of the calendar; null where there is none, such as 30 February. */
export function dayAt(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year < 2200
    ? dayOf(date)
    : null;
}

export function lastOf(year: number, month: number): Day {
  return dayOf(new Date(Date.UTC(year, month, 0)));
}

export function daysLater(from: Day, days: number): Day {
  const [year, month, day] = numbersOf(from);
  return dayOf(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The same day of a later month, or its last where it has none such. */
export function monthsLater(from: Day, months: number): Day {
  const [year, month, day] = numbersOf(from);
  const there = new Date(Date.UTC(year, month - 1 + months, 1));
  const [thatYear, thatMonth] = [there.getUTCFullYear(), there.getUTCMonth() + 1];
  return dayAt(thatYear, thatMonth, day) ?? lastOf(thatYear, thatMonth);
}

/** The next such day of the week, from Monday, after this day. */
export function nextWeekday(from: Day, weekday: number): Day {
  const today = new Date(from).getUTCDay() || 7;
  return daysLater(from, (weekday - today + 7) % 7 || 7);
}

export function numbersOf(day: Day): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 0, of = 0] = day.split("-").map(Number);
  return [year, month, of];
}
