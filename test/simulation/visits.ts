import {
  budget,
  differences,
  nextVisit,
  readsDirectory,
  refusalToKnow,
  refusalToLook,
  standingOf,
} from "../../src/catalogue/gossip.ts";
import { minute, second } from "./clock.ts";
import { type Ground, isClaimed, isHonest, type Truth, unlist } from "./ground.ts";
import { depart, domainOf, drop, type Entry, enter, know, type Member, tellingOf } from "./member.ts";
import { tellListed } from "./tidings.ts";

/** Requests of a visit that finds nothing new: instance, directory, host, its data sheet, digest. And of a first one besides. */
const requestsOfVisit = 5;
const requestsToFind = 2;
/** What one answer holds of data sheets, of versions, and of names. */
const sheetsAtOnce = 20;
const namesInPage = 200;

/** Somebody names an origin to a member. False when that one has named too many: it will be heard another day. */
export function hearName(ground: Ground, me: Member, id: number, by: number): boolean {
  const hops = me.approved.has(by) || by === id ? 0 : (me.entries.get(by)?.hops ?? budget.hops);
  const held = me.entries.get(id);
  if (held !== undefined) held.hops = Math.min(held.hops, hops + 1);
  return held !== undefined || id === me.truth.id || takeUp(ground, me, { id, by, hops });
}

interface Named {
  readonly id: number;
  readonly by: number;
  readonly hops: number;
}

function takeUp(ground: Ground, me: Member, { id, by, hops }: Named): boolean {
  const [left, telling] = [me.left.get(id), tellingOf(me, ground.clock.now(), by)];
  const refusal = refusalToLook(
    {
      ...{ hops, blocked: false, left: left === undefined ? null : new Date(left) },
      ...{ namedToday: telling.named, unproved: telling.unproved },
      siblings: me.siblings.get(domainOf(ground, id)) ?? 0,
    },
    ground.clock.date(),
  );
  if (refusal !== null) return refusal !== "too-many" && refusal !== "too-many-unproved";
  telling.named += 1;
  enter(me, ground, id, { hops: hops + 1, by });
  later(ground, me, id);
  return true;
}

/** Strangers are visited one after the other, a few a second. */
function later(ground: Ground, me: Member, id: number): void {
  const now = ground.clock.now();
  me.free = Math.max(me.free, now) + second / 4;
  ground.clock.after(me.free - now, () => visit(ground, me, id));
}

/** A member goes and sees what an origin says today, and knows when to come again. */
export function visit(ground: Ground, me: Member, id: number): void {
  const entry = me.entries.get(id);
  if (entry === undefined) return;
  if (!me.truth.up) {
    me.missed.push(id);
    return;
  }
  see(ground, me, id, entry);
  if (!me.entries.has(id)) return;
  const { clock, chance } = ground;
  const now = clock.date();
  const next = nextVisit(entry.failures, chance.next(), now, entry.known);
  clock.after(next.getTime() - now.getTime(), () => visit(ground, me, id));
}

/** The same without a next time: for what has its hour already. */
export function see(ground: Ground, me: Member, id: number, entry: Entry): void {
  const other = ground.truthOf(id);
  if (other === null || !ground.reaches(me.truth, other)) {
    failed(ground, me, id, entry);
    return;
  }
  if (other.left) {
    me.tally.requests += 1;
    depart(me, ground, id);
    return;
  }
  me.tally.requests += requestsOfVisit + (entry.known ? 0 : requestsToFind);
  const evidence = { capable: true, discoverable: true, claimed: isClaimed(other) };
  if (entry.known || refusalToKnow(evidence) === null) readAll(ground, me, other, entry);
  else failed(ground, me, id, entry);
}

function readAll(ground: Ground, me: Member, other: Truth, entry: Entry): void {
  const { id } = other;
  if (know(me, ground, id, entry)) tellListed(ground, me, { id, changed: ground.clock.now() });
  readOffers(me, other, entry);
  if (other.hash === entry.hash || other.hash === me.truth.hash) return;
  if (readsDirectory(me.approved.has(id), me.truth.listed.size, ground.chance.next()))
    readDirectory(ground, me, other, entry);
}

function failed(ground: Ground, me: Member, id: number, entry: Entry): void {
  entry.failures += 1;
  me.tally.vain += 1;
  me.tally.requests += 1;
  const standing = standingOf(new Date(entry.seen), ground.clock.date(), entry.known);
  if (standing === "forgotten") drop(me, ground, id);
  if (standing === "hidden") unlist(me.truth, id);
}

function readOffers(me: Member, other: Truth, entry: Entry): void {
  if (entry.digest === other.digest) return;
  const { fetch } = differences(entry.digest ?? new Map(), other.digest);
  me.tally.requests += 1 + Math.ceil(fetch.length / sheetsAtOnce);
  hold(entry, other);
}

/** What it offers is held as it is now. */
export function hold(entry: Entry, { digest, changed }: Truth): void {
  entry.digest = digest;
  entry.changed = changed;
}

function readDirectory(ground: Ground, me: Member, other: Truth, entry: Entry): void {
  const { directory } = other;
  const pages = Math.min(budget.pages, Math.ceil(directory.length / namesInPage));
  me.tally.requests += pages > 1 ? pages : 0;
  const end = Math.min(directory.length, budget.named);
  const honest = isHonest(other);
  for (; entry.read < end; entry.read += 1) {
    const id = directory[entry.read] ?? 0;
    if (honest && !other.listed.has(id)) continue;
    if (!hearName(ground, me, id, other.id)) return;
  }
  entry.hash = other.hash;
}

/** At its return a member does at once what fell due meanwhile. */
export function catchUp(ground: Ground, me: Member): void {
  const missed = me.missed.splice(0);
  const within = Math.max(minute / 3, missed.length * (second / 10));
  for (const [place, id] of missed.entries())
    ground.clock.after((within * place) / missed.length, () => visit(ground, me, id));
}
