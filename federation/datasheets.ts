import { findAvailability } from "../src/availability/queries.ts";
import type { Reader } from "../src/foundation/database.ts";
import { findHost } from "../src/hosts/queries.ts";
import { findOffer } from "../src/offers/queries.ts";
import { actorIri, hostSheet, offerSheet, proposalIri } from "./addresses.ts";
import { decimalsOf } from "./vocabulary/datasheet.ts";

/** Everything the host says of itself or of an offer, as JSON, at its data sheet's path; null when there is none. */
export async function findSheet(reader: Reader, origin: string, path: string): Promise<object | null> {
  const [, kind, name] = /^\/(hosts|offers)\/([a-z0-9_-]{1,80})\/datasheet\.json$/.exec(path) ?? [];
  if (kind === undefined || name === undefined) return null;
  return kind === "hosts" ? hostAt(reader, origin, name) : offerAt(reader, origin, name);
}

async function hostAt(reader: Reader, origin: string, handle: string): Promise<object | null> {
  const host = await findHost(reader);
  if (host === null || host.handle !== handle) return null;
  const actor = actorIri(origin, { id: host.id, kind: "host" });
  return { id: hostSheet(origin, handle), actor, changed: host.changed, profile: host.profile };
}

async function offerAt(reader: Reader, origin: string, slug: string): Promise<object | null> {
  const offer = await findOffer(reader, slug);
  if (offer === null || offer.state !== "published") return null;
  const { id, changed, published, version, content } = offer;
  const actor = actorIri(origin, { id, kind: "offer" });
  const availability = await findAvailability(reader, id);
  const about = { id: offerSheet(origin, slug), actor, proposal: proposalIri(origin, id), version, published, changed };
  return { ...about, availability, offer: decimalsOf(content) };
}
