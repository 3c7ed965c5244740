import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { entryOf } from "../pledges/ledger.ts";
import type { SentPledge, SentStanding, SentVersion } from "./sent-pledge.ts";

export async function findSentPledge(reader: Reader, id: string): Promise<SentPledge | null> {
  const [found] = await withVersions(reader, await sent(reader).where("id", "=", id).execute());
  return found ?? null;
}

/** What these parties promised elsewhere, the last first; towards one request only, if it is named. */
export async function listSentPledges(
  reader: Reader,
  parties: readonly string[],
  campaign?: string,
): Promise<readonly SentPledge[]> {
  if (parties.length === 0) return [];
  let query = sent(reader)
    .where("party", "in", [...parties])
    .orderBy("made", "desc")
    .orderBy("id");
  if (campaign !== undefined) query = query.where("campaign", "=", campaign);
  return withVersions(reader, await query.execute());
}

/** How many promises and changes of promises somebody has sent to other instances since an instant. */
export async function countSaid(reader: Reader, party: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from sent_pledges join sent_pledge_versions on pledge = id
    where party = ${party} and said > ${since}`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** The promise that one of our activities carries, confirms or takes back; null where none does. */
export async function findSentBy(reader: Reader, activity: string): Promise<SentPledge | null> {
  const { rows } = await sql<{ id: string }>`
    select pledge as id from sent_pledge_versions where offer = ${activity}
    union all select id from sent_pledges where undo = ${activity} or confirming = ${activity} limit 1`.execute(reader);
  return rows[0] ? findSentPledge(reader, rows[0].id) : null;
}

/** Those on which both sides have still to agree, from one on. */
export async function listUnsettled(reader: Reader, after: string | null, limit: number): Promise<readonly string[]> {
  let query = reader.selectFrom("sentPledges").select("id").where("settled", "is", null).orderBy("id").limit(limit);
  if (after !== null) query = query.where("id", ">", after);
  return (await query.execute()).map(({ id }) => id);
}

const sent = (reader: Reader) => reader.selectFrom("sentPledges").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof sent>["executeTakeFirstOrThrow"]>>;

async function withVersions(reader: Reader, rows: readonly Row[]): Promise<readonly SentPledge[]> {
  if (rows.length === 0) return [];
  const all = await reader
    .selectFrom("sentPledgeVersions")
    .selectAll()
    .where(
      "pledge",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("version")
    .execute();
  const versions = Map.groupBy(all, ({ pledge }) => pledge);
  return rows.map((row) => pledgeOf(row, (versions.get(row.id) ?? []).map(versionOf)));
}

function pledgeOf({ heldVersion, heldAmount, standing, ...row }: Row, versions: readonly SentVersion[]): SentPledge {
  const held = heldVersion === null || heldAmount === null ? null : { version: heldVersion, amount: heldAmount };
  return { ...row, versions, held, standing: standing as SentStanding | null };
}

type VersionRow = Awaited<ReturnType<typeof allVersions>>;

const allVersions = (reader: Reader) => reader.selectFrom("sentPledgeVersions").selectAll().executeTakeFirstOrThrow();

function versionOf({ offer, words, answer, reason, ...row }: VersionRow): SentVersion {
  const { version, said, promised } = entryOf({ ...row, number: row.version, request: "", party: "", act: "make" });
  if (promised === null) throw new Error(`nothing is promised in version ${row.version} of ${row.pledge}`);
  return { version, offer, promised, words, said, answer: answer as SentVersion["answer"], reason };
}
