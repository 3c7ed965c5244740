import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** What those whom we follow said last in public, the newest first; content is cleaned HTML. */
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

// What comes from a blocked domain is shown to nobody.
const heard = sql<boolean>`not is_blocked(author)`;

/** Complaints that nobody has looked at, the oldest first. */
export async function listOpenReports(reader: Reader) {
  return await reader.selectFrom("reports").selectAll().where("handled", "is", null).orderBy("received").execute();
}

/** Who has waited longest for an answer, since when, and how many wait; null when nobody does. */
export async function findLongestUnanswered(reader: Reader) {
  const row = await reader
    .selectFrom("messages")
    .select(["author", "received", sql<number>`count(*) over ()::integer`.as("waiting")])
    .where("kind", "in", ["mention", "reply"])
    .where("answered", "is", null)
    .where("deleted", "is", null)
    .where(heard)
    .orderBy("received")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
