import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { FundingContent, Party } from "../funding/funding.ts";
import { partyOf } from "../funding/parties.ts";
import type { Notice, NoticeWhat } from "./notices.ts";

/** What some parties were told, the newest first; of requests elsewhere, as long as we show them. */
export async function listNotices(
  reader: Reader,
  parties: readonly string[],
  { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly Notice[]> {
  const { rows } = await sql<NoticeRow>`
    select notices.id, notices.what, notices.happened, notices.seen, code, elsewhere.id as elsewhere, askings.id as asking,
      coalesce(funding_requests.content, elsewhere.content,
        json_build_object('title', left(askings.need, 100), 'language', askings.language)::jsonb) as content
    from ${notices}
    where notices.party = any(${[...parties]}::uuid[]) and notices.number > ${after} and ${shown}
    order by notices.happened desc, notices.number desc limit ${limit}`.execute(reader);
  return rows.map(({ id, what, happened, seen, content: { title, language }, ...about }) => {
    return { id, what, happened, seen, request: { path: pathOf(about), title, language } };
  });
}

function pathOf({ code, elsewhere, asking }: Pick<NoticeRow, "code" | "elsewhere" | "asking">): string {
  if (asking !== null) return `/together/${asking}`;
  return elsewhere === null ? `/funding/${code}` : `/funding/elsewhere/${elsewhere}`;
}

// What stands in these columns was read and checked before it was kept.
interface NoticeRow extends Pick<Notice, "id" | "what" | "happened" | "seen"> {
  readonly code: string | null;
  readonly elsewhere: string | null;
  readonly asking: string | null;
  readonly content: Pick<FundingContent, "title" | "language">;
}

const notices = sql`notices
  left join askings on askings.id = notices.asking
  left join funding_requests on funding_requests.id = notices.request
  left join (select catalogue_funding.id, catalogue_funding.actor, content from catalogue_funding
    join catalogue_hosts on catalogue_hosts.actor = catalogue_funding.host
    join instances on instances.origin = catalogue_hosts.origin
    where trust >= 2 and instances.state = 'known' and not is_blocked(catalogue_hosts.origin)
  ) as elsewhere on elsewhere.actor = notices.campaign`;
const shown = sql`(funding_requests.id is not null or elsewhere.id is not null or askings.id is not null)`;

/** How much of what some parties were told nobody has read yet; of requests elsewhere, as long as we show them. */
export async function countUnseen(reader: Reader, parties: readonly string[]): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*)::integer as unseen from ${notices}
    where notices.party = any(${[...parties]}::uuid[]) and notices.seen is null and ${shown}`.execute(reader);
  return rows[0]?.unseen ?? 0;
}

/** The number of the last notice that was given to anybody. Nobody gives one meanwhile, so that none comes late with a lower number. */
export async function lastNumber(tx: Transaction): Promise<number> {
  await sql`lock table notices in share mode`.execute(tx);
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0)::integer as last from notices`.execute(
    tx,
  );
  return rows[0]?.last ?? 0;
}

/** One notice, with whom it is for and the id of what it is about, null for a request elsewhere; null once it is forgotten. */
export async function findNotice(reader: Reader, id: string): Promise<NoticeFor | null> {
  const row = await reader
    .selectFrom("notices")
    .innerJoin("parties", "parties.id", "notices.party")
    .select(["notices.what", "notices.request", "notices.asking", "parties.id", "parties.kind"])
    .select(["parties.actor", "parties.name", "parties.address", "parties.erased"])
    .where("notices.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { what, request, asking } = row;
  return { what: what as NoticeWhat, request, asking, party: partyOf(row) };
}

/** A notice with whom it is for. */
export interface NoticeFor {
  readonly what: NoticeWhat;
  readonly request: string | null;
  /** What was asked of several hosts, where it is about that. */
  readonly asking: string | null;
  readonly party: Party;
}

/** Notes that all of it was read, up to an instant. */
export async function markSeen(tx: Transaction, parties: readonly string[], until: Date, now: Date): Promise<void> {
  if (parties.length === 0) return;
  await tx
    .updateTable("notices")
    .set({ seen: now })
    .where("party", "in", parties)
    .where("happened", "<=", until)
    .where("seen", "is", null)
    .execute();
}

/** Forgets what an erased party was told. */
export async function forgetNotices(tx: Transaction, party: string): Promise<void> {
  await tx.deleteFrom("notices").where("party", "=", party).execute();
}

/** Forgets what was told long ago; a year is enough to look back. */
export async function sweepNotices(tx: Transaction, now: Date): Promise<void> {
  await tx
    .deleteFrom("notices")
    .where("happened", "<", new Date(now.getTime() - 365 * 86_400_000))
    .execute();
}
