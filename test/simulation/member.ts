import { type Digest, standingOf, trustOf } from "../../src/catalogue/gossip.ts";
import { day, hour } from "./clock.ts";
import { type Ground, isInvented, type Truth } from "./ground.ts";

/** What a member holds of another instance. */
export interface Entry {
  hops: number;
  readonly namedBy: number;
  readonly met: number;
  known: boolean;
  failures: number;
  seen: number;
  /** What it last said that it offers. */
  digest: Digest | null;
  /** How many names of its directory were read. */
  read: number;
  /** It is being asked; what is announced meanwhile needs no request of its own. */
  asking: boolean;
}

/** What a member has done and borne. */
export interface Tally {
  requests: number;
  sent: number;
  received: number;
  /** Requests to what turned out to be nobody. */
  vain: number;
}

interface Naming {
  day: number;
  count: number;
  unproved: number;
}

/** An honest instance: what it holds, by the real rules. */
export interface Member {
  readonly truth: Truth;
  readonly entries: Map<number, Entry>;
  /** Those who said that they are gone, and when it was heard. */
  readonly left: Map<number, number>;
  readonly approved: Set<number>;
  /** How many origins of each registrable domain are held. */
  readonly siblings: Map<string, number>;
  /** What each has named within this day, and what it named that is not proved. */
  readonly named: Map<number, Naming>;
  /** How often each has made it look within this hour. */
  readonly looks: Map<number, { hour: number; count: number }>;
  /** Visits that fell due while it was down. */
  readonly missed: number[];
  readonly tally: Tally;
  /** When its next request to a stranger may leave. */
  free: number;
}

export function memberOf(truth: Truth): Member {
  return {
    ...{ truth, entries: new Map(), left: new Map(), approved: new Set(), siblings: new Map(), named: new Map() },
    looks: new Map(),
    ...{ missed: [], tally: { requests: 0, sent: 0, received: 0, vain: 0 }, free: 0 },
  };
}

export function domainOf(ground: Ground, id: number): string {
  return ground.truthOf(id)?.domain ?? `nobody-${id}.example`;
}

/** A new entry, as a candidate. */
export function enter(me: Member, ground: Ground, id: number, hops: number, namedBy: number): Entry {
  const now = ground.clock.now();
  const entry = { hops, namedBy, met: now, known: false, failures: 0, seen: now, digest: null, read: 0, asking: false };
  me.entries.set(id, entry);
  namingsOf(me, now, namedBy).unproved += 1;
  return entry;
}

/** It has proved what it is. */
export function know(me: Member, ground: Ground, id: number, entry: Entry): void {
  if (!entry.known) {
    entry.known = true;
    namingsOf(me, ground.clock.now(), entry.namedBy).unproved -= 1;
    count(me.siblings, domainOf(ground, id), 1);
  }
  list(me, id);
}

export function drop(me: Member, ground: Ground, id: number): void {
  const entry = me.entries.get(id);
  if (entry === undefined) return;
  me.entries.delete(id);
  unlist(me, id);
  if (entry.known) count(me.siblings, domainOf(ground, id), -1);
  else namingsOf(me, ground.clock.now(), entry.namedBy).unproved -= 1;
}

function count(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

// Its own directory names what it has found to be so.
function list(me: Member, id: number): void {
  const { listed, directory } = me.truth;
  if (listed.has(id)) return;
  listed.add(id);
  directory.push(id);
}

export function unlist({ truth: { listed } }: Member, id: number): void {
  listed.delete(id);
}

/** How far it trusts another, by what stands in its own books. */
export function trustIn(me: Member, ground: Ground, id: number, needed: number): number {
  const entry = me.entries.get(id);
  if (entry === undefined) return 0;
  const vouches = [...me.approved].filter((peer) => ground.truthOf(peer)?.vouches.has(id)).length;
  const [known, approved] = [entry.known, me.approved.has(id)];
  return trustOf({ blocked: false, own: me.truth.id === id, known, approved, vouches }, needed);
}

/** Whether people see it there. */
export function isShown(me: Member, ground: Ground, id: number): boolean {
  const entry = me.entries.get(id);
  return entry?.known === true && standingOf(new Date(entry.seen), new Date(ground.clock.now())) === "shown";
}

/** What another has named here, as far as this member took it up. */
export function namingsOf(me: Member, now: number, by: number): Naming {
  const today = Math.floor(now / day);
  const found = me.named.get(by);
  if (found?.day === today) return found;
  const fresh = { day: today, count: 0, unproved: found?.unproved ?? 0 };
  me.named.set(by, fresh);
  return fresh;
}

/** How often another has made it look within this hour. */
export function looksOf(me: Member, now: number, by: number): { count: number } {
  const thisHour = Math.floor(now / hour);
  const found = me.looks.get(by);
  if (found?.hour === thisHour) return found;
  const fresh = { hour: thisHour, count: 0 };
  me.looks.set(by, fresh);
  return fresh;
}

/** A member tells those it is in touch with that something of this origin is new, and no more than that. */
export function announce(ground: Ground, me: Member, id: number, toldBy: number | null): void {
  for (const peer of me.approved) {
    if (peer === toldBy || peer === id) continue;
    me.tally.sent += 1;
    ground.tell(me.truth, peer, id);
  }
}

/** Rows that it keeps: instances, and the offers of those it knows. */
export function rowsOf({ entries, left }: Member): { instances: number; offers: number; invented: number } {
  let [offers, invented] = [0, 0];
  for (const [id, { digest }] of entries) {
    offers += digest?.size ?? 0;
    if (isInvented(id)) invented += 1;
  }
  return { instances: entries.size + left.size, offers, invented };
}
