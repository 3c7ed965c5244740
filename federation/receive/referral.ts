import type { Transaction } from "../../src/foundation/database.ts";
import { hold } from "../../src/referrals/changes.ts";
import { findReferralByDocument, findReferralByOffer } from "../../src/referrals/queries.ts";
import { receiveReferral } from "../../src/referrals/receiving.ts";
import type { Referral } from "../../src/referrals/referrals.ts";
import { findLocal, hostIri, type Local } from "../actors/local.ts";
import { activityIri, offerPage, proposalIri, readLocal } from "../addresses.ts";
import { repeat } from "../delivery/deliveries.ts";
import { sameOrigin } from "../guard/origins.ts";
import { derivedId } from "../send/ids.ts";
import { outgoingOf } from "../send/referrals.ts";
import { type ReadReferral, readReferral, writeReferralRefusal } from "../vocabulary/referral.ts";
import { documentAt, type Effect, type Heard, noEffect, type ReceivingReach } from "./activity.ts";
import { refusals } from "./referral-words.ts";

/**
 * Another host points somebody at us. The address of the referral says all of it, and counts only while it stands there.
 * It is answered once somebody here has; whoever repeats it then hears the same.
 */
export async function receiveReferralOffer(reach: ReceivingReach, heard: Heard): Promise<Effect> {
  const inside = readReferral(heard.object);
  if (inside === null || inside.by !== heard.actor || !sameOrigin(inside.id, heard.actor)) return noEffect;
  if (readLocal(reach.origin, inside.about) === null) return noEffect;
  const there = readReferral(await documentAt(reach, inside.id));
  const shown = there?.id === inside.id && there.by === heard.actor ? there : null;
  return { answer: (tx) => answer(tx, reach, heard, shown) };
}

async function answer(tx: Transaction, reach: ReceivingReach, heard: Heard, shown: ReadReferral | null) {
  const now = new Date();
  const local = await findLocal(tx, reach, now);
  const toward = local && shown && towardUs(local, shown.about);
  if (local === null || shown === null || !toward || shown.need === "") return; // taken back meanwhile, or nothing that anybody can read
  const known = (await findReferralByDocument(tx, shown.id)) ?? (await findReferralByOffer(tx, heard.id));
  if (known !== null && !isOf(known, heard, shown)) return;
  const kept = known ?? (await keep(tx, local, heard, { shown, toward, now }));
  const inbox = await inboxOf(tx, heard.actor);
  if (inbox === null) return;
  await (kept === null ? refuse(tx, local, heard, inbox) : answerAgain(tx, local, kept, { heard, inbox }));
}

/** Whether this is what they sent on to us, and no other under the id of an Offer that was heard. */
const isOf = ({ side, other, document }: Referral, { actor }: Heard, shown: ReadReferral): boolean =>
  side === "taker" && other === actor && document === shown.id;

interface Toward {
  readonly title: string | null;
  readonly page: string | null;
}

/** What of ours somebody is pointed to; null where it is nothing of ours, or no more. */
function towardUs(local: Local, about: string): Toward | null {
  if (about === hostIri(local)) return { title: null, page: null };
  const found = local.offers.find(({ offer }) => proposalIri(local.origin, offer.id) === about)?.offer;
  return found ? { title: found.content.title, page: offerPage(local.origin, found.slug) } : null;
}

interface Keeping {
  readonly shown: ReadReferral;
  readonly toward: Toward;
  readonly now: Date;
}

async function keep(
  tx: Transaction,
  { language }: Local,
  { actor, id }: Heard,
  { shown, toward, now }: Keeping,
): Promise<Referral | null> {
  const from = await findSender(tx, actor);
  const { page } = shown;
  return receiveReferral(tx, {
    shown: {
      ...{ document: shown.id, other: actor, about: shown.about, need: shown.need, handing: shown.handing },
      page: page !== null && sameOrigin(page, actor) ? page : null,
      ...{ asked: now, expires: shown.expires ?? new Date(now.getTime() + mostDays) },
    },
    ...{ offer: id, aboutTitle: toward.title, aboutPage: toward.page, language, now, ...from },
  });
}

const mostDays = 30 * 86_400_000;

/** How the host that points is called, where it is known here; the name of an actor that nobody knows is marked as such. */
async function findSender(tx: Transaction, actor: string) {
  const known = await tx
    .selectFrom("catalogueHosts")
    .select(["url", "trust", "profile"])
    .where("actor", "=", actor)
    .executeTakeFirst();
  const seen = await tx.selectFrom("remoteActors").select(["name", "url"]).where("id", "=", actor).executeTakeFirst();
  const name = (known?.profile as { name?: string } | undefined)?.name ?? seen?.name ?? new URL(actor).host;
  return {
    otherName: name.slice(0, 200),
    otherPage: known?.url ?? seen?.url ?? null,
    fromUnknown: (known?.trust ?? 0) < leastKnown,
  };
}

const leastKnown = 3;

async function inboxOf(tx: Transaction, actor: string): Promise<string | null> {
  const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", actor).executeTakeFirst();
  return row?.inbox ?? null;
}

interface Answering {
  readonly heard: Heard;
  readonly inbox: string;
}

async function answerAgain(tx: Transaction, local: Local, kept: Referral, { heard, inbox }: Answering): Promise<void> {
  const { state } = await hold(tx, kept.id);
  const deed = state === "taken" || state === "placed" ? "take" : state === "declined" ? "decline" : null;
  if (deed !== null) await repeat(tx, outgoingOf(local, { ...kept, state, offer: heard.id }, deed), inbox);
}

async function refuse(tx: Transaction, local: Local, { id: offer, actor: to }: Heard, inbox: string): Promise<void> {
  const { origin, language, host } = local;
  const id = derivedId(offer, to, "Reject");
  const exchange = { id: activityIri(origin, id), actor: hostIri(local), to };
  const body = JSON.stringify(writeReferralRefusal(exchange, offer, refusals[language].tooMany, language));
  await repeat(tx, { id, actor: host.id, type: "Reject", body, public: false }, inbox);
}
