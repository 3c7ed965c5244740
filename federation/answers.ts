import type { Reader } from "../src/foundation/database.ts";
import { paragraphsOf } from "../src/foundation/plain-text.ts";
import { findHandleById, type Handle } from "../src/hosts/handles.ts";
import type { AnswerVisibility } from "../src/messages/answer.ts";
import { accountOf } from "./actors/account.ts";
import { actorIri, noteIri, notePage } from "./addresses.ts";
import { derivedId } from "./send/ids.ts";
import { everyone } from "./vocabulary/contexts.ts";
import { escapeHtml, link } from "./vocabulary/html.ts";
import type { Note } from "./vocabulary/note.ts";
import { type Mention, mentionAnchor } from "./vocabulary/tags.ts";

/** An answer as it is stored, with the one whom it answers. */
export interface StoredAnswer {
  readonly id: string;
  readonly actor: string;
  readonly visibility: AnswerVisibility;
  readonly text: string;
  readonly language: string;
  readonly version: number;
  /** The version that was last handed over to be delivered; 0 before the first. */
  readonly told: number;
  readonly published: Date;
  readonly updated: Date | null;
  readonly deleted: Date | null;
  /** The address of the message. */
  readonly message: string;
  /** Its author. */
  readonly author: string;
  readonly handle: string | null;
  /** The author's page. */
  readonly url: string | null;
  /** Where they are reached; null where we no longer know it. */
  readonly inbox: string | null;
}

export async function findAnswer(reader: Reader, id: string): Promise<StoredAnswer | null> {
  const row = await reader
    .selectFrom("answers")
    .innerJoin("messages", "messages.id", "answers.message")
    .leftJoin("remoteActors", "remoteActors.id", "messages.author")
    .select([
      "answers.id",
      "answers.actor",
      "answers.visibility",
      "text",
      "answers.language",
      "version",
      "told",
      "answers.message",
    ])
    .select(["answers.published", "answers.updated", "answers.deleted"])
    .select(["messages.author", "remoteActors.handle", "remoteActors.url", "remoteActors.inbox"])
    .where("answers.id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, visibility: row.visibility as AnswerVisibility } : null;
}

/** An answer that whoever comes by may read, for its page; null for any other. */
export async function findOpenAnswer(
  reader: Reader,
  origin: string,
  name: string,
  id: string,
): Promise<Pick<Note, "content" | "language" | "published"> | null> {
  const answer = await findAnswer(reader, id);
  const by = answer && (await findHandleById(reader, answer.actor));
  if (!answer || !by || by.name !== name || by.gone !== null) return null;
  if (answer.visibility === "direct" || answer.deleted !== null) return null;
  const { content, language, published } = noteOfAnswer(origin, by, answer);
  return { content, language, published };
}

/** An answer as others read it: it names whom it answers, so that they are told (R7), and stands in nobody's news (R8). */
export function noteOfAnswer(origin: string, by: Pick<Handle, "id" | "name" | "kind">, answer: StoredAnswer): Note {
  const mention: Mention = { href: answer.author, account: accountOf(answer.author, answer.handle) };
  return {
    id: noteIri(origin, answer.id),
    author: actorIri(origin, by),
    content: htmlOf(answer.text, mentionAnchor(mention, answer.url)),
    language: answer.language,
    url: notePage(origin, by.name, answer.id),
    published: answer.published,
    updated: answer.updated,
    ...audienceOf(answer),
    hashtags: [],
    mentions: [mention],
    inReplyTo: answer.message,
    context: null,
  };
}

/** The id of the activity that tells of an answer as it now stands. */
export function answerActivity({ id, version, deleted }: Pick<StoredAnswer, "id" | "version" | "deleted">): string {
  return derivedId(id, deleted === null ? `version ${version}` : "deletion");
}

/** Whom an answer is for: its asker, and where it may be read in the open whoever comes by. */
export function audienceOf({
  visibility,
  author,
}: Pick<StoredAnswer, "visibility" | "author">): Pick<Note, "to" | "cc"> {
  return { to: [author], cc: visibility === "unlisted" ? [everyone] : [] };
}

function htmlOf(text: string, mention: string): string {
  const paragraphs = paragraphsOf(text).map((lines) =>
    lines
      .map((line) => line.map((piece) => (piece.link ? link(piece.text) : escapeHtml(piece.text))).join(""))
      .join("<br>"),
  );
  const [first = "", ...rest] = paragraphs;
  return [`${mention} ${first}`, ...rest].map((paragraph) => `<p>${paragraph}</p>`).join("");
}
