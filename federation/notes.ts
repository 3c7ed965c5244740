import { sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../src/foundation/database.ts";
import type { Handle } from "../src/hosts/handles.ts";
import { hashtags } from "./actors/hashtags.ts";
import { actorIri, followersIri, noteIri, notePage, readLocal } from "./addresses.ts";
import { everyone } from "./vocabulary/contexts.ts";
import type { Note } from "./vocabulary/note.ts";

/** A note as it is stored. */
export interface StoredNote {
  readonly id: string;
  readonly actor: string;
  /** HTML. */
  readonly content: string;
  readonly language: string;
  /** Names of hashtags, as JSON. */
  readonly hashtags: unknown;
  /** Those whom it names, as JSON. */
  readonly mentions: unknown;
  readonly context: string | null;
  readonly published: Date;
  readonly updated: Date | null;
}

const Names = z.array(z.string());
const Mentions = z.array(z.object({ href: z.url(), account: z.string() }));

/** A stored note as others read it. */
export function noteOf(origin: string, author: Pick<Handle, "id" | "name" | "kind">, stored: StoredNote): Note {
  const actor = actorIri(origin, author);
  const mentions = Mentions.parse(stored.mentions);
  return {
    id: noteIri(origin, stored.id),
    author: actor,
    content: stored.content,
    language: stored.language,
    url: notePage(origin, author.name, stored.id),
    published: stored.published,
    updated: stored.updated,
    to: [everyone],
    cc: [followersIri(actor), ...mentions.map(({ href }) => href)],
    hashtags: hashtags(origin, Names.parse(stored.hashtags)),
    mentions,
    inReplyTo: null,
    context: stored.context,
  };
}

/** What one of our actors said, for its page: the pinned state first, then the newest; HTML made here. */
export async function notesOf(reader: Reader, origin: string, actor: string, limit = 20) {
  const rows = await reader
    .selectFrom("notes")
    .innerJoin("handles", "handles.id", "notes.actor")
    .select(["notes.id", "handles.name", "notes.content", "notes.language", "notes.kind"])
    .select(sql<Date>`coalesce(notes.updated, notes.published)`.as("published"))
    .where("notes.actor", "=", actor)
    .where("notes.deleted", "is", null)
    .orderBy(sql`(notes.kind = 'state')`, "desc")
    .orderBy("notes.published", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, name, content, language, kind, published }) => {
    return { content, language, published, pinned: kind === "state", url: notePage(origin, name, id) };
  });
}

/** What one of our actors said, by the address of its note; null when none did, or it was taken back. */
export async function findOwnNote(reader: Reader, origin: string, address: string) {
  const local = readLocal(origin, address);
  if (local?.thing !== "note") return null;
  const row = await reader
    .selectFrom("notes")
    .innerJoin("handles", "handles.id", "notes.actor")
    .select(["handles.name as handle", "content", "language", "published"])
    .where("notes.id", "=", local.id)
    .where("deleted", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** How many follow one of our actors. */
export async function countFollowers(reader: Reader, actor: string): Promise<number> {
  const { count } = await reader
    .selectFrom("followers")
    .select(sql<number>`count(*)`.as("count"))
    .where("actor", "=", actor)
    .where("accepted", "=", true)
    .executeTakeFirstOrThrow();
  return count;
}
