import { sql } from "kysely";
import type { Digest } from "../../src/catalogue/gossip.ts";
import type { Reader } from "../../src/foundation/database.ts";
import { mostListed } from "../../src/listed-funding/listed-funding.ts";
import { requestSheetDocument } from "../actors/campaign.ts";
import { findCampaign } from "../actors/campaigns.ts";
import { findLocal } from "../actors/local.ts";
import { actorIri, proposalIri } from "../addresses.ts";
import type { Reach } from "../reach.ts";

/** How long one that is over is still shown to others. */
const shownAfter = "90 days";

async function listShown(reader: Reader): Promise<readonly { readonly id: string; readonly version: string }[]> {
  const { rows } = await sql<{ id: string; version: string }>`
    select id, version || '.' || (select count(*) from pledges where request = funding_requests.id) as version
    from funding_requests
    where opened is not null and (ended is null or ended > now() - ${shownAfter}::interval)
    order by opened desc, id limit ${mostListed}`.execute(reader);
  return rows;
}

/** The version of each of our own requests that others may list, by its actor. */
export async function listOwnFunding(reader: Reader, origin: string): Promise<Digest> {
  const shown = await listShown(reader);
  return new Map(shown.map(({ id, version }) => [actorIri(origin, { id, kind: "campaign" }), version]));
}

/** Where their proposals stand, for whoever walks the collection. */
export async function listOwnRequests(reader: Reader, origin: string): Promise<readonly string[]> {
  return (await listShown(reader)).map(({ id }) => proposalIri(origin, id));
}

/** The data sheets of those of these ids that are requests of ours. */
export async function listOwnRequestSheets(reach: Reach, ids: readonly string[]): Promise<readonly object[]> {
  const local = ids.length === 0 ? null : await findLocal(reach.db, reach, new Date());
  if (local === null) return [];
  const sheets: object[] = [];
  for (const id of ids) {
    const campaign = await findCampaign(reach.db, local, id);
    if (campaign) sheets.push(requestSheetDocument(local, campaign));
  }
  return sheets;
}
