import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { OfferState } from "../offers/offer.ts";
import {
  type AvailabilityRefusal,
  type AvailabilityState,
  type AvailabilityStatement,
  afterGivingBack,
  afterTaking,
  countedSlots,
  defaultValidDays,
  expiryOf,
  type KeptAvailability,
  letsIn,
  type OpenState,
  refusalOf,
  shownState,
  takesIn,
} from "./availability.ts";
import { validDaysOf } from "./due.ts";
import type { AvailabilityChanged, AvailabilitySettled, SaidThen } from "./events.ts";
import { StoredDetails } from "./form.ts";
import { findAvailability } from "./queries.ts";
import { noteStatement } from "./statements.ts";

/** When something is said, and how many days it is believed. */
export interface Saying {
  readonly now: Date;
  readonly validDays?: number;
  /** What was last said, by its version (0: nothing); that something was said since is a Conflict. */
  readonly version?: number;
}

/** Says whether an offer takes in new people. To say the same again is to confirm it. A draft's availability is told to nobody. */
export async function changeAvailability(
  tx: Transaction,
  slug: string,
  statement: AvailabilityStatement,
  { now, validDays = defaultValidDays, version }: Saying,
): Promise<Outcome<KeptAvailability, AvailabilityRefusal>> {
  const offer = await lockOffer(tx, slug);
  const before = await findAvailability(tx, offer.id);
  const last = before?.version ?? 0;
  if (version !== undefined && version !== last)
    throw new Conflict(`the availability of ${slug} was changed meanwhile`);
  if (offer.state === "withdrawn") return refused("offer-is-withdrawn");
  const reason = offer.partClosed && letsIn(statement.state) ? "part-closed" : refusalOf(statement, dayOf(now));
  if (reason !== null) return refused(reason);
  const { state, ...details } = statement;
  const said = StoredDetails.parse(details);
  const expires = expiryOf(statement, now, validDays);
  const next: KeptAvailability = { ...said, state, confirmed: now, expires, version: last + 1 };
  await save(tx, offer.id, next, JSON.stringify(said));
  await noteStatement(tx, offer.id, next);
  const then = { ...next, before: shownState(before, now), state: shownState(next, now) };
  if (offer.state === "published") await tell(tx, offer.id, then, now);
  return done(next);
}

/** "Still true": what was last said holds for as long again. */
export async function confirmAvailability(
  tx: Transaction,
  slug: string,
  saying: Saying,
): Promise<Outcome<KeptAvailability, AvailabilityRefusal>> {
  const offer = await lockOffer(tx, slug);
  const said = await findAvailability(tx, offer.id);
  if (said === null) return refused("no-statement-yet");
  const { confirmed: _, expires: __, version: ___, ...statement } = said;
  return changeAvailability(tx, slug, statement, { validDays: validDaysOf(said), ...saying });
}

/** "All still true": what came of it for each published offer of which something was said, by its slug. */
export async function confirmAvailabilities(
  tx: Transaction,
  now: Date,
): Promise<ReadonlyMap<string, AvailabilityRefusal | null>> {
  const offers = await tx
    .selectFrom("offers")
    .innerJoin("availabilities", "availabilities.offer", "offers.id")
    .select("offers.slug")
    .where("offers.state", "=", "published")
    .orderBy("offers.id")
    .execute();
  const came = new Map<string, AvailabilityRefusal | null>();
  for (const { slug } of offers) {
    const outcome = await confirmAvailability(tx, slug, { now });
    came.set(slug, outcome.done ? null : outcome.reason);
  }
  return came;
}

/** What a person was shown before they took a place, and what they want to be said with the last one. */
export interface SlotChange {
  readonly now: Date;
  /** The free places; null where they are not counted. */
  readonly seen: number | null;
  readonly full: "closed" | "waiting-list";
}

/**
 * Says that one free place less is left. Gives the state from before, for `giveSlotBack`; null, and nothing is said, where
 * places are not counted. Refused when there are others than were `seen`.
 */
export async function takeSlot(
  tx: Transaction,
  slug: string,
  { now, seen, full }: SlotChange,
): Promise<Outcome<OpenState | null, AvailabilityRefusal | "slots-changed">> {
  const said = await lockStatement(tx, slug, now);
  if ((said && countedSlots(said, now)) !== seen) return refused("slots-changed");
  const next = said && afterTaking(said, full, dayOf(now));
  if (said === null || next === null || !takesIn(said.state)) return done(null);
  const outcome = await restate(tx, slug, said, next, now);
  return outcome.done ? done(said.state) : outcome;
}

/** Says that a place is free again that `takeSlot` took; false, and nothing is said, where that would be wrong by now. */
export async function giveSlotBack(
  tx: Transaction,
  slug: string,
  before: OpenState,
  now: Date,
): Promise<Outcome<boolean, AvailabilityRefusal>> {
  const said = await lockStatement(tx, slug, now);
  const next = said && afterGivingBack(said, before);
  if (said === null || next === null) return done(false);
  const outcome = await restate(tx, slug, said, next, now);
  return outcome.done ? done(true) : outcome;
}

/** Tells, once for each, of the statements that have just become too old to be believed; returns how many. */
export async function expireAvailabilities(tx: Transaction, now: Date): Promise<number> {
  const expired = await tx
    .updateTable("availabilities")
    .from("offers")
    .set({ expired: now })
    .whereRef("offers.id", "=", "availabilities.offer")
    .where("availabilities.expired", "is", null)
    .where("availabilities.expires", "<=", now)
    .returning(["availabilities.offer", "availabilities.state as before", "offers.state"])
    .execute();
  const published = expired.filter(({ state }) => state === "published");
  for (const { offer, before } of published) {
    await tell(tx, offer, { ...nothingKnown, before: before as AvailabilityState, state: "unknown" }, now);
  }
  return published.length;
}

/** What is believed of an offer, for whoever is about to say something else; null when it says nothing any more. */
async function lockStatement(tx: Transaction, slug: string, now: Date): Promise<KeptAvailability | null> {
  const offer = await lockOffer(tx, slug);
  const said = offer.state === "withdrawn" ? null : await findAvailability(tx, offer.id);
  return said === null || shownState(said, now) === "unknown" ? null : said;
}

/** Another statement, believed for as many days as the one before. */
async function restate(
  tx: Transaction,
  slug: string,
  { confirmed, expires }: KeptAvailability,
  { state, slots, capacity, nextOpening, waves, approval, territory, message }: AvailabilityStatement,
  now: Date,
): Promise<Outcome<KeptAvailability, AvailabilityRefusal>> {
  const statement = { state, slots, capacity, nextOpening, waves, approval, territory, message };
  const validDays = Math.max(1, Math.round((expires.getTime() - confirmed.getTime()) / 86_400_000));
  return changeAvailability(tx, slug, statement, { now, validDays });
}

const nothingKnown = { slots: null, nextOpening: null, message: null };

/** Only one at a time says something of an offer. */
async function lockOffer(tx: Transaction, slug: string): Promise<LockedOffer> {
  const row = await tx
    .selectFrom("offers")
    .select(["id", "state", "partClosed"])
    .where("slug", "=", slug)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new NotFound(`there is no offer ${slug}`);
  return { ...row, state: row.state as OfferState };
}

interface LockedOffer {
  readonly id: string;
  readonly state: OfferState;
  /** One of those who make it together has closed its part. */
  readonly partClosed: boolean;
}

async function save(
  tx: Transaction,
  offer: string,
  { state, confirmed, expires, version }: KeptAvailability,
  details: string,
): Promise<void> {
  const columns = { state, details, confirmed, expires, version, expired: null, reminded: null };
  await tx
    .insertInto("availabilities")
    .values({ offer, ...columns })
    .onConflict((conflict) => conflict.column("offer").doUpdateSet(columns))
    .execute();
}

/** A new state is told at once; of details directories hear at once, those who follow once for all within a minute. */
async function tell(
  tx: Transaction,
  offer: string,
  { before, state, slots, nextOpening, message }: SaidThen,
  now: Date,
): Promise<void> {
  const flipped = before !== state;
  const event: AvailabilityChanged = {
    id: randomUUID(),
    name: "availability-changed",
    happened: now.toISOString(),
    offer,
    flipped,
    said: { before, state, slots, nextOpening, message },
  };
  await record(tx, event);
  if (flipped) return;
  const settled: AvailabilitySettled = {
    ...{ id: randomUUID(), name: "availability-settled", happened: event.happened, offer },
  };
  await record(tx, settled, { subject: offer, seconds: 60 });
}
