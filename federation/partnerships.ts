import type { Reader } from "../src/foundation/database.ts";
import { findHost } from "../src/hosts/queries.ts";
import { isOpen, isOver, type PartnershipDeed } from "../src/partnerships/life.ts";
import type { Partnership } from "../src/partnerships/partnership.ts";
import { findPartnership, listPublicPartnerships } from "../src/partnerships/queries.ts";
import { activityIri, actorIri, relationshipIri } from "./addresses.ts";
import type { Outgoing } from "./delivery/deliveries.ts";
import { originOf } from "./guard/origins.ts";
import type { Reach } from "./reach.ts";
import { derivedId } from "./send/ids.ts";
import type { Served } from "./served.ts";
import { writeTombstone } from "./vocabulary/activities.ts";
import type { Exchange } from "./vocabulary/exchange.ts";
import {
  embedPartnership,
  type PartnershipDocument,
  writeEndedPartnership,
  writePartnership,
  writePartnershipAccept,
  writePartnershipCounter,
  writePartnershipNews,
  writePartnershipOffer,
  writePartnershipReject,
  writePartnershipUndo,
} from "./vocabulary/partnership.ts";

/** Our own host, in whose name partnerships are asked and agreed. */
export interface OwnHost {
  readonly id: string;
  readonly actor: string;
  readonly name: string;
}

/** Null before the set-up. */
export async function findOwnHost(reader: Reader, origin: string): Promise<OwnHost | null> {
  const host = await findHost(reader);
  return host && { id: host.id, actor: actorIri(origin, { id: host.id, kind: "host" }), name: host.profile.name };
}

/** Our document of a partnership: all of it for the other host, and what everybody may read once both show it. */
function partnershipDocument(
  origin: string,
  own: OwnHost,
  partnership: Partnership,
  counters: string | null,
  forOther: boolean,
): PartnershipDocument {
  const { id, side, other, otherName, kind, rolesOffered, rolesWanted, shown, asked, answered } = partnership;
  const asks = side === "asker";
  const { message, about, expires } = partnership;
  return {
    ...{ id: relationshipIri(origin, id), subject: own.actor, object: other, name: `${own.name} – ${otherName}`, kind },
    // Each side says what itself does in it.
    ...(asks ? { rolesOffered, rolesWanted } : { rolesOffered: rolesWanted, rolesWanted: rolesOffered }),
    context: partnership.document ?? counters,
    given: asks ? asked : (answered ?? asked),
    ...{ standing: partnership.state === "accepted" ? "accepted" : "asked", shown },
    between: forOther
      ? { message: asks ? message : "", about, expires: isOpen(partnership.state) ? expires : null }
      : null,
  };
}

/**
 * What stands at the address of one of our partnerships. Everybody reads those that both sides show, and that one which
 * was so has ended; the other host reads all of its own; to anybody else there is nothing.
 */
export async function partnershipAt(
  reader: Reader,
  { origin }: Reach,
  id: string,
  asker: string | null,
): Promise<Served | null> {
  const found = await findPartnership(reader, id);
  if (found === null || !maySee(found, asker)) return null; // what may not be seen costs no more than what is not there
  const own = await findOwnHost(reader, origin);
  if (own === null) return null;
  const address = relationshipIri(origin, id);
  const sealed = { id: address, for: asker };
  if (isOver(found.state)) {
    const ended = found.ended ?? found.changed;
    if (asker === null)
      return { status: 410, body: JSON.stringify(writeTombstone(tombstoneOf(address, ended))), ...sealed };
    return { status: 410, body: JSON.stringify(writeEndedPartnership(address, ended, found.state)), ...sealed };
  }
  const document = partnershipDocument(origin, own, found, await counteredDocument(reader, found), asker !== null);
  return { status: 200, body: JSON.stringify(writePartnership(document)), ...sealed };
}

// Of one that was public and is over, everybody may know that it is; of one that is hidden again, nobody is told anything.
function maySee({ other, public: open, published, state }: Partnership, asker: string | null): boolean {
  return asker === null ? open || (published !== null && isOver(state)) : originOf(other) === asker;
}

const tombstoneOf = (id: string, deleted: Date) => ({ id, formerType: "Relationship", deleted });

/** Where the other host said what this request answers with another proposal. */
async function counteredDocument(reader: Reader, { counters }: Partnership): Promise<string | null> {
  return counters === null ? null : ((await findPartnership(reader, counters))?.document ?? null);
}

/** What everybody may read of whom our host works with, for whoever wants it all at once. */
export async function embeddedPartners(reader: Reader, origin: string): Promise<readonly unknown[]> {
  const own = await findOwnHost(reader, origin);
  if (own === null) return [];
  const all = await listPublicPartnerships(reader);
  return all.map((one) => embedPartnership(partnershipDocument(origin, own, one, null, false)));
}

/** What is said of a partnership to the other host, of what ours did; null where nothing is to be said any more. */
export async function partnershipActivity(
  reader: Reader,
  origin: string,
  partnership: Partnership,
  deed: PartnershipDeed,
): Promise<Outgoing | null> {
  const own = await findOwnHost(reader, origin);
  if (own === null) return null;
  const id = activityId(partnership, deed);
  const exchange = { id: activityIri(origin, id), actor: own.actor, to: partnership.other };
  const countered = await counteredDocument(reader, partnership);
  const document = partnershipDocument(origin, own, partnership, countered, true);
  const body = JSON.stringify(written(exchange, { deed, partnership, document, origin }));
  return { id, actor: own.id, type: String(JSON.parse(body).type), body, public: false };
}

/** The same each time for the same deed: what is said again is heard once. */
function activityId({ id, side, offer, changed }: Partnership, deed: PartnershipDeed): string {
  if (deed === "ask" && side === "asker") return offer;
  return derivedId(id, deed, ...(deed === "show" ? [changed.toISOString()] : []));
}

interface Saying {
  readonly deed: PartnershipDeed;
  readonly partnership: Partnership;
  readonly document: PartnershipDocument;
  readonly origin: string;
}

function written(exchange: Exchange, { deed, partnership, document, origin }: Saying) {
  const offer = partnership.side === "asker" ? activityIri(origin, partnership.offer) : partnership.offer;
  switch (deed) {
    case "ask":
      return writePartnershipOffer(exchange, document);
    case "accept":
      return writePartnershipAccept(exchange, offer, document);
    case "decline":
      return writePartnershipReject(exchange, offer, partnership.reason);
    case "counter":
      return writePartnershipCounter(exchange, offer);
    case "withdraw":
      return writePartnershipUndo(exchange, offer, document.id);
    case "end":
      return writePartnershipNews(exchange, "Delete", document.id);
    case "show":
      return writePartnershipNews(exchange, "Update", document.id);
  }
}
