import { findOwnHost, listOwnOffers } from "../src/catalogue/own.ts";
import type { Reader } from "../src/foundation/database.ts";
import { findFunding } from "../src/funding/queries.ts";
import { findHost } from "../src/hosts/queries.ts";
import { findOffer } from "../src/offers/queries.ts";
import { requestSheetDocument } from "./actors/campaign.ts";
import { findCampaign } from "./actors/campaigns.ts";
import { findLocal } from "./actors/local.ts";
import { hostSheet, offerSheet } from "./addresses.ts";
import type { Reach } from "./reach.ts";
import { ownAddresses } from "./swarm/own-addresses.ts";
import { writeHostSheet, writeOfferSheet } from "./swarm/sheets.ts";

/** Everything the host says of itself or of an offer, or a request of itself, as JSON, at its data sheet's path; null when there is none. */
export async function findSheet(reader: Reader, reach: Reach, path: string): Promise<object | null> {
  const [, kind, name] = /^\/(hosts|offers|funding)\/([a-z0-9_-]{1,80})\/datasheet\.json$/.exec(path) ?? [];
  if (kind === undefined || name === undefined) return null;
  if (kind === "funding") return requestAt(reader, reach, name);
  return kind === "hosts" ? hostAt(reader, reach.origin, name) : offerAt(reader, reach.origin, name);
}

async function hostAt(reader: Reader, origin: string, handle: string): Promise<object | null> {
  const [host, sheet] = [await findHost(reader), await findOwnHost(reader, ownAddresses(origin))];
  if (host === null || sheet === null || host.handle !== handle) return null;
  return writeHostSheet(sheet, hostSheet(origin, handle), host.changed);
}

async function requestAt(reader: Reader, reach: Reach, code: string): Promise<object | null> {
  const [local, request] = [await findLocal(reader, reach, new Date()), await findFunding(reader, code)];
  const campaign = local && request && (await findCampaign(reader, local, request.id));
  return local && campaign && requestSheetDocument(local, campaign);
}

async function offerAt(reader: Reader, origin: string, slug: string): Promise<object | null> {
  const [host, offer] = [await findOwnHost(reader, ownAddresses(origin)), await findOffer(reader, slug)];
  if (host === null || offer === null || offer.state !== "published") return null;
  const [sheet] = await listOwnOffers(reader, host.actor, ownAddresses(origin), [offer.id]);
  return sheet ? writeOfferSheet(sheet, offerSheet(origin, slug)) : null;
}
