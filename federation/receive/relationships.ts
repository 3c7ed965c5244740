import type { Transaction } from "../../src/foundation/database.ts";
import { sameOrigin } from "../guard/origins.ts";
import { isPartnership } from "../vocabulary/partnership.ts";
import {
  type Asking,
  documentAt,
  type Effect,
  type Heard,
  noEffect,
  type Receiver,
  type ReceivingReach,
} from "./activity.ts";
import {
  hearPartnershipAnswer,
  hearPartnershipNews,
  hearPartnershipOffer,
  hearPartnershipUndo,
} from "./partnership.ts";
import type { Reference } from "./reference.ts";

/** What may be offered between two hosts, one line each: how it is known, and who hears it. */
const offers: readonly (readonly [
  is: (json: unknown) => boolean,
  hear: (reach: ReceivingReach, heard: Heard) => Effect,
])[] = [[isPartnership, hearPartnershipOffer]];

/** Who may be meant by an answer to what we offered, in turn; each says whether it was. */
const answers: readonly ((tx: Transaction, origin: string, heard: Heard) => Promise<boolean>)[] = [
  hearPartnershipAnswer,
];

/** Who may be meant where an offer is taken back. */
const undos: readonly ((tx: Transaction, origin: string, heard: Heard, undone: Reference) => Promise<boolean>)[] = [
  hearPartnershipUndo,
];

/** Who may be meant by news of a relationship that stands at another host. */
const news: readonly ((tx: Transaction, heard: Heard) => Promise<boolean>)[] = [hearPartnershipNews];

/** A relationship is offered: inside the activity, or at its address, which then says it. */
export const offerRelationship: Receiver = (reach, heard) => {
  if (typeof heard.object !== "string") return hearOffered(reach, heard);
  return sameOrigin(heard.object, heard.actor) ? fetchOffered(reach, heard, heard.object) : noEffect;
};

function hearOffered(reach: ReceivingReach, heard: Heard): Effect {
  return offers.find(([is]) => is(heard.object))?.[1](reach, heard) ?? noEffect;
}

async function fetchOffered(reach: ReceivingReach, heard: Heard, address: string): Promise<Effect> {
  return hearOffered(reach, { ...heard, object: await documentAt(reach, address) });
}

/** Whether an answer was to a relationship that we offered. */
export async function hearRelationshipAnswer(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  for (const hear of answers) if (await hear(tx, origin, heard)) return true;
  return false;
}

/** Whether an offered relationship was taken back. */
export async function hearRelationshipUndo(
  tx: Transaction,
  origin: string,
  heard: Heard,
  undone: Reference,
): Promise<boolean> {
  for (const hear of undos) if (await hear(tx, origin, heard, undone)) return true;
  return false;
}

/** Whether there was news of a relationship that stands at another host, told to one of ours. */
export async function hearRelationshipNews(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  if (!heard.addressed.some((iri) => iri.startsWith(`${origin}/ap/actors/`))) return false;
  for (const hear of news) if (await hear(tx, heard)) return true;
  return false;
}

/** Another proposal will come in place of what we asked. */
export const tentativelyAccept: Receiver = ({ origin }, heard): Asking => ({
  answer: async (tx) => void (await hearRelationshipAnswer(tx, origin, heard)),
});
