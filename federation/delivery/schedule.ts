const minute = 60_000;
const hour = 60 * minute;

/** How long we go on trying, since the first try. */
export const longestEffort = 14 * 24 * hour;

// Since the first try; from the last one on, every 12 h.
const tries = [0, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour];
const longestPause = 12 * hour;

/** One delivery's history, as far as its next try depends on it. */
export interface Effort {
  /** Failed tries so far, the one just made included. */
  readonly attempts: number;
  readonly firstTry: Date;
  /** Milliseconds that the peer asked us to stay away. */
  readonly retryAfter?: number | null;
}

/**
 * When a delivery that failed is tried again; null when its 14 days are over.
 * `chance` in [0, 1) spreads the pauses by ±20 %, so that a peer that returns is not run over.
 */
export function nextTry({ attempts, firstTry, retryAfter = null }: Effort, now: Date, chance: number): Date | null {
  const planned = pauseAfter(attempts) * (0.8 + 0.4 * chance);
  // A peer that always asks for a second is still not asked every second for two weeks.
  const pause = retryAfter === null ? planned : Math.max(retryAfter, Math.min(planned, 10 * minute));
  const next = now.getTime() + pause;
  return next > firstTry.getTime() + longestEffort ? null : new Date(next);
}

/** Whether an inbox has answered 404 for three days: a proxy that is set up wrongly does so for an hour. */
export function isLongAbsent(
  { firstTry, lastStatus }: { firstTry: Date; lastStatus: number | null },
  now: Date,
): boolean {
  return lastStatus === 404 && now.getTime() - firstTry.getTime() >= 3 * 24 * hour;
}

/** The planned milliseconds between a failed try and the next, before they are spread. */
export function pauseAfter(attempts: number): number {
  const [last, next] = [tries[attempts - 1], tries[attempts]];
  return last === undefined || next === undefined ? longestPause : next - last;
}

/** What a `Retry-After` asks for, in milliseconds and at most 24 h; null when there is none that can be read. */
export function readRetryAfter(header: unknown, now: Date): number | null {
  if (typeof header !== "string" || header.trim() === "") return null;
  const asked = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, 0), 24 * hour);
}

/** Whether deliveries to one other server flow, and how it has failed of late. */
export interface Circuit {
  readonly failures: number;
  readonly firstFailure: Date | null;
  /** Since when nothing but a probe is sent; null while deliveries flow. */
  readonly opened: Date | null;
  /** When the next probe is due. */
  readonly probe: Date | null;
}

/** A circuit that deliveries flow through. */
export const closed: Circuit = { failures: 0, firstFailure: null, opened: null, probe: null };

/** Five failures within ten minutes, with no answer between them, open the circuit. */
export function afterFailure(circuit: Circuit, now: Date, chance: number): Circuit {
  if (circuit.opened !== null) return circuit;
  const { firstFailure } = circuit;
  const recent = firstFailure !== null && now.getTime() - firstFailure.getTime() < 10 * minute;
  const failures = recent ? circuit.failures + 1 : 1;
  const since = recent ? firstFailure : now;
  return failures < 5
    ? { failures, firstFailure: since, opened: null, probe: null }
    : { failures, firstFailure: since, opened: now, probe: nextProbe(now, now, chance) };
}

/** After half a minute, then after as long as it has been away, at most 30 min; up to 20 % sooner. One that only starts anew hears from us at once. */
export function nextProbe(opened: Date, now: Date, chance: number): Date {
  const away = now.getTime() - opened.getTime();
  const pause = Math.min(Math.max(away, minute / 2), 30 * minute);
  return new Date(now.getTime() + pause * (1 - 0.2 * chance));
}
