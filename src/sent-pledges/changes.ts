import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Cents } from "../offers/price.ts";
import type { Promised } from "../pledges/pledges.ts";
import type { PledgeSent } from "./events.ts";
import { countSaid, findSentPledge } from "./queries.ts";
import { latestOf, mostSaidADay, type SentPledge } from "./sent-pledge.ts";

/** Why a promise is not even sent. What the other instance thinks of it, it says itself. */
export type SendRefusal =
  | "request-over"
  | "deadline-passed"
  | "pledge-too-small"
  | "pledge-too-large"
  | "valid-in-the-past"
  | "too-many-today"
  | "pledge-withdrawn"
  | "pledge-lapsed"
  | "not-yours"
  | "nothing-to-confirm";

/** A request of another instance, as far as a promise towards it needs it. */
export interface Toward {
  readonly campaign: string;
  readonly proposal: string;
  readonly page: string;
  readonly title: string;
  readonly currency: string;
  /** Whether it took promises when it was last heard of. */
  readonly open: boolean;
  readonly closes: Date | null;
  readonly minimumPledge: Cents | null;
  readonly most: Cents;
}

/** What is promised, with the words for help in kind. */
export interface Sending {
  readonly promised: Promised;
  readonly words: string | null;
}

/** Who says it, and when. */
export interface Saying {
  /** The id of a party that has an actor here. */
  readonly by: string;
  readonly now: Date;
}

type Sent = Promise<Outcome<SentPledge, SendRefusal>>;

/** Promises something towards a request of another instance: it is sent in the name of the party's own actor, and counts once that instance has accepted it. */
export async function promiseElsewhere(tx: Transaction, toward: Toward, sending: Sending, { by, now }: Saying): Sent {
  const reason = refusalToSend(toward, sending, now) ?? (await refusalOfToday(tx, by, now));
  if (reason !== null) return refused(reason);
  const { campaign, proposal, page, title, currency } = toward;
  const id = randomUUID();
  const row = { id, party: by, campaign, proposal, page, title, currency, made: now, changed: now };
  await tx.insertInto("sentPledges").values(row).execute();
  await addVersion(tx, { id, version: 1, sending, now });
  return done(await need(tx, id));
}

/** Promises something else in its place. */
export async function promiseOtherwise(
  tx: Transaction,
  id: string,
  toward: Toward,
  sending: Sending,
  { by, now }: Saying,
): Sent {
  const pledge = await hold(tx, id);
  const reason =
    refusalToSpeak(pledge, by) ?? refusalToSend(toward, sending, now) ?? (await refusalOfToday(tx, by, now));
  if (reason !== null) return refused(reason);
  await tx.updateTable("sentPledges").set({ changed: now, reason: null }).where("id", "=", id).execute();
  await addVersion(tx, { id, version: latestOf(pledge).version + 1, sending, now });
  return done(await need(tx, id));
}

/** Takes a promise back, for good. */
export async function withdrawElsewhere(tx: Transaction, id: string, { by, now }: Saying): Sent {
  const pledge = await hold(tx, id);
  const reason = refusalToSpeak(pledge, by);
  if (reason === "pledge-withdrawn") return done(pledge);
  if (reason !== null) return refused(reason);
  const undone = { withdrawn: now, undo: randomUUID(), changed: now, reason: null };
  await tx.updateTable("sentPledges").set(undone).where("id", "=", id).execute();
  await tellSent(tx, id, "undo", now);
  return done(await need(tx, id));
}

/** Says again that a promise holds, once the other instance asks that. */
export async function confirmElsewhere(tx: Transaction, id: string, { by, now }: Saying): Sent {
  const pledge = await hold(tx, id);
  const reason = refusalToSpeak(pledge, by);
  if (reason !== null) return refused(reason);
  if (pledge.confirmUntil === null) return refused("nothing-to-confirm");
  if (pledge.confirming !== null) return done(pledge);
  const confirmed = { confirming: randomUUID(), changed: now, reason: null };
  await tx.updateTable("sentPledges").set(confirmed).where("id", "=", id).execute();
  await tellSent(tx, id, "confirm", now);
  return done(await need(tx, id));
}

function refusalToSend({ open, closes, minimumPledge, most }: Toward, { promised }: Sending, now: Date) {
  const { amount, validUntil } = promised;
  if (!open) return "request-over";
  if (closes !== null && closes <= now) return "deadline-passed";
  if (amount !== null && amount < (minimumPledge ?? 1)) return "pledge-too-small";
  if (amount !== null && amount > most) return "pledge-too-large";
  return validUntil !== null && validUntil <= now ? "valid-in-the-past" : null;
}

/** Nobody floods other instances in our name. What is taken back or confirmed is not counted: that is always possible. */
async function refusalOfToday(tx: Transaction, party: string, now: Date): Promise<SendRefusal | null> {
  await sql`select from parties where id = ${party} for no key update`.execute(tx); // one at a time, so that none slips past
  const said = await countSaid(tx, party, new Date(now.getTime() - 24 * 3_600_000));
  return said >= mostSaidADay ? "too-many-today" : null;
}

function refusalToSpeak({ party, withdrawn, standing }: SentPledge, by: string): SendRefusal | null {
  if (party !== by) return "not-yours";
  if (withdrawn !== null) return "pledge-withdrawn";
  return standing === "lapsed" ? "pledge-lapsed" : null;
}

interface Adding {
  readonly id: string;
  readonly version: number;
  readonly sending: Sending;
  readonly now: Date;
}

async function addVersion(tx: Transaction, { id, version, sending: { promised, words }, now }: Adding): Promise<void> {
  const { amount, help, condition, visibility, validUntil } = promised;
  await tx
    .insertInto("sentPledgeVersions")
    .values({
      ...{ pledge: id, version, offer: randomUUID(), said: now, visibility, validUntil },
      ...{ amount, help: help?.count ?? null, helpUnit: help?.unit ?? null, words: help === null ? null : words },
      ...{ totalAtLeast: condition?.total ?? null, participantsAtLeast: condition?.participants ?? null },
    })
    .execute();
  await tellSent(tx, id, "offer", now);
}

/** Has it said to the other instance, as soon as this is committed. */
async function tellSent(tx: Transaction, sent: string, deed: PledgeSent["deed"], now: Date): Promise<void> {
  const event: PledgeSent = { id: randomUUID(), name: "sent-pledge-changed", happened: now.toISOString(), sent, deed };
  await record(tx, event);
}

/** The promise as it stands, and stays until this transaction ends. */
export async function hold(tx: Transaction, id: string): Promise<SentPledge> {
  await sql`select from sent_pledges where id = ${id} for update`.execute(tx);
  return need(tx, id);
}

async function need(tx: Transaction, id: string): Promise<SentPledge> {
  const found = await findSentPledge(tx, id);
  if (found === null) throw new NotFound(`nothing of this id was promised elsewhere: ${id}`);
  return found;
}
