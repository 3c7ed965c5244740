import { hour, minute, second } from "./clock.ts";
import { isHonest, type Truth } from "./ground.ts";
import { type Entry, isShown, type Member, rowsOf, type Tally, trustIn } from "./member.ts";
import type { Swarm } from "./swarm.ts";

/** What honest instances that answer should hold of each other and do not. */
export interface Gaps {
  readonly pairs: number;
  /** Hosts that are not known somewhere. */
  readonly missing: number;
  /** Copies that say something else than their origin does. */
  readonly stale: number;
}

/** Honest ones that are there. */
export const present = ({ members }: Swarm): readonly Member[] =>
  [...members.values()].filter(({ truth }) => truth.up && !truth.left);

export function gapsOf(swarm: Swarm): Gaps {
  const here = present(swarm);
  const gaps = { pairs: here.length * (here.length - 1), missing: 0, stale: 0 };
  for (const { truth, entries } of here)
    for (const { truth: other } of here) {
      const gap = other === truth ? null : gapIn(entries.get(other.id), other);
      if (gap !== null) gaps[gap] += 1;
    }
  return gaps;
}

function gapIn(entry: Entry | undefined, { digest }: Truth): "missing" | "stale" | null {
  if (!entry?.known) return "missing";
  return entry.digest === digest ? null : "stale";
}

/** The highest trust that any hostile instance has at any honest one. */
export function highestHostile(swarm: Swarm): number {
  const highest = [...swarm.members.values()].map((me) =>
    [...me.entries.keys()].reduce((most, id) => {
      const other = swarm.truthOf(id);
      return other !== null && isHonest(other) ? most : Math.max(most, trustIn(me, swarm, id));
    }, 0),
  );
  return Math.max(0, ...highest);
}

/** How often a host that said that it is gone is shown somewhere all the same. */
export function shownThoughGone(swarm: Swarm): number {
  const gone = swarm.truths.filter(({ left }) => left);
  return present(swarm).reduce((sum, me) => sum + gone.filter(({ id }) => isShown(me, swarm, id)).length, 0);
}

/** Until when a share of those that are there holds a change; null where they did not within two days. */
export interface Spread {
  half: number | null;
  most: number | null;
  all: number | null;
}

const shares = [
  ["half", 0.5],
  ["most", 0.99],
  ["all", 1],
] as const;

const looks = [
  ...Array.from({ length: 60 }, (_, at) => (at + 1) * second),
  ...[2, 5, 15, 30].map((count) => count * minute),
  ...Array.from({ length: 48 }, (_, at) => (at + 1) * hour),
];

/** Follows a change of this member that has just been made. */
export function followChange(swarm: Swarm, { truth: { id, changed } }: Member): Spread {
  const spread: Spread = { half: null, most: null, all: null };
  const shareNow = () => {
    const others = present(swarm).filter(({ truth }) => truth.id !== id);
    return others.filter(({ entries }) => (entries.get(id)?.changed ?? -1) >= changed).length / others.length;
  };
  const look = (at: number) => {
    const share = shareNow();
    const [now, next] = [looks[at] ?? 0, looks[at + 1]];
    for (const [name, least] of shares) if (share >= least) spread[name] ??= now;
    if (spread.all === null && next !== undefined) swarm.clock.after(next - now, () => look(at + 1));
  };
  swarm.clock.after(looks[0] ?? 0, () => look(0));
  return spread;
}

/** The mean and the most of what each member has. */
interface Range {
  readonly mean: number;
  readonly most: number;
}

export type Costs = Readonly<Record<keyof Tally | "instances" | "offers" | "invented", Range>>;

/** Begins to count anew what members do. */
export function forgetCosts({ members }: Swarm): void {
  for (const { tally } of members.values()) Object.assign(tally, { requests: 0, sent: 0, received: 0, vain: 0 });
}

/** What each did since then, and the rows it keeps. */
export function costsOf(swarm: Swarm): Costs {
  const all = present(swarm).map((me) => ({ ...me.tally, ...rowsOf(me) }));
  const range = (name: keyof Costs): Range => {
    const values = all.map((one) => one[name]);
    return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, most: Math.max(...values) };
  };
  return {
    ...{ requests: range("requests"), sent: range("sent"), received: range("received"), vain: range("vain") },
    ...{ instances: range("instances"), offers: range("offers"), invented: range("invented") },
  };
}

/** Lets time go by until everybody holds everybody; gives how long that took, null where it took longer than `most`. */
export function untilComplete(swarm: Swarm, most: number): number | null {
  const begun = swarm.clock.now();
  for (let waited = 0; waited <= most; waited += hour) {
    swarm.clock.runUntil(begun + waited);
    const { missing } = gapsOf(swarm);
    if (missing === 0) return waited;
  }
  return null;
}
