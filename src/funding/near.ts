import { nearnessOf, placeOf } from "../directory/place.ts";
import type { Reader } from "../foundation/database.ts";
import type { Territory } from "../hosts/host.ts";
import type { FundingContent, FundingRequest } from "./funding.ts";
import { listFunding } from "./queries.ts";

/** What an offer is for, and where; without a territory, where its host is. */
export interface Offered {
  readonly needs: readonly string[];
  readonly territory: Territory | null;
}

/** How many open requests are looked through, the newest first. */
const looked = 500;

/**
 * The open requests of others that these offers could answer: a need of theirs, where they are there for people, asked of
 * every host, and not answered yet. The newest first. `here` is where the host is, for offers that say nothing else.
 */
export async function listRequestsNear(
  reader: Reader,
  offers: readonly Offered[],
  here: Territory | null,
): Promise<readonly FundingRequest[]> {
  if (offers.length === 0) return [];
  const open = await listFunding(reader, { states: ["open", "reached"], limit: looked });
  const answered = await listAnswered(reader);
  return open.filter(
    ({ id, requester, content }) =>
      requester.kind !== "host" && !answered.has(id) && couldAnswer(content, offers, here),
  );
}

/** Whether a request asks every host, and one of these offers is for one of its needs and there for one of its places. */
export function couldAnswer(content: FundingContent, offers: readonly Offered[], here: Territory | null): boolean {
  return content.call.to === "everyone" && offers.some((offer) => fits(content, offer, offer.territory ?? here));
}

function fits(content: FundingContent, { needs }: Offered, territory: Territory | null): boolean {
  if (!content.needs.some((need) => needs.includes(need))) return false;
  const places = content.territories;
  return places.length === 0 || places.some((code) => nearnessOf(territory, placeOf(code)) !== null);
}

/** The requests that our host has answered. */
async function listAnswered(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom("fundingProposals")
    .innerJoin("parties", "parties.id", "fundingProposals.party")
    .select("request")
    .where("parties.kind", "=", "host")
    .execute();
  return new Set(rows.map(({ request }) => request));
}
