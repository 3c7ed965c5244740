import type { Day } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import { dayAt, daysLater, lastOf, monthsLater, nextWeekday, numbersOf } from "./calendar.ts";
import { ends, firsts, months, ordinals, parts, seasons, spans, weekdays } from "./day-names.ts";
import { dayNumbersAt, isoNumbersAt } from "./day-numbers.ts";
import { countOf, numberAt } from "./numbers.ts";
import { type Found, phraseAt } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** A day as somebody wrote it. */
export interface DayRead {
  /** What it may mean, the likeliest first; none where it names no day, as "summer". */
  readonly days: readonly Day[];
  readonly sure: boolean;
  /** Says a day of itself; the others are one only after "before", "until". */
  readonly plain: boolean;
  /** A whole month, named without a day: what is before it is its eve. */
  readonly month: boolean;
}

export interface Today {
  readonly today: Day;
  readonly language: Language;
}

type DayReader = (tokens: readonly Token[], at: number, today: Today) => Found<DayRead> | null;

/** The day that begins here, in words or in numbers. */
export const dayReadAt: DayReader = (tokens, at, today) => {
  for (const read of [isoAt, numbersAt, dayThenMonth, monthThenDay, partAt, endAt, monthAt, seasonAt, weekdayAt]) {
    const found = read(tokens, at, today);
    if (found) return found;
  }
  return null;
};

/** "3 mois", "six semaines": so long from today. */
export const spanAt: DayReader = (tokens, at, { today }) => {
  if (tokens[at]?.text === "quinzaine") return read([daysLater(today, 15)], at, at + 1, { sure: false });
  const article = tokens[at]?.text === "a";
  const number = article ? null : numberAt(tokens, at);
  const to = article ? at + 1 : (number?.to ?? at);
  const count = article ? 1 : number && countOf(number.value);
  const span = spans.get(tokens[to]?.text ?? "");
  if (count === null || count > 400 || span === undefined || to === at) return null;
  const day = "days" in span ? daysLater(today, count * span.days) : monthsLater(today, count * span.months);
  return read([day], at, to + 1);
};

function read(days: readonly (Day | null)[], from: number, to: number, said: Partial<DayRead> = {}): Found<DayRead> {
  const known = days.filter((day) => day !== null);
  const sure = known.length === 1 && said.sure !== false;
  return { value: { days: known, plain: said.plain ?? true, month: said.month ?? false, sure }, from, to };
}

const isoAt: DayReader = (tokens, at) => {
  const found = isoNumbersAt(tokens, at);
  return found && read([dayAt(...found.numbers)], at, found.to);
};

/** "31/01", "31/01/2027", "31.01.2027": the day first, unless that cannot be; in English that has to be confirmed. */
const numbersAt: DayReader = (tokens, at, today) => {
  const found = dayNumbersAt(tokens, at);
  if (found === null) return null;
  const [first, second, year] = found.numbers;
  const orders =
    first > 12 || first === second
      ? [[first, second]]
      : [
          [first, second],
          [second, first],
        ];
  const meant = today.language === "en" || second > 12 ? orders : orders.slice(0, 1);
  const days = meant.map(([day = 0, month = 0]) => dated(year, month, day, today));
  return read(days, at, found.to, { plain: year !== null, sure: isToCome(days, today) });
};

/** "31 janvier 2027", "1er mars", "le premier avril", "31st of January". */
const dayThenMonth: DayReader = (tokens, at, today) => {
  const first = firsts.has(tokens[at]?.text ?? "");
  const day = first ? 1 : dayNumber(tokens[at]);
  if (day === null) return null;
  const after = ordinals.has(tokens[at + 1]?.text ?? "") && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const month = phraseAt(months, tokens, tokens[after]?.text === "of" ? after + 1 : after);
  return month && withYear(tokens, month, day, today, at);
};

/** "January 31st, 2027". */
const monthThenDay: DayReader = (tokens, at, today) => {
  const month = phraseAt(months, tokens, at);
  const day = month && dayNumber(tokens[month.to]);
  if (month === null || day === null) return null;
  const ordinal = ordinals.has(tokens[month.to + 1]?.text ?? "") && tokens[month.to + 1]?.glued === true;
  return withYear(tokens, { ...month, to: month.to + (ordinal ? 2 : 1) }, day, today, at);
};

function withYear(
  tokens: readonly Token[],
  { value: month, to }: Found<number>,
  day: number,
  today: Today,
  from: number,
): Found<DayRead> {
  const year = yearAt(tokens, to);
  const days = [dated(year?.value ?? null, month, day, today)];
  return read(days, from, year?.to ?? to, { sure: isToCome(days, today) });
}

/** "La fin de l’année", "the end of the month". */
const endAt: DayReader = (tokens, at, { today }) => {
  const found = phraseAt(ends, tokens, at);
  const [year, month] = numbersOf(today);
  return found && read([lastOf(year, found.value === "year" ? 12 : month)], at, found.to, { plain: false });
};

/** "Fin mars", "mid-April 2027". */
const partAt: DayReader = (tokens, at, today) => {
  const part = phraseAt(parts, tokens, at);
  const month = part && phraseAt(months, tokens, part.to);
  if (!month) return null;
  const year = yearAt(tokens, month.to);
  const to = year?.to ?? month.to;
  if (part.value === "start") return read([], at, to, { plain: false });
  const middle = dated(year?.value ?? null, month.value, 15, today);
  const last = lastOf(year?.value ?? comingYear(month.value, 31, today), month.value);
  return part.value === "end"
    ? read([last], at, to, { sure: isToCome([last], today) })
    : read([middle], at, to, { plain: false, sure: false });
};

/** "Mars", "March 2027": the whole month. */
const monthAt: DayReader = (tokens, at, today) => {
  const month = phraseAt(months, tokens, at);
  if (month === null) return null;
  const year = yearAt(tokens, month.to);
  const day = dayAt(year?.value ?? comingYear(month.value, 1, today), month.value, 1);
  return read([day], at, year?.to ?? month.to, { plain: false, month: true, sure: false });
};

const seasonAt: DayReader = (tokens, at, today) => {
  const found = phraseAt(seasons, tokens, at);
  if (found === null) return null;
  const days = found.value === "open" ? [] : [dated(null, 12, 24, today)];
  return read(days, at, found.to, { plain: false, sure: false });
};

const weekdayAt: DayReader = (tokens, at, { today }) => {
  const found = phraseAt(weekdays, tokens, at);
  return found && read([nextWeekday(today, found.value)], at, found.to, { plain: false, sure: false });
};

/** A day of the year that was named, else of the first in which it is still to come. */
function dated(year: number | null, month: number, day: number, today: Today): Day | null {
  return month > 12 ? null : dayAt(year ?? comingYear(month, day, today), month, day);
}

function comingYear(month: number, day: number, { today }: Today): number {
  const [year, thisMonth, thisDay] = numbersOf(today);
  return month < thisMonth || (month === thisMonth && day < thisDay) ? year + 1 : year;
}

const isToCome = (days: readonly (Day | null)[], { today }: Today): boolean =>
  days.every((day) => day !== null && day >= today);

const dayNumber = (token: Token | undefined): number | null =>
  token?.kind === "number" && /^(0?[1-9]|[12]\d|3[01])$/.test(token.text) ? Number(token.text) : null;

function yearAt(tokens: readonly Token[], at: number): Found<number> | null {
  const from = tokens[at]?.text === "," ? at + 1 : at;
  return /^20\d\d$/.test(tokens[from]?.text ?? "")
    ? { value: Number(tokens[from]?.text), from: at, to: from + 1 }
    : null;
}
