import type { Reader } from "../src/foundation/database.ts";
import type { PledgeSent } from "../src/sent-pledges/events.ts";
import { holdingOf, latestOf, type SentPledge } from "../src/sent-pledges/sent-pledge.ts";
import { findPartyActor } from "./actors/party-actor.ts";
import { activityIri, actorIri, agreementIri, type LocalActor } from "./addresses.ts";
import { stipulated } from "./agreements.ts";
import type { Outgoing } from "./delivery/deliveries.ts";
import { type Agreement, writeConfirmation, writeOffer, writePromise } from "./vocabulary/agreement.ts";
import { writeAmount } from "./vocabulary/amounts.ts";
import { writeOfferUndo } from "./vocabulary/exchange.ts";

/** The document of a promise of somebody here, which the other instance fetches; null where its party has no actor any more. */
export async function promiseDocument(reader: Reader, origin: string, pledge: SentPledge): Promise<object | null> {
  const speaker = await findPartyActor(reader, pledge.party);
  if (speaker === null) return null;
  const { version, promised, words, said } = holdingOf(pledge);
  const { condition, visibility, validUntil: until } = promised;
  const total = condition?.total ?? null;
  return writePromise(agreementOf(origin, pledge, speaker), {
    ...{ to: pledge.campaign, version, visibility, words, until, made: pledge.made, changed: said },
    condition: condition && {
      total: total === null ? null : writeAmount(total, pledge.currency),
      participants: condition.participants,
    },
  });
}

/** What is said of a promise to the instance that counts it, signed as its party's own actor; null where there is nothing to say. */
export async function sentActivity(
  reader: Reader,
  origin: string,
  pledge: SentPledge,
  deed: PledgeSent["deed"],
): Promise<Outgoing | null> {
  const speaker = await findPartyActor(reader, pledge.party);
  const id = { offer: holdingOf(pledge).offer, undo: pledge.undo, confirm: pledge.confirming }[deed];
  if (speaker === null || id === null) return null;
  const exchange = { id: activityIri(origin, id), actor: actorIri(origin, speaker), to: pledge.campaign };
  const document = documentOf(origin, pledge, { deed, exchange, speaker });
  if (document === null) return null;
  const outgoing = { id, actor: speaker.id, type: String(document["type"]), public: false };
  return { ...outgoing, body: JSON.stringify(document) };
}

interface Saying {
  readonly deed: PledgeSent["deed"];
  readonly exchange: Parameters<typeof writeOffer>[0];
  readonly speaker: LocalActor;
}

function documentOf(
  origin: string,
  pledge: SentPledge,
  { deed, exchange, speaker }: Saying,
): Readonly<Record<string, unknown>> | null {
  switch (deed) {
    case "offer":
      return writeOffer(exchange, agreementOf(origin, pledge, speaker), holdingOf(pledge).said);
    case "undo":
      return writeOfferUndo(exchange, activityIri(origin, latestOf(pledge).offer), agreementIri(origin, pledge.id));
    case "confirm":
      return pledge.agreement === null ? null : writeConfirmation(exchange, pledge.agreement);
  }
}

function agreementOf(origin: string, pledge: SentPledge, speaker: LocalActor): Agreement {
  const { proposal, currency } = pledge;
  return {
    ...{ id: agreementIri(origin, pledge.id), by: actorIri(origin, speaker), url: null },
    ...stipulated(holdingOf(pledge).promised, proposal, currency),
  };
}
