import type { Transaction } from "../../src/foundation/database.ts";
import type { FundingRequest, Party } from "../../src/funding/funding.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { type OfferRefusal, refusalWords } from "../../src/pledges/agreement-words.ts";
import { findAgreementOf } from "../../src/pledges/agreements.ts";
import { findEntry } from "../../src/pledges/ledger.ts";
import type { PledgeMessage } from "../../src/pledges/messages.ts";
import { activityIri } from "../addresses.ts";
import { agreedOn, campaignIri } from "../agreements.ts";
import { repeat } from "../delivery/deliveries.ts";
import { derivedId } from "../send/ids.ts";
import { writeAcceptance, writeRefusal } from "../vocabulary/agreement.ts";
import type { Exchange } from "../vocabulary/exchange.ts";
import { paragraphs } from "../vocabulary/html.ts";

/** Who says something of a promise from elsewhere, and where answers go. */
export interface Pledger {
  readonly party: Party;
  readonly actor: string;
  /** Their own: what is between two is read by nobody else. */
  readonly inbox: string;
}

/** The party that an actor elsewhere is, as its server showed it when it spoke; null for one that nobody has met. */
export async function pledgerOf(tx: Transaction, actor: string, now: Date): Promise<Pledger | null> {
  const row = await tx
    .selectFrom("remoteActors")
    .select(["name", "handle", "url", "inbox"])
    .where("id", "=", actor)
    .executeTakeFirst();
  if (!row) return null;
  const name = row.name ?? (row.handle === null ? new URL(actor).host : `@${row.handle}@${new URL(actor).host}`);
  return { actor, inbox: row.inbox, party: await actorParty(tx, { actor, name, address: row.url ?? actor }, now) };
}

/** One message about a promise, and the request that answers it. */
export interface Pledging {
  readonly tx: Transaction;
  readonly origin: string;
  readonly request: FundingRequest;
  readonly pledger: Pledger;
  /** The id of what was said. */
  readonly message: string;
}

/** Says whether an offer is accepted, with the agreement; the same whenever it is asked. */
export async function answerOffer(pledging: Pledging, { pledge, number, reason }: PledgeMessage): Promise<void> {
  const { tx, origin, request, message } = pledging;
  const agreement = pledge === null ? null : await findAgreementOf(tx, pledge);
  const entry = pledge === null || number === null ? null : await findEntry(tx, pledge, number);
  if (agreement === null || entry?.promised == null)
    return refuseMessage(pledging, (reason ?? "pledge-withdrawn") as OfferRefusal);
  const agreed = agreedOn(origin, agreement, request, entry.promised);
  await send(pledging, "Accept", (exchange) => writeAcceptance(exchange, message, agreed));
}

/** Says why not, in the language of the request. */
export async function refuseMessage(pledging: Pledging, reason: OfferRefusal): Promise<void> {
  const language = pledging.request.content.language.startsWith("en") ? "en" : "fr";
  const content = paragraphs(refusalWords[language][reason]);
  await send(pledging, "Reject", (exchange) => writeRefusal(exchange, pledging.message, content, language));
}

async function send(
  { tx, origin, request, pledger, message }: Pledging,
  type: "Accept" | "Reject",
  write: (exchange: Exchange) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = derivedId(message, pledger.actor, type);
  const exchange = { id: activityIri(origin, id), actor: campaignIri(origin, request.id), to: pledger.actor };
  const body = JSON.stringify(write(exchange));
  await repeat(tx, { id, actor: request.id, type, body, public: false }, pledger.inbox);
}
