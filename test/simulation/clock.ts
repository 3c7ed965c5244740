/** Time in a simulation: what is to happen waits in the second that it is due in. */
export interface Clock {
  /** Milliseconds since the beginning. */
  now(): number;
  /** The same for the rules, which speak of dates. */
  date(): Date;
  /** Something is to happen after so many milliseconds. */
  after(wait: number, act: () => void): void;
  /** Lets everything happen up to then. */
  runUntil(time: number): void;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export function openClock(): Clock {
  const due = new Map<number, (() => void)[]>();
  let at = 0;
  const happen = (second: number) => {
    const acts = due.get(second);
    if (acts === undefined) return;
    for (let next = 0; next < acts.length; next += 1) acts[next]?.(); // more may be added while they happen
    due.delete(second);
  };
  return {
    now: () => at * second,
    date: () => new Date(at * second),
    after(wait, act) {
      const when = at + Math.max(0, Math.round(wait / second));
      const acts = due.get(when);
      if (acts) acts.push(act);
      else due.set(when, [act]);
    },
    runUntil(time) {
      for (const last = Math.floor(time / second); at < last; at += 1) happen(at);
    },
  };
}
