import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Report } from "./messages.ts";

/** What those whom the host and the instance follow said last in public, the newest first; content is cleaned HTML. */
export async function listNews(reader: Reader, limit: number) {
  const rows = await reader
    .selectFrom("messages")
    .leftJoin("remoteActors", "remoteActors.id", "messages.author")
    .select([
      "messages.id",
      "messages.author",
      "messages.content",
      "messages.url",
      "messages.language",
      "remoteActors.name",
    ])
    .select(sql<Date>`coalesce(messages.published, messages.received)`.as("published"))
    .where("kind", "=", "news")
    .where(ofHost)
    .where("visibility", "in", ["public", "unlisted"])
    .where("deleted", "is", null)
    .where(heard)
    .orderBy(sql`coalesce(messages.published, messages.received)`, "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, author, name, content, url, published }) => {
    return { author: name ?? new URL(author).host, content, url: url ?? id, published };
  });
}

/** What was written to the host and waits for an answer, the oldest first. */
export async function listUnanswered(reader: Reader) {
  return await reader
    .selectFrom("messages")
    .selectAll()
    .where("kind", "in", ["mention", "reply"])
    .where("answered", "is", null)
    .where("deleted", "is", null)
    .where(heard)
    .orderBy("received")
    .execute();
}

// What associations follow is for them alone.
const ofHost = sql<boolean>`recipients && (select array_agg(id) from handles where kind <> 'association')`;

// What comes from a blocked domain is shown to nobody.
const heard = sql<boolean>`not is_blocked(author)`;

/** A complaint, and when somebody has done what was to be done about it. */
export interface KeptReport extends Report {
  readonly received: Date;
  readonly handled: Date | null;
  /** When the server of whom it is about was told. */
  readonly passedOn: Date | null;
}

/** Complaints that nobody has looked at, the oldest first. */
export async function listOpenReports(reader: Reader): Promise<readonly KeptReport[]> {
  return await reports(reader).where("handled", "is", null).orderBy("received").limit(100).execute();
}

/** Complaints that somebody has looked at, the last first. */
export async function listHandledReports(reader: Reader): Promise<readonly KeptReport[]> {
  return await reports(reader).where("handled", "is not", null).orderBy("handled", "desc").limit(20).execute();
}

/** Who is blocked is not heard; who did not show who they are, is. */
const unblocked = sql<boolean>`(reporter is null or not is_blocked(reporter))`;

/** How many complaints nobody has looked at, as a subselect. */
export const openReports = sql<number>`(select count(*) from reports where handled is null and ${unblocked})`;

export async function countOpenReports(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${openReports} as count`.execute(reader);
  return rows[0]?.count ?? 0;
}

const reports = (reader: Reader) => reader.selectFrom("reports").selectAll().where(unblocked);

/** A complaint, by its id; a transaction holds it until it ends. */
export async function findReport(reader: Reader, id: string): Promise<KeptReport | null> {
  return (await reports(reader).where("id", "=", id).forUpdate().executeTakeFirst()) ?? null;
}
