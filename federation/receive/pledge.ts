import type { Transaction } from "../../src/foundation/database.ts";
import { type Outcome, refused } from "../../src/foundation/outcome.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { isPublic } from "../../src/funding/life.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import type { OfferRefusal } from "../../src/pledges/agreement-words.ts";
import { keepAgreement } from "../../src/pledges/agreements.ts";
import { digestOf } from "../../src/pledges/ledger.ts";
import { changePledge } from "../../src/pledges/making.ts";
import { crowdedBy, findPledgeMessage, notePledgeMessage } from "../../src/pledges/messages.ts";
import type { Entry } from "../../src/pledges/pledges.ts";
import { proposalIri, readLocal } from "../addresses.ts";
import { campaignIri } from "../agreements.ts";
import { sameOrigin } from "../guard/origins.ts";
import { type ReadAgreement, readAgreement } from "../vocabulary/agreement.ts";
import {
  type Asking,
  documentAt,
  type Effect,
  type Heard,
  noEffect,
  type Receiver,
  type ReceivingReach,
} from "./activity.ts";
import { answerOffer, type Pledging, pledgerOf } from "./pledge-answers.ts";
import { promisedBy } from "./promised.ts";

/**
 * Someone promises something towards a request of ours: an agreement inside the Offer, or at its address at their server,
 * which then says all of it. Each is answered, the same again when it is repeated.
 */
export const hearPledge: Receiver = (reach, heard) => {
  const inside = readAgreement(heard.object);
  const requests = requestsNamed(reach.origin, heard, inside);
  if (requests.length === 0) return noEffect;
  if (inside?.id == null) return answering(reach, heard, requests, { read: inside, document: heard.object });
  return sameOrigin(inside.id, heard.actor)
    ? fetchFirst(reach, heard, requests, inside.id)
    : answering(reach, heard, requests, { read: inside, document: null });
};

/** The requests that an activity is addressed to, else the one whose proposal it names. */
export function requestsNamed(origin: string, { addressed }: Heard, inside: ReadAgreement | null): readonly string[] {
  const local = addressed.flatMap((iri) => readLocal(origin, iri) ?? []);
  const actors = local.flatMap((one) => (one.thing === "actor" ? [one.id] : [])).slice(0, 3);
  const named = readLocal(origin, (inside?.satisfies ?? "").replace(/#[a-z]+$/, ""));
  return actors.length > 0 ? actors : named?.thing === "proposal" ? [named.id] : [];
}

/** What was offered, as it was read; null where it cannot be. */
interface Offered {
  readonly read: ReadAgreement | null;
  /** As it came, for what may be disputed of it. */
  readonly document: unknown;
}

// What stands inside an activity is a hint: the address is the authority (FEP-fe34).
async function fetchFirst(
  reach: ReceivingReach,
  heard: Heard,
  requests: readonly string[],
  id: string,
): Promise<Effect> {
  const inside = readAgreement(heard.object);
  const document = await documentAt(reach, id);
  const there = readAgreement(document);
  const read = there?.id === id && there.by === heard.actor ? there : null;
  const broken = inside?.quantity === null && read !== null; // what is said aloud has to be an amount too
  return answering(reach, heard, requests, { read: broken ? { ...read, quantity: null } : read, document });
}

function answering(reach: ReceivingReach, heard: Heard, requests: readonly string[], offered: Offered): Asking {
  return { answer: (tx) => answer(tx, reach, heard, { requests, offered }) };
}

interface Coming {
  readonly requests: readonly string[];
  readonly offered: Offered;
}

async function answer(tx: Transaction, reach: ReceivingReach, heard: Heard, { requests, offered }: Coming) {
  const now = new Date();
  const known = await findPledgeMessage(tx, heard.id);
  if (known !== null && known.actor !== heard.actor) return;
  const request = await findRequest(tx, known ? [known.request] : requests);
  const pledger = request && (await pledgerOf(tx, heard.actor, now));
  if (request === null || pledger === null) return;
  const pledging: Pledging = { tx, origin: reach.origin, request, pledger, message: heard.id };
  await (known === null ? answerFirst(pledging, heard, offered, now) : answerOffer(pledging, known));
}

/** It has not been heard before. */
async function answerFirst(pledging: Pledging, heard: Heard, offered: Offered, now: Date): Promise<void> {
  const { tx, origin, request, pledger } = pledging;
  const room = await crowdedBy(tx, heard.actor, now);
  if (room === "silent") return;
  const { id: by } = pledger.party;
  const made: Outcome<Entry, OfferRefusal> =
    room === "full" ? refused("too-many-messages") : await decide(tx, heard, offered, { request, by, now, origin });
  const about = made.done
    ? { pledge: made.value.pledge, number: made.value.number, reason: null }
    : { pledge: null, number: null, reason: made.reason };
  if (made.done) await keepAgreement(tx, { pledge: made.value.pledge, request: request.id, actor: heard.actor }, now);
  const message = { message: heard.id, actor: heard.actor, request: request.id, ...about };
  await notePledgeMessage(tx, message, now);
  await answerOffer(pledging, message);
}

/** The request that is open for everyone to read; a draft is nobody's to promise towards. */
export async function findRequest(tx: Transaction, ids: readonly string[]): Promise<FundingRequest | null> {
  for (const id of ids) {
    const found = await findFundingById(tx, id);
    if (found !== null && isPublic(found)) return found;
  }
  return null;
}

interface Deciding {
  readonly request: FundingRequest;
  /** The id of the party. */
  readonly by: string;
  readonly now: Date;
  readonly origin: string;
}

async function decide(
  tx: Transaction,
  { id, actor, addressed }: Heard,
  { read, document }: Offered,
  { request, by, now, origin }: Deciding,
): Promise<Outcome<Entry, OfferRefusal>> {
  if (!addressed.includes(campaignIri(origin, request.id))) return refused("not-addressed");
  if (read?.id != null && !sameOrigin(read.id, actor)) return refused("agreement-of-another");
  if (read === null) return refused("agreement-unreadable");
  const { currency } = request.terms.goal;
  const promised = promisedBy(read, { proposal: proposalIri(origin, request.id), currency });
  if (!promised.done) return promised;
  const papers = { source: read.id ?? id, words: read.words, digest: digestOf(JSON.stringify(document)) };
  const saying = { request: request.id, by, now, papers };
  const said = await changePledge(tx, null, { version: read.version, promised: promised.value }, saying);
  return said.done && said.value.act === "lapse" ? refused("pledge-lapsed") : said;
}
