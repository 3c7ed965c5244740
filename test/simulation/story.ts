import { day, hour, minute } from "./clock.ts";
import {
  type Costs,
  costsOf,
  followChange,
  forgetCosts,
  type Gaps,
  gapsOf,
  highestHostile,
  present,
  type Spread,
  shownThoughGone,
  untilComplete,
} from "./judging.ts";
import { change, leave, pause } from "./living.ts";
import { join, joinAsShell, openSwarm, type Swarm } from "./swarm.ts";

/** What became of a swarm of this size. */
export interface Story {
  readonly size: number;
  readonly hostile: number;
  /** From the last newcomer until everybody held everybody; null when not within three days. */
  readonly complete: number | null;
  /** Of some changes on an ordinary day, some instances being down. */
  readonly spreads: readonly Spread[];
  /** Of an ordinary day. */
  readonly costs: Costs;
  /** When the halves found each other again, and some hours later. */
  readonly healing: readonly { readonly after: number; readonly gaps: Gaps }[];
  readonly highest: number;
  readonly shownThoughGone: number;
  /** At the end. */
  readonly gaps: Gaps;
}

/** Where people change something on every fourth day. */
const changesPerDay = 0.25;

/** A swarm grows for ten days, lives, is split for three days, and heals. */
export function tellStory(size: number, seed: number): Story {
  const swarm = openSwarm(seed);
  const hostile = grow(swarm, size);
  const complete = untilComplete(swarm, 3 * day);
  const highest = [highestHostile(swarm)];
  const { costs, spreads } = live(swarm, 3);
  highest.push(highestHostile(swarm));
  const healing = split(swarm);
  live(swarm, 2);
  settle(swarm);
  highest.push(highestHostile(swarm));
  return {
    ...{ size, hostile, complete, spreads, costs, healing, highest: Math.max(...highest) },
    ...{ shownThoughGone: shownThoughGone(swarm), gaps: gapsOf(swarm) },
  };
}

/** Newcomers come one after the other; every twentieth means ill. Gives how many those are. */
function grow(swarm: Swarm, size: number): number {
  const hostile = Math.round(size / 20);
  const every = Math.floor(size / hostile);
  for (let count = 0; count < size; count += 1) {
    const [at, isHub] = [(10 * day * count) / size, count === 0 || count % 200 === 100];
    const come = count % every === every - 1 ? joinAsShell : (one: Swarm) => join(one, isHub ? "hub" : "host");
    swarm.clock.after(at, () => void come(swarm));
  }
  swarm.clock.runUntil(10 * day);
  return hostile;
}

/** Ordinary days: offers change, one in thirty is down for some hours, one in two hundred leaves. The last day is counted. */
function live(swarm: Swarm, days: number): { readonly costs: Costs; readonly spreads: readonly Spread[] } {
  const spreads: Spread[] = [];
  for (let count = 0; count < days; count += 1) {
    forgetCosts(swarm);
    passDay(swarm, spreads);
    swarm.clock.runUntil(swarm.clock.now() + day);
  }
  return { costs: costsOf(swarm), spreads };
}

function passDay(swarm: Swarm, spreads: Spread[]): void {
  const { chance, clock } = swarm;
  const sometime = (act: () => void) => clock.after(chance.between(0, day), act);
  for (const me of present(swarm)) {
    if (chance.next() < changesPerDay) sometime(() => changeSeen(swarm, me, spreads));
    if (chance.next() < 1 / 30) sometime(() => pause(swarm, me, chance.between(10 * minute, 20 * hour)));
    if (me.truth.kind === "host" && chance.next() < 1 / 200) sometime(() => leave(swarm, me));
  }
}

const mostFollowed = 60;

function changeSeen(swarm: Swarm, me: Parameters<typeof change>[1], spreads: Spread[]): void {
  if (!change(swarm, me) || spreads.length >= mostFollowed) return;
  spreads.push(followChange(swarm, me));
}

/** Half of them do not reach the other half for three days, while life goes on on both sides. */
function split(swarm: Swarm): Story["healing"] {
  swarm.parted = true;
  live(swarm, 3);
  swarm.parted = false;
  const healed = swarm.clock.now();
  return [0, hour, 6 * hour, day, 2 * day].map((after) => {
    swarm.clock.runUntil(healed + after);
    return { after, gaps: gapsOf(swarm) };
  });
}

/** Nothing happens for two days: whatever is not repaired then never is. */
function settle(swarm: Swarm): void {
  swarm.clock.runUntil(swarm.clock.now() + 2 * day);
}
