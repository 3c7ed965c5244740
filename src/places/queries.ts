import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { OpenState } from "../availability/availability.ts";
import type { Reader } from "../foundation/database.ts";
import {
  daysWaited,
  defaultSettings,
  isLate,
  type PlaceRequest,
  type PlaceSettings,
  type RequestAct,
  type RequestContact,
  type RequestEntry,
  type RequestState,
} from "./places.ts";

/** A request with the offer that it is for. */
export interface KeptRequest extends PlaceRequest {
  readonly slug: string;
  readonly title: string;
  /** The state that the offer was in before its acceptance took one of the counted places; null where none was taken. */
  readonly slot: OpenState | null;
}

export async function findRequest(reader: Reader, id: string): Promise<KeptRequest | null> {
  const row = await requests(reader).where("placeRequests.id", "=", id).executeTakeFirst();
  return row ? requestOf(row) : null;
}

/** The request that a private link opens; null when it opens none. */
export async function findRequestByLink(reader: Reader, token: string): Promise<KeptRequest | null> {
  const row = await requests(reader)
    .innerJoin("placeRequestLinks", "placeRequestLinks.request", "placeRequests.id")
    .where("digest", "=", digestOf(token))
    .executeTakeFirst();
  return row ? requestOf(row) : null;
}

/** What is kept of a private link. The link itself is as long as a key, so that nobody can try them all. */
export function digestOf(token: string): string {
  return createHash("sha256").update(`place-request ${token}`).digest("base64url");
}

/** Which requests, from where on, and how many at most. */
export interface RequestSelection {
  readonly states?: readonly RequestState[];
  /** Those that came before this one: its instant and its id. */
  readonly before?: readonly [received: string, id: string] | null;
  readonly limit?: number;
}

/** The requests, the newest first. */
export async function listRequests(
  reader: Reader,
  { states, before = null, limit }: RequestSelection = {},
): Promise<readonly KeptRequest[]> {
  // Instants are compared as scripts read them, to the millisecond.
  const received = sql<Date>`date_trunc('milliseconds', place_requests.received)`;
  let query = requests(reader).orderBy(received, "desc").orderBy("placeRequests.id", "desc");
  if (states) query = query.where("placeRequests.state", "in", states);
  if (before)
    query = query.where(
      sql<boolean>`(${received}, place_requests.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`,
    );
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(requestOf);
}

/** A request in which somebody waits for the host. */
export interface WaitingRequest {
  readonly request: KeptRequest;
  readonly waiting: Date;
  /** For how many whole days. */
  readonly days: number;
  /** The host said that it answers sooner. */
  readonly late: boolean;
}

/** Who waits for the host, the longest first: so that the late ones stand first. */
export async function listWaitingRequests(reader: Reader, now: Date): Promise<readonly WaitingRequest[]> {
  const settings = await findPlaceSettings(reader);
  const rows = await requests(reader)
    .where("waiting", "is not", null)
    .orderBy("waiting")
    .orderBy("placeRequests.id")
    .execute();
  return rows.map(requestOf).flatMap((request) => {
    const { waiting } = request;
    if (waiting === null) return [];
    return [{ request, waiting, days: daysWaited(waiting, now), late: isLate(waiting, settings, now) }];
  });
}

/** In how many requests somebody waits for the host. */
export async function countWaiting(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("placeRequests")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("waiting", "is not", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many requests there are of each state. */
export async function countRequests(reader: Reader): Promise<Readonly<Partial<Record<RequestState, number>>>> {
  const rows = await reader
    .selectFrom("placeRequests")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What was done and said, in order; the host's own notes only for the host. */
export async function listEntries(
  reader: Reader,
  requests: readonly string[],
  { notes }: { readonly notes: boolean },
): Promise<ReadonlyMap<string, readonly RequestEntry[]>> {
  let query = reader
    .selectFrom("placeRequestEntries")
    .selectAll()
    .where(sql<boolean>`request = any(${[...requests]}::uuid[])`)
    .orderBy("number");
  if (!notes) query = query.where("act", "<>", "note");
  const rows = await query.execute();
  const entries = Map.groupBy(rows, ({ request }) => request);
  return new Map([...entries].map(([request, found]) => [request, found.map(entryOf)]));
}

export async function findEntry(reader: Reader, id: string): Promise<RequestEntry | null> {
  const row = await reader.selectFrom("placeRequestEntries").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? entryOf(row) : null;
}

export async function findPlaceSettings(reader: Reader): Promise<PlaceSettings> {
  const row = await reader.selectFrom("placeSettings").select(["answerDays", "keptMonths"]).executeTakeFirst();
  return row ?? defaultSettings;
}

/** How many requests were erased, by the year in which they came and by how they ended. */
export async function listErased(reader: Reader) {
  return await reader.selectFrom("placeRequestCounts").selectAll().orderBy("year", "desc").orderBy("state").execute();
}

function requests(reader: Reader) {
  return reader
    .selectFrom("placeRequests")
    .innerJoin("offers", "offers.id", "placeRequests.offer")
    .selectAll("placeRequests")
    .select(["offers.slug", sql<string>`offers.content ->> 'title'`.as("title")]);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>["executeTakeFirstOrThrow"]>>;

function requestOf({ form: _, contact, contactKind, language, state, slot, ...rest }: Row): KeptRequest {
  return {
    ...rest,
    contact: { kind: contactKind as RequestContact["kind"], address: contact },
    language: language as PlaceRequest["language"],
    state: state as RequestState,
    slot: slot as KeptRequest["slot"],
  };
}

interface EntryRow {
  readonly id: string;
  readonly act: string;
  readonly text: string | null;
  readonly referred: string | null;
  readonly account: string | null;
  readonly problem: string | null;
  readonly written: Date;
}

function entryOf({ id, act, text, referred, account, problem, written }: EntryRow): RequestEntry {
  const known = { act: act as RequestAct, problem: problem as RequestEntry["problem"] };
  return { id, text, referred, account, written, ...known };
}
