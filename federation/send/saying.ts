import { sql } from "kysely";
import type { Handle } from "../../src/hosts/handles.ts";
import type { Named } from "../actors/campaigns.ts";
import { noteIri } from "../addresses.ts";
import { noteOf, type StoredNote } from "../notes.ts";
import { type Act, writeCreate, writeNoteUpdate } from "../vocabulary/activities.ts";
import { derivedId } from "./ids.ts";
import { say, type Telling } from "./telling.ts";

/** Words to be said by one of our actors. */
export interface Words {
  /** HTML. */
  readonly content: string;
  readonly hashtags: readonly string[];
  /** The address of the proposal they speak of. */
  readonly context: string | null;
  /** Another language than the one that our accounts speak. */
  readonly language?: string;
  /** Those elsewhere whom they name. */
  readonly named?: readonly Named[];
  /** Of which passage of a funding request they tell. */
  readonly topic?: string;
}

/** Says something new; returns the address of the note. */
export async function sayNews(
  telling: Telling,
  author: Handle,
  kind: "announcement" | "flip",
  words: Words,
): Promise<string> {
  const { reach } = telling;
  const note = await keepNote(telling, author, { kind, poll: null }, words);
  const create = (act: Act) => writeCreate(act, noteOf(reach.origin, author, note));
  await say(telling, author, "create", create, words.named);
  return noteIri(reach.origin, note.id);
}

/** Keeps a note that is about to be said; told twice, it is one. */
export async function keepNote(
  telling: Telling,
  author: Handle,
  { kind, poll }: { readonly kind: "announcement" | "flip" | "poll"; readonly poll: string | null },
  words: Words,
): Promise<StoredNote> {
  const id = derivedId(telling.event, author.id, kind === "poll" ? "poll" : "note");
  const note = rowOf(telling, author, id, words);
  await telling.tx
    .insertInto("notes")
    .values({ ...stored(note), kind, poll, topic: words.topic ?? null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return note;
}

/** Keeps the one note that an actor has pinned: what holds now. A change of it is told as an edit, which tells nobody aloud. */
export async function sayState(telling: Telling, author: Handle, words: Words): Promise<void> {
  const { tx, reach, happened } = telling;
  const pinned = await findState(telling, author.id);
  if (pinned === null) return pinState(telling, author, words);
  if (pinned.content === words.content) return;
  const updated = new Date(Math.max(happened.getTime(), (pinned.updated ?? pinned.published).getTime() + 1_000));
  const change = { content: words.content, language: telling.local.language, context: words.context, updated };
  await tx
    .updateTable("notes")
    .set({ ...change, hashtags: JSON.stringify(words.hashtags) })
    .where("id", "=", pinned.id)
    .execute();
  const note = noteOf(reach.origin, author, { ...pinned, ...change, hashtags: words.hashtags });
  await say(telling, author, "state", (act) => writeNoteUpdate(act, note));
}

async function pinState(telling: Telling, author: Handle, words: Words): Promise<void> {
  const row = rowOf(telling, author, derivedId(telling.event, author.id, "state"), words);
  await telling.tx
    .insertInto("notes")
    .values({ ...stored(row), kind: "state" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function findState({ tx }: Telling, actor: string): Promise<StoredNote | null> {
  const row = await tx
    .selectFrom("notes")
    .selectAll()
    .where("actor", "=", actor)
    .where("kind", "=", "state")
    .where("deleted", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

function rowOf({ local, happened }: Telling, author: Handle, id: string, words: Words): StoredNote {
  const { content, hashtags, context, language = local.language, named = [] } = words;
  const mentions = named.map(({ href, account }) => ({ href, account }));
  return {
    ...{ id, actor: author.id, content, language, hashtags, mentions, context },
    ...{ published: happened, updated: null },
  };
}

const stored = (note: StoredNote) => ({
  ...note,
  hashtags: JSON.stringify(note.hashtags),
  mentions: JSON.stringify(note.mentions),
});

/** Takes back whatever an actor has said, when it ceases to be. */
export async function unsay({ tx }: Telling, actor: string): Promise<void> {
  await tx
    .updateTable("notes")
    .set({ deleted: sql<Date>`now()` })
    .where("actor", "=", actor)
    .where("deleted", "is", null)
    .execute();
}
