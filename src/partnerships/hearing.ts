import { randomUUID } from "node:crypto";
import type { Updateable } from "kysely";
import { findListedHost } from "../catalogue/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Partnerships } from "../foundation/tables.ts";
import type { OtherHost, Proposed } from "./changes.ts";
import { afterTheirs, type PartnershipDeed } from "./life.ts";
import { mostAsksPerDay, mostOpenFrom, type Partnership } from "./partnership.ts";
import { countFrom, findByOffer, findPartnership, listUnanswered } from "./queries.ts";
import { entering, hold, tellHeard, turn } from "./turning.ts";

/** What another host asks of ours. */
export interface Asked extends Omit<Proposed, "shown"> {
  readonly from: OtherHost;
  /** What asked it, and where the other host says it: both at its own origin. */
  readonly offer: string;
  readonly document: string;
  readonly shown: boolean;
  /** Which request of ours it answers with another proposal; null for none. */
  readonly counters: string | null;
}

/** Why a request is not even kept. */
export type HearRefusal = "too-many-open" | "too-many-today";

/** Keeps what another host asks; asked again, it is the same request. */
export async function hearAsk(tx: Transaction, asked: Asked, now: Date): Promise<Outcome<Partnership, HearRefusal>> {
  const known = await findByOffer(tx, asked.offer, asked.from.actor);
  if (known !== null) return done(known);
  const { open, today } = await countFrom(tx, asked.from.actor, now);
  if (open >= mostOpenFrom) return refused("too-many-open");
  if (today >= mostAsksPerDay) return refused("too-many-today");
  const countered = await counteredBy(tx, asked);
  if (countered !== null) await hearDeed(tx, countered.id, { deed: "counter" }, now);
  const kept = await keep(tx, { ...asked, counters: countered?.id ?? null }, now);
  await tellHeard(tx, kept.id, "ask", now);
  return done(kept);
}

/** Our own request that this one answers: only whom we asked can. */
async function counteredBy(tx: Transaction, { counters, from }: Asked): Promise<Partnership | null> {
  const found = counters === null ? null : await findPartnership(tx, counters);
  return found?.side === "asker" && found.other === from.actor ? found : null;
}

async function keep(tx: Transaction, asked: Asked, now: Date): Promise<Partnership> {
  const { from, rolesOffered, rolesWanted, shown: theirShown, ...rest } = asked;
  const id = randomUUID();
  const host = await findListedHost(tx, from.actor);
  await tx
    .insertInto("partnerships")
    .values({
      ...{ ...rest, id, side: "asked", state: "received", shown: false, theirShown, asked: now, changed: now },
      ...{ other: from.actor, otherName: from.name, otherPage: from.page },
      ...{ rolesOffered: [...rolesOffered], rolesWanted: [...rolesWanted] },
      fromUnknown: host === null || host.trust < 3,
    })
    .execute();
  return hold(tx, id);
}

/** What the other host did about it. */
export interface HeardDeed {
  readonly deed: PartnershipDeed;
  readonly change?: Updateable<Partnerships>;
}

/** Keeps what the other host did; what it may not do, or did before, changes nothing. Gives whether it changed something. */
export async function hearDeed(tx: Transaction, id: string, { deed, change = {} }: HeardDeed, now: Date) {
  const held = await hold(tx, id);
  const state = afterTheirs(held.side, held.state, deed);
  if (state === null) return false;
  await turn(tx, held, { ...entering(held, state, now), ...change }, now);
  await tellHeard(tx, id, deed, now);
  return true;
}

/** The other host says that it accepts, and where it says so: that is looked at before it counts. */
export async function hearAcceptance(tx: Transaction, id: string, document: string, now: Date): Promise<boolean> {
  const held = await hold(tx, id);
  if (afterTheirs(held.side, held.state, "accept") === null) return false;
  if (held.document !== document) await turn(tx, held, { document, settled: null }, now);
  return true;
}

/** The recurring job: what nobody answered in time is over. The other side's own clock ends it there. */
export async function expirePartnerships(tx: Transaction, now: Date): Promise<void> {
  for (const { id } of await listUnanswered(tx, now)) {
    const held = await hold(tx, id);
    await turn(tx, held, entering(held, "expired", now), now);
    await tellHeard(tx, id, "expire", now);
  }
}

/** The other host is no more, or its domain is blocked: what was open or agreed is over, and nothing more is said. */
export async function closeWith(tx: Transaction, open: readonly Partnership[], now: Date): Promise<void> {
  for (const { id } of open) {
    const held = await hold(tx, id);
    const state = held.state === "accepted" ? "ended" : held.side === "asker" ? "withdrawn" : "declined";
    await turn(tx, held, { ...entering(held, state, now), settled: now }, now);
    await tellHeard(tx, id, "end", now);
  }
}
