import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { StoredDeclined, StoredResult } from "./form.ts";
import type { AskedHost, AskedState, AskedWay, Asking, AskingState, Ending, Result } from "./together.ts";

export async function findAsking(reader: Reader, id: string): Promise<Asking | null> {
  const row = await askings(reader).where("askings.id", "=", id).executeTakeFirst();
  return row ? askingOf(row) : null;
}

/** The asking that a private link opens; null when it opens none. */
export async function findAskingByLink(reader: Reader, token: string): Promise<Asking | null> {
  const row = await askings(reader)
    .innerJoin("askingLinks", "askingLinks.asking", "askings.id")
    .where("digest", "=", digestOf(token))
    .executeTakeFirst();
  return row ? askingOf(row) : null;
}

/** What is kept of a private link. */
export const digestOf = (token: string): string => createHash("sha256").update(`asking ${token}`).digest("base64url");

/** What some parties ask, the last changed first. */
export async function listAskings(reader: Reader, parties: readonly string[]): Promise<readonly Asking[]> {
  if (parties.length === 0) return [];
  const rows = await askings(reader)
    .where("party", "in", [...parties])
    .orderBy("changed", "desc")
    .limit(100)
    .execute();
  return rows.map(askingOf);
}

/** Those that wait for the desk, the longest first. */
export async function listHeldAskings(reader: Reader): Promise<readonly Asking[]> {
  const rows = await askings(reader).where("state", "=", "held").orderBy("changed").limit(100).execute();
  return rows.map(askingOf);
}

/** The hosts of some askings, by asking and in their order. */
export async function listAskedHosts(
  reader: Reader,
  of: readonly string[],
): Promise<ReadonlyMap<string, readonly AskedHost[]>> {
  if (of.length === 0) return new Map();
  const rows = await hosts(reader)
    .where("asking", "in", [...of])
    .orderBy("number")
    .execute();
  return Map.groupBy(rows.map(hostOf), ({ asking }) => asking);
}

export async function listHostsOf(reader: Reader, asking: string): Promise<readonly AskedHost[]> {
  return (await listAskedHosts(reader, [asking])).get(asking) ?? [];
}

export async function findAskedHost(reader: Reader, id: string): Promise<AskedHost | null> {
  const row = await hosts(reader).where("id", "=", id).executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** The host whose private page this is. */
export async function findAskedByToken(reader: Reader, token: string): Promise<AskedHost | null> {
  const row = await hosts(reader).where("token", "=", token).executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** The host that one of our activities asks. */
export async function findAskedByOffer(reader: Reader, offer: string): Promise<AskedHost | null> {
  const row = await hosts(reader).where("offer", "=", offer).executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** The host whose answer stands at an address. */
export async function findAskedByDocument(reader: Reader, document: string): Promise<AskedHost | null> {
  const row = await hosts(reader).where("document", "=", document).executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** Of all askings that still wait, the hosts with a site of their own, from one on. */
export async function listLiveHosts(reader: Reader, after: string | null, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select asking_hosts.id from asking_hosts join askings on askings.id = asking
    where askings.state in ('open', 'led') and way = 'essaim' and asking_hosts.state <> 'proposed'
      and asking_hosts.state <> 'left-out' and (${after}::uuid is null or asking_hosts.id > ${after}::uuid)
    order by asking_hosts.id limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}

const askings = (reader: Reader) => reader.selectFrom("askings").selectAll("askings");
const hosts = (reader: Reader) => reader.selectFrom("askingHosts").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof askings>["executeTakeFirstOrThrow"]>>;

function askingOf({ state, ending, language, result, declined, ...row }: Row): Asking {
  return {
    ...row,
    state: state as AskingState,
    ending: ending as Ending | null,
    language: language as Asking["language"],
    result: resultOf(result),
    declined: StoredDeclined.nullable().parse(declined),
  };
}

/** A result as it was kept. */
export const resultOf = (stored: unknown): Result | null => StoredResult.nullable().parse(stored);

type HostRow = Awaited<ReturnType<ReturnType<typeof hosts>["executeTakeFirstOrThrow"]>>;

function hostOf({ changed: _, way, state, problem, ...row }: HostRow): AskedHost {
  return {
    ...row,
    way: way as AskedWay,
    state: state as AskedState,
    problem: problem as AskedHost["problem"],
  };
}
