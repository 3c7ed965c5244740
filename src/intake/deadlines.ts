import type { Day } from "../foundation/day.ts";
import { daysLater } from "./calendar.ts";
import { dayFillers, firstDays, lastDays } from "./day-names.ts";
import { type DayRead, dayReadAt, spanAt, type Today } from "./days.ts";
import { type Found, phraseAt, phraseBefore } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** A day until which people may answer; null where a time was named that is no day. */
export interface LastDay {
  readonly day: Day | null;
  readonly sure: boolean;
}

/** Every day of a text that may be its last: those said to be so first count alone. */
export function findLastDays(tokens: readonly Token[], today: Today): readonly Found<LastDay>[] {
  const said: Found<DayRead>[] = [];
  const other: Found<DayRead>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const last = saidLastAt(tokens, at, today);
    const found = last ?? otherAt(tokens, at, today);
    if (last) said.push(last);
    else if (found && phraseBefore(firstDays, tokens, found.from) === null) other.push(unsure(found));
    at = found ? found.to : at + 1;
  }
  const read = said.length > 0 ? said : other;
  return read.flatMap((one) => lastDaysOf(one, read.length === 1));
}

const unsure = (found: Found<DayRead>): Found<DayRead> => ({ ...found, value: { ...found.value, sure: false } });

function lastDaysOf({ value: { days, sure }, ...range }: Found<DayRead>, alone: boolean): readonly Found<LastDay>[] {
  const meant = days.length === 0 ? [null] : days;
  return meant.map((day) => ({ ...range, value: { day, sure: sure && alone } }));
}

/** "Avant le 31 janvier", "d’ici fin mars", "within three months". */
function saidLastAt(tokens: readonly Token[], from: number, today: Today): Found<DayRead> | null {
  const cue = phraseAt(lastDays, tokens, from);
  if (cue === null) return null;
  const found = atOrAfterFillers(tokens, cue.to, (at) => readAfter(tokens, at, cue.value, today));
  if (found === null) return null;
  const { value, to } = cue.value === "before" && found.value.month ? eveOf(found) : found;
  return { value, from, to };
}

function readAfter(tokens: readonly Token[], at: number, cue: "day" | "date" | "before" | "span", today: Today) {
  const span = cue === "date" || cue === "before" ? null : spanAt(tokens, at, today);
  return span ?? (cue === "span" ? null : dayReadAt(tokens, at, today));
}

/** Up to three words such as "le", "the" or ":" may stand before the day. */
function atOrAfterFillers(
  tokens: readonly Token[],
  from: number,
  read: (at: number) => Found<DayRead> | null,
): Found<DayRead> | null {
  for (let at = from; at <= from + 3; at += 1) {
    const found = read(at);
    if (found) return found;
    if (!dayFillers.has(tokens[at]?.text ?? "")) return null;
  }
  return null;
}

const eveOf = (found: Found<DayRead>): Found<DayRead> => ({
  ...found,
  value: { ...found.value, days: found.value.days.map((day) => daysLater(day, -1)) },
});

/** A day that says of itself that it is one: "le 12 mars 2027", not "mars" or "3/4". */
function otherAt(tokens: readonly Token[], at: number, today: Today): Found<DayRead> | null {
  const found = dayReadAt(tokens, at, today);
  return found?.value.plain ? found : null;
}
