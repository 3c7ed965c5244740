import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Period } from "../offers/price.ts";
import { StoredContent } from "./form.ts";
import type { FundingKind, FundingMode, FundingRequest, FundingState, Goal, Party, Terms } from "./funding.ts";
import { partyOf } from "./parties.ts";

/** Which requests, from where on, and how many at most. */
export interface FundingSelection {
  readonly states?: readonly FundingState[];
  readonly kind?: FundingKind;
  /** A code of the vocabulary `needs`. */
  readonly need?: string;
  /** Any of these codes of territories. */
  readonly territories?: readonly string[];
  /** The host's drafts, and what it gave up before the opening, too. */
  readonly hidden?: "host" | "none";
  /** Those that come after this one. */
  readonly after?: Pick<FundingRequest, "created" | "id">;
  readonly limit?: number;
}

/** The requests, the newest first. */
export async function listFunding(
  reader: Reader,
  { states, kind, need, territories, hidden = "none", after, limit }: FundingSelection = {},
): Promise<readonly FundingRequest[]> {
  let query = requests(reader).orderBy("fundingRequests.created", "desc").orderBy("fundingRequests.id");
  if (states) query = query.where("fundingRequests.state", "in", states);
  if (kind) query = query.where("fundingRequests.kind", "=", kind);
  if (need) query = query.where(sql<boolean>`content -> 'needs' ? ${need}`);
  if (territories) query = query.where(sql<boolean>`content -> 'territories' ?| ${[...territories]}::text[]`);
  query = query.where(({ eb, or }) =>
    or([eb("fundingRequests.opened", "is not", null), ...(hidden === "host" ? [ownedByHost] : [])]),
  );
  if (after) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb("fundingRequests.created", "<", after.created),
        and([eb("fundingRequests.created", "=", after.created), eb("fundingRequests.id", ">", after.id)]),
      ]),
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  return withParties(reader, await query.execute());
}

/** By what its links say, in capitals or not. */
export async function findFunding(reader: Reader, code: string): Promise<FundingRequest | null> {
  const row = await requests(reader).where("fundingRequests.code", "=", code.toLowerCase()).executeTakeFirst();
  return row ? ((await withParties(reader, [row]))[0] ?? null) : null;
}

/** By the id that is also its actor's. */
export async function findFundingById(reader: Reader, id: string): Promise<FundingRequest | null> {
  const row = await requests(reader).where("fundingRequests.id", "=", id).executeTakeFirst();
  return row ? ((await withParties(reader, [row]))[0] ?? null) : null;
}

/** The requests that any of these parties asks or carries, drafts included, the newest first. */
export async function listFundingOf(reader: Reader, parties: readonly string[]): Promise<readonly FundingRequest[]> {
  if (parties.length === 0) return [];
  const rows = await requests(reader)
    .where(({ eb, or }) => or([eb("requester", "in", parties), eb("steward", "in", parties)]))
    .orderBy("fundingRequests.created", "desc")
    .orderBy("fundingRequests.id")
    .execute();
  return withParties(reader, rows);
}

/** The requests of these ids, the newest first. */
export async function listFundingById(reader: Reader, ids: readonly string[]): Promise<readonly FundingRequest[]> {
  if (ids.length === 0) return [];
  const rows = await requests(reader)
    .where("fundingRequests.id", "in", ids)
    .orderBy("fundingRequests.created", "desc")
    .orderBy("fundingRequests.id")
    .execute();
  return withParties(reader, rows);
}

function requests(reader: Reader) {
  return reader
    .selectFrom("fundingRequests")
    .leftJoin("handles", "handles.id", "fundingRequests.id")
    .selectAll("fundingRequests")
    .select("handles.name as handle");
}

const ownedByHost = sql<boolean>`exists (select from parties where parties.id = requester and parties.kind = 'host')`;

type Row = Awaited<ReturnType<ReturnType<typeof requests>["executeTakeFirstOrThrow"]>>;

async function withParties(reader: Reader, rows: readonly Row[]): Promise<readonly FundingRequest[]> {
  const ids = [
    ...new Set(rows.flatMap(({ requester, steward }) => (steward === null ? [requester] : [requester, steward]))),
  ];
  if (ids.length === 0) return [];
  const found = await reader.selectFrom("parties").selectAll().where("id", "in", ids).execute();
  const parties = new Map(found.map((row) => [row.id, partyOf(row)]));
  return rows.map((row) => requestOf(row, parties));
}

function requestOf(row: Row, parties: ReadonlyMap<string, Party>): FundingRequest {
  const { deadline, extension, ...content } = StoredContent.parse(row.content);
  const requester = parties.get(row.requester);
  if (requester === undefined) throw new Error(`nobody asks in the request ${row.id}`);
  const { id, code, handle, closes, previous, original, version, created, changed, opened } = row;
  const { extended, committed, payment, ended } = row;
  return {
    ...{ id, code, handle, closes, previous, original, version, created, changed, opened, requester },
    ...{ extended, committed, payment, ended },
    steward: row.steward === null ? null : (parties.get(row.steward) ?? null),
    state: row.state as FundingState,
    terms: { ...termsOf(row), deadline, extension },
    content,
    asked: askedOf(row),
  };
}

type TermsRow = Pick<Row, "kind" | "license" | "minimumPledge" | "maximumPledge" | "cap"> & GoalRow;
type GoalRow = Pick<Row, "mode" | "minimum" | "optimum" | "participants" | "currency" | "period">;

/** The terms that stand in columns. */
function termsOf(row: TermsRow): Omit<Terms, "deadline" | "extension"> {
  const { license, minimumPledge, maximumPledge, cap } = row;
  return {
    ...{ license, kind: row.kind as FundingKind, goal: goalOf(row) },
    ...{ minimumPledge: cents(minimumPledge), maximumPledge: cents(maximumPledge), cap: cents(cap) },
  };
}

function goalOf({ mode, minimum, optimum, participants, currency, period }: GoalRow): Goal {
  return {
    ...{ mode: mode as FundingMode, minimum: cents(minimum), optimum: cents(optimum) },
    ...{ participants, currency, period: period as Period | null },
  };
}

// A bigint comes as a number, whatever the generated type says.
const cents = (value: number | string | bigint | null): number | null => (value === null ? null : Number(value));

function askedOf({ asked, askedUntil }: Pick<Row, "asked" | "askedUntil">): FundingRequest["asked"] {
  return asked === null || askedUntil === null ? null : { since: asked, until: askedUntil };
}
