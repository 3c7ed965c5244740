import {
  budget,
  differences,
  nextVisit,
  readsDirectory,
  refusalToKnow,
  refusalToLook,
  standingOf,
} from "../../src/catalogue/gossip.ts";
import { second } from "./clock.ts";
import { type Ground, isClaimed, isHonest, type Truth } from "./ground.ts";
import { announce, domainOf, drop, type Entry, enter, know, type Member, namingsOf, unlist } from "./member.ts";

/**
 * Somebody names an origin to a member. False when that one has named too many: it will be heard another day. `tells`
 * when it was announced, so that what turns out to be so is announced in turn.
 */
export function hearName(ground: Ground, me: Member, id: number, by: number, tells = false): boolean {
  if (id === me.truth.id) return true;
  const hops = me.approved.has(by) || by === id ? 0 : (me.entries.get(by)?.hops ?? budget.hops);
  const held = me.entries.get(id);
  if (held !== undefined) {
    held.hops = Math.min(held.hops, hops + 1);
    return true;
  }
  const now = ground.clock.now();
  const left = me.left.get(id);
  const namings = namingsOf(me, now, by);
  const refusal = refusalToLook(
    {
      ...{ hops, blocked: false, left: left === undefined ? null : new Date(left) },
      ...{ namedToday: namings.count, unproved: namings.unproved },
      siblings: me.siblings.get(domainOf(ground, id)) ?? 0,
    },
    new Date(now),
  );
  if (refusal !== null) return refusal !== "too-many" && refusal !== "too-many-unproved";
  namings.count += 1;
  enter(me, ground, id, hops + 1, by);
  // Strangers are looked at one after the other, five a second.
  me.free = Math.max(me.free, now) + second / 5;
  ground.clock.after(me.free - now, () => {
    visit(ground, me, id, false);
    if (tells && me.entries.get(id)?.known === true) announce(ground, me, id, by);
  });
  return true;
}

/** A member goes and sees what an origin says today. `again` when that was due; others keep their own hour. */
export function visit(ground: Ground, me: Member, id: number, again = true): void {
  const entry = me.entries.get(id);
  if (entry === undefined) return;
  if (!me.truth.up) {
    me.missed.push(id);
    return;
  }
  me.tally.requests += 1;
  const other = ground.truthOf(id);
  if (other === null || !ground.reaches(me.truth, other)) failed(ground, me, id, entry);
  else if (other.left) depart(ground, me, id);
  else {
    read(ground, me, other, entry, again);
    wait(ground, me, id, entry);
  }
}

function failed(ground: Ground, me: Member, id: number, entry: Entry): void {
  entry.failures += 1;
  me.tally.vain += 1;
  const standing = standingOf(new Date(entry.seen), ground.clock.date(), entry.known);
  if (standing === "forgotten") return drop(me, ground, id);
  if (standing === "hidden") unlist(me, id);
  wait(ground, me, id, entry);
}

function wait(ground: Ground, me: Member, id: number, { failures, known }: Entry): void {
  const { clock, chance } = ground;
  const next = nextVisit(failures, chance.next(), clock.date(), known);
  clock.after(next.getTime() - clock.date().getTime(), () => visit(ground, me, id));
}

/** Its own origin says that it is gone; nobody else can. */
export function depart(ground: Ground, me: Member, id: number): void {
  drop(me, ground, id);
  me.left.set(id, ground.clock.now());
}

function read(ground: Ground, me: Member, other: Truth, entry: Entry, again: boolean): void {
  const first = !entry.known;
  if (first && refusalToKnow({ capable: true, discoverable: true, claimed: isClaimed(other) }) !== null) {
    entry.failures += 1;
    return;
  }
  entry.failures = 0;
  entry.seen = ground.clock.now();
  know(me, ground, other.id, entry);
  const changed = readOffers(me, other, entry);
  const approved = me.approved.has(other.id);
  if (readsDirectory(first, approved, me.entries.size, ground.chance.next())) readDirectory(ground, me, other, entry);
  if (changed && again && !first) announce(ground, me, other.id, null);
}

/** Gives whether it offers something else than what was held. */
export function readOffers(me: Member, other: Truth, entry: Entry): boolean {
  const held = entry.digest;
  if (held === other.digest) return false; // answered by 304
  const { fetch } = differences(held ?? new Map(), other.digest);
  me.tally.requests += 1 + Math.ceil(fetch.length / offersAnAnswer);
  entry.digest = other.digest;
  return true;
}

/** What one answer holds of sheets, and of names. */
const offersAnAnswer = 20;
const namesAPage = 200;

function readDirectory(ground: Ground, me: Member, other: Truth, entry: Entry): void {
  const { directory } = other;
  const pages = Math.min(budget.pages, Math.ceil(directory.length / namesAPage));
  me.tally.requests += entry.read === directory.length ? 1 : Math.max(1, pages);
  const end = Math.min(directory.length, budget.named);
  for (; entry.read < end; entry.read += 1) {
    const id = directory[entry.read] ?? 0;
    const stands = !isHonest(other) || other.listed.has(id);
    if (stands && !hearName(ground, me, id, other.id)) return;
  }
}
