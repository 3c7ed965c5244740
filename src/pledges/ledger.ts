import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Entry, Help, PledgeAct, Promised, Visibility } from "./pledges.ts";

/** What came with a row and may be erased. */
export interface Papers {
  /** The words for help in kind. */
  readonly words?: string | null;
  /** Under which id another server sent it. */
  readonly source?: string | null;
  /** SHA-256 of the message as it came. */
  readonly digest?: string | null;
}

/** The SHA-256 of a message as it came, so that a dispute about what it said can be settled. */
export function digestOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/** The id of the promise that a party's message of this id makes: the same whenever it comes, and nobody else's. */
export function pledgeIdOf(request: string, party: string, source: string): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify([request, party, source]))
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80; // version 8, of whoever makes it (RFC 9562)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** Holds one promise until this transaction ends: its versions come one after the other. */
export async function holdPledge(tx: Transaction, pledge: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${pledge}, 39))`.execute(tx);
}

/** The last row of a promise; null where there is none. */
export async function findLast(reader: Reader, pledge: string): Promise<Entry | null> {
  const row = await reader
    .selectFrom("pledges")
    .selectAll()
    .where("pledge", "=", pledge)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? entryOf(row) : null;
}

/** One row of a promise; null where it has none of this number. */
export async function findEntry(reader: Reader, pledge: string, number: number): Promise<Entry | null> {
  const row = await reader
    .selectFrom("pledges")
    .selectAll()
    .where("pledge", "=", pledge)
    .where("number", "=", number)
    .executeTakeFirst();
  return row ? entryOf(row) : null;
}

/** A row to be added to the ledger, with what came with it. */
export interface Entering {
  readonly entry: Entry;
  readonly papers?: Papers;
}

/** Adds rows to the ledger, with their papers, in one statement. */
export async function append(tx: Transaction, entering: readonly Entering[], currency: string): Promise<void> {
  const rows = entering.map(({ entry }) => rowOf(entry, currency));
  const papers = entering.flatMap(({ entry: { pledge, number }, papers = {} }) => {
    const { words = null, source = null, digest = null } = papers;
    return words === null && source === null && digest === null ? [] : [{ pledge, number, words, source, digest }];
  });
  if (papers.length === 0) await tx.insertInto("pledges").values(rows).execute();
  else
    await tx
      .with("entries", (db) => db.insertInto("pledges").values(rows))
      .insertInto("pledgePapers")
      .values(papers)
      .execute();
}

function rowOf(entry: Entry, currency: string) {
  const { promised, visibility = "visible", ...rest } = { ...entry, visibility: entry.promised?.visibility };
  const amount = promised?.amount ?? null;
  return {
    ...{ ...rest, visibility, amount, currency: amount === null ? null : currency },
    ...{ help: promised?.help?.count ?? null, helpUnit: promised?.help?.unit ?? null },
    totalAtLeast: promised?.condition?.total ?? null,
    participantsAtLeast: promised?.condition?.participants ?? null,
    validUntil: promised?.validUntil ?? null,
  };
}

interface Row extends Pick<Entry, "pledge" | "number" | "request" | "party" | "version" | "said"> {
  readonly act: string;
  readonly amount: number | string | bigint | null;
  readonly help: number | null;
  readonly helpUnit: string | null;
  readonly totalAtLeast: number | string | bigint | null;
  readonly participantsAtLeast: number | null;
  readonly visibility: string;
  readonly validUntil: Date | null;
}

/** A row of the ledger as it is read. */
export function entryOf(row: Row): Entry {
  const { pledge, number, request, party, version, said } = row;
  return { ...{ pledge, number, request, party, version, said }, act: row.act as PledgeAct, promised: promisedOf(row) };
}

function promisedOf({
  amount,
  help,
  helpUnit,
  totalAtLeast,
  participantsAtLeast,
  visibility,
  validUntil,
}: Row): Promised | null {
  if (amount === null && help === null) return null;
  const condition = { total: totalAtLeast === null ? null : Number(totalAtLeast), participants: participantsAtLeast };
  return {
    amount: amount === null ? null : Number(amount),
    help: help === null ? null : { count: help, unit: helpUnit as Help["unit"] },
    condition: condition.total === null && condition.participants === null ? null : condition,
    visibility: visibility as Visibility,
    validUntil,
  };
}
