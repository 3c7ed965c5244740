import { hear } from "./announcements.ts";
import { type Chance, seeded } from "./chance.ts";
import { type Clock, day, hour, minute, openClock, second } from "./clock.ts";
import {
  answers,
  changeOffer,
  digestOf,
  type Ground,
  inventedBy,
  inventorOf,
  isHonest,
  isInvented,
  type Kind,
  type Truth,
} from "./ground.ts";
import { announce, enter, type Member, memberOf } from "./member.ts";
import { hearName, visit } from "./visits.ts";

/** A swarm of instances in one process, honest ones by the real rules. */
export interface Swarm extends Ground {
  readonly clock: Clock;
  readonly chance: Chance;
  /** All that ever joined, by number. */
  readonly truths: readonly Truth[];
  readonly members: ReadonlyMap<number, Member>;
  /** Halves that do not reach each other, while it is so. */
  parted: boolean;
  /** A newcomer knows one address to three, and asks them. */
  join(kind: Exclude<Kind, "sybil">): Truth;
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
    tell(from, to, origin) {
      const listener = members.get(to);
      if (listener === undefined) return;
      clock.after(chance.between(0, 2 * second), () => {
        if (swarm.reaches(from, listener.truth)) hear(swarm, listener, origin, from.id);
      });
    },
    join(kind) {
      const truth = newcomer(swarm, kind);
      truths.push(truth);
      if (kind === "shell") joinAsShell(swarm, truth);
      else joinAsHonest(swarm, members, truth);
      return truth;
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
  const made = truthOf({ id, kind: "sybil", domain: maker.domain, digest: digestOf(id, 3), side: maker.side });
  sybils.set(id, made);
  return made;
}

type Given = Pick<Truth, "id" | "kind" | "domain" | "digest" | "side">;

const truthOf = (given: Given): Truth => ({
  ...given,
  ...{ up: true, left: false, vouches: new Set(), directory: [], listed: new Set() },
});

function newcomer({ chance, truths }: Swarm, kind: Kind): Truth {
  const id = truths.length;
  // Some share a registrable domain: sections of one association, and shells that have few names of their own.
  const domain = chance.next() < 0.05 ? `shared-${id % 7}.example` : `d${kind === "shell" ? id % 20 : id}-${kind}.example`;
  const digest = digestOf(id, kind === "hub" ? 0 : 1 + chance.below(20));
  return truthOf({ id, kind, domain, digest, side: chance.below(2) });
}

/** It asks those it knows of, most often a hub; people there agree within a day. */
function joinAsHonest(swarm: Swarm, members: Map<number, Member>, truth: Truth): void {
  const { clock, chance } = swarm;
  const me = memberOf(truth);
  members.set(truth.id, me);
  for (const target of targetsOf(swarm, truth, 1 + chance.below(3))) {
    const other = members.get(target.id);
    if (other === undefined) continue;
    clock.after(0, () => hearName(swarm, other, truth.id, truth.id));
    const wait = target.kind === "hub" ? chance.between(minute, hour) : chance.between(hour, day);
    clock.after(wait, () => befriend(swarm, me, other));
  }
}

function targetsOf({ truths, chance }: Swarm, truth: Truth, count: number): readonly Truth[] {
  const honest = truths.filter((other) => other !== truth && isHonest(other) && !other.left && other.up);
  const hubs = honest.filter(({ kind }) => kind === "hub");
  if (honest.length === 0) return [];
  const targets = Array.from({ length: count }, () => chance.pick(hubs.length > 0 && chance.next() < 0.5 ? hubs : honest));
  return [...new Set(targets)];
}

/** Each follows the other from now on. */
function befriend(swarm: Swarm, one: Member, other: Member): void {
  for (const [me, { truth }] of [[one, other], [other, one]] as const) {
    me.approved.add(truth.id);
    const entry = me.entries.get(truth.id) ?? enter(me, swarm, truth.id, 0, truth.id);
    entry.hops = 0;
    if (swarm.chance.next() < 0.5) me.truth.vouches.add(truth.id);
    visit(swarm, me, truth.id, false);
    if (entry.known) announce(swarm, me, truth.id, truth.id);
  }
}

/** It asks many, is approved by nobody, names thousands, vouches for its like, and announces what nobody asked for. */
function joinAsShell(swarm: Swarm, truth: Truth): void {
  const { clock, chance, truths, members } = swarm;
  const honest = truths.filter(isHonest).map(({ id }) => id);
  for (const { id } of truths) if (id !== truth.id && !isHonest(truths[id] as Truth)) truth.vouches.add(id);
  for (let count = 0; count < 10_500; count += 1) {
    const invented = inventedBy(truth.id, count);
    truth.directory.push(count % 20 === 0 && honest.length > 0 ? chance.pick(honest) : invented);
    if (answers(invented)) truth.vouches.add(invented);
  }
  const flood = () => {
    for (const member of members.values()) {
      if (chance.next() < 0.3) hearName(swarm, member, truth.id, truth.id);
      for (let count = 0; count < 5; count += 1) swarm.tell(truth, member.truth.id, chance.pick([...honest, inventedBy(truth.id, chance.below(9_000))]));
    }
    clock.after(day, flood);
  };
  clock.after(chance.between(0, day), flood);
}

/** An offer of an honest instance changes, and it says so. */
export function change(swarm: Swarm, me: Member): void {
  const offers = [...me.truth.digest.keys()];
  if (offers.length === 0) return;
  changeOffer(me.truth, swarm.chance.pick(offers));
  announce(swarm, me, me.truth.id, null);
}

/** It says to all that it is gone, and answers so from now on. */
export function leave(swarm: Swarm, me: Member): void {
  me.truth.left = true;
  announce(swarm, me, me.truth.id, null);
}

/** It answers again, and does at once what fell due meanwhile. */
export function comeBack(swarm: Swarm, me: Member): void {
  me.truth.up = true;
  for (const [place, id] of me.missed.splice(0).entries())
    swarm.clock.after((place * second) / 5, () => visit(swarm, me, id));
}
