import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { ReferralChanged, ReferralHeard } from "./events.ts";
import { findReferral } from "./queries.ts";
import { expiryOf, isOpen, type Referral, type ReferralAct, sideOf, stateAfter } from "./referrals.ts";

/** Where somebody is pointed: to a host that is known here, or to one that has no instance. */
export interface Toward {
  readonly other: string | null;
  readonly name: string;
  readonly page: string | null;
  readonly email: string | null;
  readonly about: string | null;
  readonly aboutTitle: string | null;
  readonly aboutPage: string | null;
}

export interface Referring {
  readonly toward: Toward;
  /** Who asks: by a request for a place, or by mail or telephone; name and address only where they are to be handed on. */
  readonly asking: Pick<Referral, "request" | "asker" | "contact" | "message">;
  /** One sentence without anything personal. */
  readonly need: string;
  readonly language: Referral["language"];
  /** Whether whoever asks is asked to be handed on. */
  readonly hand: boolean;
  readonly now: Date;
}

/** Points somebody at another host. What is theirs goes along only once they have said yes. */
export async function refer(tx: Transaction, referring: Referring): Promise<Referral> {
  const { toward, asking, need, language, hand, now } = referring;
  const { other, name, page, email, about, aboutTitle, aboutPage } = toward;
  const id = randomUUID();
  const ownPage = hand && asking.request === null;
  await tx
    .insertInto("referrals")
    .values({
      ...{ id, side: "giver", other, otherName: name, otherPage: page, otherEmail: email },
      ...{ about, aboutTitle, aboutPage, need, language, ...asking, handing: hand ? "asked" : "none" },
      ...{ state: "sent", offer: randomUUID(), token: newToken(), consentToken: ownPage ? newToken() : null },
      ...{ asked: now, changed: now, expires: expiryOf(now) },
    })
    .execute();
  await tell(tx, id, "ask", now);
  return held(tx, id);
}

// As long as a key, so that nobody can try them all.
const newToken = (): string => randomBytes(32).toString("base64url");

export type ReferralRefusal = "not-possible-now" | "reason-missing";

/** What one side does with a referral, and what it says with it. */
export interface Doing {
  readonly act: Exclude<ReferralAct, "lapse">;
  readonly said: string | null;
  readonly now: Date;
}

/** Takes it back, takes it on, declines it, or says that it became a place: by the side whose part that is. */
export async function answerReferral(
  tx: Transaction,
  id: string,
  { act, said, now }: Doing,
): Promise<Outcome<Referral, ReferralRefusal>> {
  const before = await hold(tx, id);
  const state = sideOf(act) === before.side ? stateAfter(before.state, act) : null;
  if (state === null) return refused("not-possible-now");
  if (act === "decline" && said === null) return refused("reason-missing");
  await settle(tx, before, { state, said, now });
  await tell(tx, id, deedOf(before, act), now);
  return done(await held(tx, id));
}

function deedOf({ state }: Referral, act: Doing["act"]): ReferralChanged["deed"] {
  return act === "decline" && state === "taken" ? "leave" : act;
}

/** Whoever asks lets their name, address and message be handed on, or does not; also after they said otherwise. */
export async function agreeToHand(
  tx: Transaction,
  id: string,
  agreed: boolean,
  now: Date,
): Promise<Outcome<Referral, ReferralRefusal>> {
  const before = await hold(tx, id);
  const handing = agreed ? "agreed" : "refused";
  if (before.side !== "giver" || before.handing === "none" || !isOpen(before)) return refused("not-possible-now");
  if (before.handing === handing) return done(before);
  await tx.updateTable("referrals").set({ handing, handingChanged: now, changed: now }).where("id", "=", id).execute();
  await tell(tx, id, "hand", now);
  await hear(tx, id, handing, now);
  return done(await held(tx, id));
}

/** Keeps what the other side has done; what its part is not, or what comes too late, changes nothing. */
export async function hearAct(
  tx: Transaction,
  id: string,
  { act, said, now, document = null }: Doing & { readonly document?: string | null },
): Promise<Referral | null> {
  const before = await hold(tx, id);
  const state = sideOf(act) === before.side ? null : stateAfter(before.state, act);
  if (state === null) return null;
  await settle(tx, before, { state, said, now });
  if (document !== null) await tx.updateTable("referrals").set({ document }).where("id", "=", id).execute();
  await hear(tx, id, state === "sent" || state === "lapsed" ? "came" : state, now);
  return held(tx, id);
}

/** Who asked has erased all of it: what was handed on ends with that, and the other host is told. */
export async function forgetAsker(tx: Transaction, request: string, now: Date): Promise<void> {
  const rows = await tx.selectFrom("referrals").select("id").where("request", "=", request).execute();
  for (const { id } of rows) await eraseAsker(tx, id, now);
}

/** The same for one of which no request tells. */
export async function eraseAsker(tx: Transaction, id: string, now: Date): Promise<void> {
  const { state } = await hold(tx, id);
  if (stateAfter(state, "withdraw") !== null) await answerReferral(tx, id, { act: "withdraw", said: null, now });
  await tx
    .updateTable("referrals")
    .set({ ...nothingPersonal, consentToken: null })
    .where("id", "=", id)
    .execute();
}

const nothingPersonal = { request: null, asker: null, contact: null, message: null, need: "" };

/** What nobody has answered in time is over: on both sides by the same day. */
export async function lapseReferrals(tx: Transaction, now: Date): Promise<void> {
  const late = await tx
    .selectFrom("referrals")
    .select("id")
    .where("state", "=", "sent")
    .where("expires", "<=", now)
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const { id } of late) await settle(tx, await held(tx, id), { state: "lapsed", said: null, now });
}

/** The first look at what was handed on: after that it can be read for a while only. */
export async function noteOpened(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("referrals").set({ opened: now }).where("id", "=", id).where("opened", "is", null).execute();
}

interface Settling {
  readonly state: Referral["state"];
  readonly said: string | null;
  readonly now: Date;
}

// What is over needs no link any more; what was taken back leaves no sentence either.
async function settle(tx: Transaction, before: Referral, { state, said, now }: Settling): Promise<void> {
  const over = state !== "taken" && state !== "sent";
  await tx
    .updateTable("referrals")
    .set({
      ...{ state, changed: now, answered: before.answered ?? now },
      ...(said !== null && { said }),
      ...(over && { token: null, page: null }),
      ...(over && before.request === null && { contact: null, message: null }),
      ...(state === "withdrawn" && { need: "" }),
    })
    .where("id", "=", before.id)
    .execute();
}

/** Has the other host told, as soon as this is committed. */
async function tell(tx: Transaction, referral: string, deed: ReferralChanged["deed"], now: Date): Promise<void> {
  const about = { id: randomUUID(), happened: now.toISOString(), referral };
  const event: ReferralChanged = { ...about, name: "referral-changed", deed };
  await record(tx, event);
}

/** Has those told whom it concerns here. */
export async function hear(tx: Transaction, referral: string, what: ReferralHeard["what"], now: Date): Promise<void> {
  const about = { id: randomUUID(), happened: now.toISOString(), referral };
  const event: ReferralHeard = { ...about, name: "referral-heard", what };
  await record(tx, event);
}

/** A referral as it stands, and stays until this transaction ends. */
export async function hold(tx: Transaction, id: string): Promise<Referral> {
  await tx.selectFrom("referrals").select("id").where("id", "=", id).forUpdate().execute();
  return held(tx, id);
}

async function held(tx: Transaction, id: string): Promise<Referral> {
  const found = await findReferral(tx, id);
  if (found === null) throw new NotFound(`there is no referral ${id}`);
  return found;
}
