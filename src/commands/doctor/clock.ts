import { type Finding, fault, fine, warning } from "./finding.ts";

/** By how much another clock was ahead of this machine's. */
export interface Reading {
  readonly whose: string;
  readonly milliseconds: number;
}

/** Reads another clock from when it was asked, what it said, and when its answer came. */
export function readClock(whose: string, asked: number, said: number, answered: number): Reading {
  return { whose, milliseconds: said - (asked + answered) / 2 };
}

/** Reads the `Date` of an answer; null when there is none. It is given in whole seconds. */
export function readDate(whose: string, asked: number, date: unknown, answered: number): Reading | null {
  const said = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return Number.isNaN(said) ? null : readClock(whose, asked, said + 500, answered);
}

/**
 * Whether this machine's clock agrees with the others: ours by themselves, other servers' by what most of them say.
 * Signatures are refused when it is wrong by more than 5 minutes.
 */
export function checkClock(own: readonly Reading[], others: readonly Reading[]): Finding {
  const readings = [...own, ...middle(others)];
  if (readings.length === 0) return fine("clock", "There is no other clock to compare with.");
  const worst = readings.reduce((one, other) => (apart(other) > apart(one) ? other : one));
  const what = `This machine's clock is ${said(worst)} that of ${worst.whose}.`;
  const todo = "Let it be set from the network on every machine of this site (timedatectl set-ntp true).";
  if (apart(worst) > 300_000) return fault("clock", `${what} Other servers refuse what we sign.`, todo);
  if (apart(worst) > 30_000) return warning("clock", what, todo);
  return fine("clock", `The clock agrees with ${readings.map(({ whose }) => whose).join(", ")}.`);
}

const apart = ({ milliseconds }: Reading): number => Math.abs(milliseconds);

const said = ({ milliseconds }: Reading): string =>
  `${Math.round(Math.abs(milliseconds) / 1_000)} s ${milliseconds > 0 ? "behind" : "ahead of"}`;

// One peer with a wrong clock must not make us doubt ours.
function middle(readings: readonly Reading[]): readonly Reading[] {
  const sorted = readings.toSorted((one, other) => one.milliseconds - other.milliseconds);
  return sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor((sorted.length - 1) / 2) + 1);
}
