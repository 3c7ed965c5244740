import { type Digest, standingOf, trustOf } from "../../src/catalogue/gossip.ts";
import { day, minute } from "./clock.ts";
import { type Ground, isInvented, list, type Tiding, type Truth, unlist } from "./ground.ts";

/** What a member holds of another instance. */
export interface Entry {
  hops: number;
  readonly namedBy: number;
  known: boolean;
  failures: number;
  /** When it was met, or last seen. */
  seen: number;
  /** What it last said that it offers, and as of when. */
  digest: Digest | null;
  changed: number;
  /** How much of its directory was read, and what the directory was then. */
  read: number;
  hash: number | null;
  /** It is being asked: what is told of it meanwhile needs no request of its own. */
  asking: boolean;
}

/** What a member has done and borne. */
export interface Tally {
  requests: number;
  sent: number;
  received: number;
  /** Visits that came to nothing. */
  vain: number;
}

/** What another has named within this day, what of all that is not proved, and what it told within this minute. */
interface Telling {
  day: number;
  named: number;
  unproved: number;
  minute: number;
  news: number;
}

/** An honest instance: what it holds, by the real rules. */
export interface Member {
  readonly truth: Truth;
  readonly entries: Map<number, Entry>;
  /** Those who said that they are gone, and when it was heard. */
  readonly left: Map<number, number>;
  readonly approved: Set<number>;
  /** How many origins of each registrable domain have proved themselves. */
  readonly siblings: Map<string, number>;
  readonly tellings: Map<number, Telling>;
  /** Newly listed hosts that the others are still to be told of, and when some were last told singly. */
  readonly fresh: Tiding[];
  told: number[];
  /** Visits that fell due while it was down. */
  readonly missed: number[];
  readonly tally: Tally;
  /** When its next visit to a stranger may begin. */
  free: number;
}

export function memberOf(truth: Truth): Member {
  return {
    ...{ truth, entries: new Map(), left: new Map(), approved: new Set(), siblings: new Map(), tellings: new Map() },
    ...{ fresh: [], told: [], missed: [], tally: { requests: 0, sent: 0, received: 0, vain: 0 }, free: 0 },
  };
}

export function domainOf(ground: Ground, id: number): string {
  return ground.truthOf(id)?.domain ?? `nobody-${id}.example`;
}

/** A new entry, as a candidate. */
export function enter(me: Member, ground: Ground, id: number, { hops, by }: { hops: number; by: number }): Entry {
  const entry = { hops, namedBy: by, known: false, failures: 0, seen: ground.clock.now(), ...nothing };
  me.entries.set(id, entry);
  tellingOf(me, ground.clock.now(), by).unproved += 1;
  return entry;
}

const nothing = { digest: null, changed: -1, read: 0, hash: null, asking: false } as const;

/** It has proved what it is; true when that is new. */
export function know(me: Member, ground: Ground, id: number, entry: Entry): boolean {
  const first = !entry.known;
  if (first) {
    entry.known = true;
    tellingOf(me, ground.clock.now(), entry.namedBy).unproved -= 1;
    count(me.siblings, domainOf(ground, id), 1);
  }
  entry.failures = 0;
  entry.seen = ground.clock.now();
  list(me.truth, id);
  return first;
}

export function drop(me: Member, ground: Ground, id: number): void {
  const entry = me.entries.get(id);
  if (entry === undefined) return;
  me.entries.delete(id);
  unlist(me.truth, id);
  if (entry.known) count(me.siblings, domainOf(ground, id), -1);
  else tellingOf(me, ground.clock.now(), entry.namedBy).unproved -= 1;
}

/** Its own origin says that it is gone; nobody else can. */
export function depart(me: Member, ground: Ground, id: number): void {
  drop(me, ground, id);
  me.left.set(id, ground.clock.now());
}

function count(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

export function tellingOf(me: Member, now: number, by: number): Telling {
  const [thisDay, thisMinute] = [Math.floor(now / day), Math.floor(now / minute)];
  const telling = me.tellings.get(by) ?? { day: thisDay, named: 0, unproved: 0, minute: thisMinute, news: 0 };
  if (telling.day !== thisDay) Object.assign(telling, { day: thisDay, named: 0 });
  if (telling.minute !== thisMinute) Object.assign(telling, { minute: thisMinute, news: 0 });
  me.tellings.set(by, telling);
  return telling;
}

/** How far it trusts another, by what stands in its own books. */
export function trustIn(me: Member, ground: Ground, id: number, needed = 1): number {
  const entry = me.entries.get(id);
  if (entry === undefined) return 0;
  let vouches = 0;
  for (const peer of me.approved) if (ground.truthOf(peer)?.vouches.has(id)) vouches += 1;
  const standing = { blocked: false, own: false, known: entry.known, approved: me.approved.has(id), vouches };
  return trustOf(standing, needed);
}

/** Whether people see it there. */
export function isShown(me: Member, ground: Ground, id: number): boolean {
  const entry = me.entries.get(id);
  return entry?.known === true && standingOf(new Date(entry.seen), ground.clock.date()) === "shown";
}

/** Rows that it keeps: of instances, and of the offers of those it knows. */
export function rowsOf({ entries, left }: Member) {
  let [offers, invented] = [0, 0];
  for (const [id, { digest }] of entries) {
    offers += digest?.size ?? 0;
    if (isInvented(id)) invented += 1;
  }
  return { instances: entries.size + left.size, offers, invented };
}
