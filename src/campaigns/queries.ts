import type { Reader } from "../foundation/database.ts";
import type { Acting } from "../funding/acting.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { isPublic, roleOf } from "../funding/life.ts";
import { findParties } from "../funding/parties.ts";
import { findFunding, findFundingById } from "../funding/queries.ts";
import { nothingPromised, talliesOf } from "../pledges/tallies.ts";
import type { Campaign } from "./campaigns.ts";

/** A request with what is promised, by what its links say; null too where nobody of these may know of it. */
export async function findCampaign(reader: Reader, code: string, reading: Reading | null): Promise<Campaign | null> {
  const request = await findFunding(reader, code);
  if (request === null || !(isPublic(request) || reading?.carries(request))) return null;
  return (await withPromises(reader, [request]))[0] ?? null;
}

/** Each request with what is promised towards it. */
export async function withPromises(reader: Reader, requests: readonly FundingRequest[]): Promise<readonly Campaign[]> {
  const tallies = await talliesOf(
    reader,
    requests.map(({ id }) => id),
  );
  return requests.map((request) => ({ request, promises: tallies.get(request.id) ?? nothingPromised }));
}

/** The failed request that one tries again, and those that try it again, as far as everybody may know of them. */
export async function findRelated(
  reader: Reader,
  { id, previous }: FundingRequest,
): Promise<{ readonly previous: FundingRequest | null; readonly next: readonly FundingRequest[] }> {
  const before = previous === null ? null : await findFundingById(reader, previous);
  const rows = await reader
    .selectFrom("fundingRequests")
    .select("id")
    .where("previous", "=", id)
    .where("opened", "is not", null)
    .orderBy("opened")
    .execute();
  const next = await Promise.all(rows.map((row) => findFundingById(reader, row.id)));
  return { previous: before !== null && isPublic(before) ? before : null, next: next.filter((one) => one !== null) };
}

/** As whom a browser reads: the parties that it acts for. */
export interface Reading {
  /** Whether one of them asks or signs. */
  carries(request: FundingRequest): boolean;
  /** The party to read a request as: the one that carries it, else the first; null for everybody. */
  partyFor(request: FundingRequest): string | null;
}

/** Who reads, of all that a browser has shown; whoever has never asked or promised is nobody in particular. */
export async function readingOf(reader: Reader, all: readonly Acting[]): Promise<Reading | null> {
  const parties = await findParties(reader, all);
  if (parties.length === 0) return null;
  const carrying = (request: FundingRequest) => parties.find((party) => roleOf(request, party) !== "other");
  return {
    carries: (request) => carrying(request) !== undefined,
    partyFor: (request) => carrying(request) ?? parties[0] ?? null,
  };
}
