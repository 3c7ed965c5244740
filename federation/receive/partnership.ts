import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { isCode } from "../../src/hosts/vocabularies.ts";
import { type HearRefusal, hearAcceptance, hearAsk, hearDeed } from "../../src/partnerships/hearing.ts";
import type { PartnershipDeed } from "../../src/partnerships/life.ts";
import {
  longestReason,
  type Partnership,
  type PartnershipKind,
  partnershipKinds,
} from "../../src/partnerships/partnership.ts";
import { findByDocument, findByOffer, findPartnership } from "../../src/partnerships/queries.ts";
import { findSeenHost } from "../actors/seen-host.ts";
import { activityIri, readLocal } from "../addresses.ts";
import { repeat } from "../delivery/deliveries.ts";
import { sameOrigin } from "../guard/origins.ts";
import { findOwnHost } from "../partnerships.ts";
import { derivedId } from "../send/ids.ts";
import { refusalToHear } from "../send/partnership-words.ts";
import { askToSendPartnership } from "../send/partnerships.ts";
import { plainText } from "../vocabulary/html.ts";
import { type ReadPartnership, readPartnership, writePartnershipReject } from "../vocabulary/partnership.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { type Effect, type Heard, noEffect, type ReceivingReach } from "./activity.ts";
import { type Reference, readReference } from "./reference.ts";

/** Another host asks ours to work together: its own word, signed by it. Each is answered, the same again when it is repeated. */
export function hearPartnershipOffer(reach: ReceivingReach, heard: Heard): Effect {
  const said = readPartnership(heard.object);
  if (said === null || said.subject !== heard.actor || !sameOrigin(said.id, heard.actor)) return noEffect;
  return { answer: (tx) => hearOffer(tx, reach, heard, said) };
}

async function hearOffer(tx: Transaction, reach: ReceivingReach, heard: Heard, said: ReadPartnership): Promise<void> {
  const now = new Date();
  const own = await findOwnHost(tx, reach.origin);
  const from = await findSeenHost(tx, heard.actor);
  if (own === null || from === null || said.object !== own.actor) return;
  const known = await findByOffer(tx, heard.id, heard.actor);
  if (known !== null) return answerAgain(tx, known);
  if (said.between.expires !== null && said.between.expires <= now) return; // it ends by their own clock too
  const kept = await hearAsk(tx, { ...askedIn(reach.origin, said), from, offer: heard.id }, now);
  if (!kept.done) await refuse(tx, { reach, own, heard, reason: kept.reason });
}

function askedIn(origin: string, { id: document, kind, context, shown, between, ...said }: ReadPartnership) {
  const roles = (codes: readonly string[]) => codes.filter((code) => isCode("partnershipRoles", code));
  const local = context === null ? null : readLocal(origin, context);
  return {
    ...{ document, shown, rolesOffered: roles(said.rolesOffered), rolesWanted: roles(said.rolesWanted) },
    kind: partnershipKinds.find((one) => one === kind) ?? ("joint-offer" satisfies PartnershipKind),
    counters: local?.thing === "relationship" ? local.id : null,
    ...between,
  };
}

/** Whoever asks again has missed the answer. Of what has run out nothing is said: their own clock ends it too. */
async function answerAgain(tx: Transaction, { id, state, answered }: Partnership): Promise<void> {
  const deeds = { accepted: "accept", declined: "decline", countered: "counter" } as const;
  const deed = state === "ended" && answered !== null ? "accept" : deeds[state as keyof typeof deeds];
  if (deed !== undefined) await askToSendPartnership(tx, { partnership: id, deed });
}

interface Refusing {
  readonly reach: ReceivingReach;
  readonly own: { readonly id: string; readonly actor: string };
  readonly heard: Heard;
  readonly reason: HearRefusal;
}

async function refuse(tx: Transaction, { reach, own, heard, reason }: Refusing): Promise<void> {
  const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", heard.actor).executeTakeFirst();
  if (!row) return;
  const id = derivedId(heard.id, heard.actor, "Reject");
  const exchange = { id: activityIri(reach.origin, id), actor: own.actor, to: heard.actor };
  const body = JSON.stringify(writePartnershipReject(exchange, heard.id, refusalToHear[reach.language][reason]));
  await repeat(tx, { id, actor: own.id, type: "Reject", body, public: false }, row.inbox);
}

/** The one we asked answers: only that one can. False where the answer is to something else. */
export async function hearPartnershipAnswer(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  const local = readLocal(origin, readReference(heard.object)?.id ?? "");
  const asked = local?.thing === "activity" ? await findByOffer(tx, local.id) : null;
  if (asked?.side !== "asker") return false;
  if (asked.other === heard.actor) await answered(tx, asked, heard);
  return true;
}

async function answered(tx: Transaction, asked: Partnership, { type, actor, result, content }: Heard): Promise<void> {
  const now = new Date();
  if (type === "TentativeAccept") return void (await hearDeed(tx, asked.id, { deed: "counter" }, now));
  if (type === "Reject") {
    const reason = plainText(content ?? "", longestReason) || null;
    return void (await hearDeed(tx, asked.id, { deed: "decline", change: { reason } }, now));
  }
  if (asked.state === "withdrawn") return askToSendPartnership(tx, { partnership: asked.id, deed: "withdraw" });
  const document = readReference(result)?.id ?? null;
  if (document === null || !sameOrigin(document, actor) || !indexable(document)) return;
  if (await hearAcceptance(tx, asked.id, document, now)) await askToComparePartnership(tx, asked.id);
}

/** The one who asked takes it back. False where it is about something else. */
export async function hearPartnershipUndo(tx: Transaction, { actor }: Heard, { id }: Reference): Promise<boolean> {
  const asked = id === null ? null : await findByOffer(tx, id, actor);
  if (asked?.side === "asked") await hearDeed(tx, asked.id, { deed: "withdraw" }, new Date());
  return asked !== null;
}

/** One side's document is no more, or reads otherwise. False where it is about something else. */
export async function hearPartnershipNews(tx: Transaction, { type, actor, object }: Heard): Promise<boolean> {
  const document = readReference(object)?.id ?? null;
  const known = document === null ? null : await findByDocument(tx, document, actor);
  if (known === null) return false;
  if (type === "Delete") await hearDeed(tx, known.id, { deed: "end" satisfies PartnershipDeed }, new Date());
  else await askToComparePartnership(tx, known.id);
  return true;
}

/** Has a partnership compared with what the other host's document says, at once or then. */
export async function askToComparePartnership(tx: Transaction, partnership: string, runAt?: Date): Promise<void> {
  const found = await findPartnership(tx, partnership);
  if (found === null) return;
  // What is to be looked at now does not wait for what is to be looked at tonight.
  const options = runAt
    ? { key: `compare-partnership:${partnership}`, runAt }
    : { key: `look-at-partnership:${partnership}` };
  await addJob(tx, "compare-partnership", { partnership }, options);
}
