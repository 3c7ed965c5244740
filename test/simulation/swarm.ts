import { type Chance, seeded } from "./chance.ts";
import { type Clock, day, hour, minute, openClock, second } from "./clock.ts";
import { answers, type Ground, inventedBy, inventorOf, isHonest, isInvented, type Truth, truthAt } from "./ground.ts";
import { hear } from "./hearing.ts";
import { enter, type Member, memberOf } from "./member.ts";
import { hearName, visit } from "./visits.ts";

/** A swarm of instances in one process, the honest ones by the real rules. */
export interface Swarm extends Ground {
  readonly clock: Clock;
  readonly chance: Chance;
  /** All that ever joined, by number. */
  readonly truths: Truth[];
  readonly members: Map<number, Member>;
  /** The halves do not reach each other, while it is so. */
  parted: boolean;
}

export function openSwarm(seed: number): Swarm {
  const [clock, chance] = [openClock(), seeded(seed)];
  const truths: Truth[] = [];
  const members = new Map<number, Member>();
  const sybils = new Map<number, Truth>();
  const swarm: Swarm = {
    ...{ clock, chance, truths, members, parted: false },
    truthOf: (id) => (isInvented(id) ? sybilAt(sybils, truths, id) : (truths[id] ?? null)),
    reaches: (one, other) => one.up && other.up && (!swarm.parted || one.side === other.side),
    tell(from, to, tiding) {
      const listener = members.get(to);
      if (listener === undefined) return;
      clock.after(chance.between(0, 2 * second), () => {
        if (swarm.reaches(from, listener.truth)) hear(swarm, listener, tiding, from.id);
      });
    },
  };
  return swarm;
}

function sybilAt(sybils: Map<number, Truth>, truths: readonly Truth[], id: number): Truth | null {
  if (!answers(id)) return null;
  const found = sybils.get(id);
  if (found) return found;
  const maker = truths[inventorOf(id)];
  if (maker === undefined) return null;
  const made = truthAt({ id, kind: "sybil", domain: maker.domain, offers: 3, side: maker.side });
  sybils.set(id, made);
  return made;
}

/** A newcomer: it knows one address to three, most often a hub's, and asks there; people agree within a day. */
export function join(swarm: Swarm, kind: "host" | "hub"): Member {
  const { truths, members, chance, clock } = swarm;
  const id = truths.length;
  // A few share a registrable domain: sections of one association.
  const domain = chance.next() < 0.05 ? `shared-${Math.floor(id / 100)}.example` : `d${id}.example`;
  const offers = kind === "hub" ? 0 : 1 + chance.below(20);
  const me = memberOf(truthAt({ id, kind, domain, offers, side: chance.below(2) }));
  const targets = targetsOf(swarm, 1 + chance.below(3));
  truths.push(me.truth);
  members.set(id, me);
  for (const other of targets) {
    clock.after(0, () => hearName(swarm, other, id, id));
    const wait = other.truth.kind === "hub" ? chance.between(minute, hour) : chance.between(hour, day);
    clock.after(wait, () => befriend(swarm, me, other));
  }
  return me;
}

function targetsOf({ members, chance }: Swarm, count: number): readonly Member[] {
  const there = [...members.values()].filter(({ truth }) => !truth.left && truth.up);
  const hubs = there.filter(({ truth }) => truth.kind === "hub");
  if (there.length === 0) return [];
  const targets = Array.from({ length: count }, () =>
    chance.pick(hubs.length > 0 && chance.next() < 0.5 ? hubs : there),
  );
  return [...new Set(targets)];
}

/** Each follows the other from now on. */
function befriend(swarm: Swarm, one: Member, other: Member): void {
  for (const [me, { truth }] of [
    [one, other],
    [other, one],
  ] as const) {
    me.approved.add(truth.id);
    const entry = me.entries.get(truth.id) ?? enter(me, swarm, truth.id, { hops: 0, by: truth.id });
    entry.hops = 0;
    if (swarm.chance.next() < 0.5) me.truth.vouches.add(truth.id);
    visit(swarm, me, truth.id);
  }
}

/** One that asks everybody, is approved by nobody, names thousands, vouches for its like, and tells what nobody asked for. */
export function joinAsShell(swarm: Swarm): void {
  const { clock, chance, truths, members } = swarm;
  const id = truths.length;
  const truth = truthAt({ id, kind: "shell", domain: `shell-${id % 40}.example`, offers: 5, side: chance.below(2) });
  const others = truths.map(({ id }) => id);
  for (const other of truths) if (!isHonest(other)) truth.vouches.add(other.id);
  for (let count = 0; count < 10_500; count += 1) {
    const invented = inventedBy(id, count);
    truth.directory.push(count % 20 === 0 && others.length > 0 ? chance.pick(others) : invented);
    if (answers(invented)) truth.vouches.add(invented);
  }
  truths.push(truth);
  const flood = () => {
    for (const member of members.values()) bother(swarm, truth, member);
    clock.after(day, flood);
  };
  clock.after(chance.between(0, day), flood);
}

function bother(swarm: Swarm, truth: Truth, { truth: { id } }: Member): void {
  const { chance, members, truths, clock } = swarm;
  const member = members.get(id);
  if (member && chance.next() < 0.3) hearName(swarm, member, truth.id, truth.id);
  for (let count = 0; count < 3; count += 1) {
    const told = chance.next() < 0.5 ? chance.below(truths.length) : inventedBy(truth.id, chance.below(9_000));
    swarm.tell(truth, id, { id: told, changed: clock.now() });
  }
  truth.hash += 1; // its directory is never the same
}
