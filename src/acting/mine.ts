import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { findHolding, type Holding } from "../funding/holding.ts";
import { roleOf } from "../funding/life.ts";
import { listFundingById, listFundingOf } from "../funding/queries.ts";
import { entryOf } from "../pledges/ledger.ts";
import { type PledgeState, stateOf } from "../pledges/pledge-state.ts";
import { type Entry, isConfirmed, isLive } from "../pledges/pledges.ts";
import { counts, nothingPromised, talliesOf } from "../pledges/tallies.ts";
import { type Steps, stepsOf } from "./steps.ts";

/** A request that somebody asks or carries, and what comes next. */
export interface OwnRequest {
  readonly request: FundingRequest;
  readonly next: Steps["main"] | "draft";
  /** Of a draft: whether it waits for the desk, or what the desk decided. */
  readonly holding: Holding | null;
}

/** A promise of somebody, with the request that it is for. */
interface OwnPledge {
  readonly request: FundingRequest;
  readonly id: string;
  readonly entry: Entry;
  readonly state: PledgeState;
  /** Everybody is asked to confirm, and this one is not. */
  readonly asked: boolean;
}

/** An answer that somebody gave to a request. */
interface OwnAnswer {
  readonly request: FundingRequest;
  readonly id: string;
  readonly state: string;
}

/** What somebody asked, promised and answered. */
export interface Mine {
  readonly requests: readonly OwnRequest[];
  readonly pledges: readonly OwnPledge[];
  readonly answers: readonly OwnAnswer[];
  /** Requests that try a failed one anew, to which they had promised. */
  readonly again: readonly FundingRequest[];
}

/** All that these parties asked, promised and answered, the newest request first. */
export async function findMine(reader: Reader, parties: readonly string[], now: Date): Promise<Mine> {
  const requests = await listOwnRequests(reader, parties, now);
  const pledges = await listOwnPledges(reader, parties);
  return { requests, pledges, answers: await listOwnAnswers(reader, parties), again: await listAgain(reader, pledges) };
}

/** All that these parties ask or carry, the newest first. */
export async function listOwnRequests(
  reader: Reader,
  parties: readonly string[],
  now: Date,
): Promise<readonly OwnRequest[]> {
  const own = await listFundingOf(reader, parties);
  return Promise.all(
    own.map(async (request) => {
      const holding = request.state === "draft" ? await findHolding(reader, request.id) : null;
      // Nobody but the desk can do something about a draft that waits.
      const next = holding !== null && holding.decided === null ? "wait" : nextOf(request, parties, now);
      return { request, holding, next };
    }),
  );
}

function nextOf(request: FundingRequest, parties: readonly string[], now: Date): OwnRequest["next"] {
  if (request.state === "draft") return "draft";
  const roles = parties.map((party) => roleOf(request, party));
  return stepsOf(request, roles.includes("requester") ? "requester" : "steward", now).main;
}

const isLast = sql<boolean>`not exists (select from pledges as later
  where later.pledge = pledges.pledge and later.number = pledges.number + 1)`;

async function listOwnPledges(reader: Reader, parties: readonly string[]): Promise<readonly OwnPledge[]> {
  if (parties.length === 0) return [];
  const rows = await reader
    .selectFrom("pledges")
    .selectAll()
    .where("party", "in", parties)
    .where(isLast)
    .where(sql<boolean>`(number > 1 or act = 'make')`) // not what was taken back before it came
    .orderBy("said", "desc")
    .execute();
  const entries = rows.map(entryOf);
  const requests = await listFundingById(reader, [...new Set(entries.map(({ request }) => request))]);
  const conditional = entries.filter(({ promised }) => promised?.condition).map(({ request }) => request);
  const tallies = await talliesOf(reader, [...new Set(conditional)]);
  return requests.flatMap((request) =>
    entries
      .filter((entry) => entry.request === request.id)
      .map((entry) => {
        const since = request.asked?.since ?? null;
        const counted = counts(entry, tallies.get(request.id) ?? nothingPromised);
        const state = stateOf(entry, { state: request.state, asked: since }, counted);
        const asked = request.state === "reached" && since !== null && isLive(entry) && !isConfirmed(entry, since);
        return { request, id: entry.pledge, entry, state, asked };
      }),
  );
}

async function listOwnAnswers(reader: Reader, parties: readonly string[]): Promise<readonly OwnAnswer[]> {
  if (parties.length === 0) return [];
  const rows = await reader
    .selectFrom("fundingProposals")
    .select(["id", "request", "state"])
    .where("party", "in", parties)
    .orderBy("made", "desc")
    .execute();
  const requests = await listFundingById(reader, [...new Set(rows.map(({ request }) => request))]);
  return requests.flatMap((request) =>
    rows.filter((row) => row.request === request.id).map(({ id, state }) => ({ request, id, state })),
  );
}

async function listAgain(reader: Reader, pledges: readonly OwnPledge[]): Promise<readonly FundingRequest[]> {
  const before = pledges.filter(({ state }) => state === "released").map(({ request }) => request.id);
  if (before.length === 0) return [];
  const rows = await reader
    .selectFrom("fundingRequests")
    .select("id")
    .where("previous", "in", before)
    .where("state", "in", ["open", "reached"])
    .execute();
  const promised = new Set(pledges.filter(({ entry }) => isLive(entry)).map(({ request }) => request.id));
  const found = await listFundingById(
    reader,
    rows.map(({ id }) => id),
  );
  return found.filter(({ id, asked }) => !promised.has(id) && asked === null);
}
