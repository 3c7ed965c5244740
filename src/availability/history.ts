import type { AvailabilityState, ShownState } from "./availability.ts";

/** One thing the host said of an offer, as the history keeps it. */
export interface PastStatement {
  readonly state: AvailabilityState;
  readonly slots: number | null;
  readonly said: Date;
  /** When it was last said again. */
  readonly confirmed: Date;
  readonly expires: Date;
}

/** A stretch of time in which readers were shown one and the same thing; unknown where nothing that was said held. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly state: ShownState;
  readonly slots: number | null;
  /** When it was last said within or before this span; null where nothing was. */
  readonly confirmed: Date | null;
}

/** How long what was said stays known. */
export const historyMonths = 24;

/** What readers were shown between two instants, without a gap: a statement holds until it expires or another follows. Statements come in the order they were said. */
export function spansOf(statements: readonly PastStatement[], from: Date, to: Date): readonly Span[] {
  const spans: Span[] = [];
  let reached = from;
  const add = (until: Date, what: Omit<Span, "from" | "to">) => {
    if (until <= reached) return;
    join(spans, { ...what, from: reached, to: until });
    reached = until;
  };
  statements.forEach(({ state, slots, said, confirmed, expires }, index) => {
    add(earlier(said, to), nothing);
    const next = statements[index + 1]?.said ?? to;
    add(earlier(expires, next, to), { state, slots, confirmed });
  });
  add(to, nothing);
  return spans;
}

const nothing = { state: "unknown", slots: null, confirmed: null } as const;

/** What goes on as it was makes one span with what came before. */
function join(spans: Span[], next: Span): void {
  const last = spans.at(-1);
  if (last === undefined || last.state !== next.state || last.slots !== next.slots) spans.push(next);
  else spans[spans.length - 1] = { ...next, from: last.from };
}

const earlier = (...instants: readonly Date[]): Date => new Date(Math.min(...instants.map((one) => one.getTime())));

/** The instant so many months before, on the same day of the month or the last one it has. */
export function monthsBefore(instant: Date, months: number): Date {
  const before = new Date(instant);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const days = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(instant.getUTCDate(), days));
  return before;
}
