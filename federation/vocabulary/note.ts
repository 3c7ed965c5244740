import { z } from "zod";
import { everyone, noteContext } from "./contexts.ts";
import { instant, listOf, orNull, pick, reference } from "./shapes.ts";
import { type Hashtag, HashtagShape, type Mention, MentionShape, writeHashtag, writeMention } from "./tags.ts";

/** Something said in words, for people on any server. */
export interface Note {
  readonly id: string;
  readonly author: string;
  /** HTML. */
  readonly content: string;
  readonly language: string;
  readonly url: string;
  readonly published: Date;
  readonly updated: Date | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly hashtags: readonly Hashtag[];
  readonly mentions: readonly Mention[];
  readonly inReplyTo: string | null;
  /** The address of the proposal it speaks of. */
  readonly context: string | null;
}

/** A Note as it stands inside an activity: no name, which some show as a warning (R2), and both forms of the text (R3). */
export function embedNote(note: Note) {
  return {
    id: note.id,
    type: "Note",
    attributedTo: note.author,
    content: note.content,
    contentMap: { [note.language]: note.content },
    url: note.url,
    published: note.published.toISOString(),
    ...(note.updated && { updated: note.updated.toISOString() }),
    to: note.to,
    cc: note.cc,
    tag: [...note.mentions.map(writeMention), ...note.hashtags.map(writeHashtag)],
    sensitive: false,
    ...(note.inReplyTo !== null && { inReplyTo: note.inReplyTo }),
    ...(isOpen(note) && { replies: `${note.id}/replies` }),
    interactionPolicy: { canQuote: { automaticApproval: isOpen(note) ? everyone : note.author } },
    ...(note.context !== null && { context: note.context }),
  };
}

/** Whether whoever comes by may read it. */
function isOpen({ to, cc }: Pick<Note, "to" | "cc">): boolean {
  return to.includes(everyone) || cc.includes(everyone);
}

export function writeNote(note: Note) {
  return { "@context": noteContext, ...embedNote(note) };
}

/** Something said in words to one person alone. */
export interface DirectNote extends Pick<Note, "id" | "author" | "content" | "language" | "published"> {
  readonly to: Mention;
}

/** Named, so that their server tells them; addressed to nobody else, so that nobody else reads it. */
export function embedDirectNote({ id, author, content, language, published, to }: DirectNote) {
  return {
    ...{ id, type: "Note", attributedTo: author, content, contentMap: { [language]: content } },
    ...{ published: published.toISOString(), to: [to.href], cc: [], tag: [writeMention(to)], sensitive: false },
  };
}

const Document = z.object({
  id: z.url(),
  type: z.literal("Note"),
  attributedTo: reference,
  content: z.string(),
  contentMap: z.record(z.string(), z.string()).default({}),
  url: z.url(),
  published: instant,
  updated: orNull(instant),
  to: listOf(z.string()),
  cc: listOf(z.string()),
  tag: listOf(z.unknown()),
  inReplyTo: orNull(z.url()),
  context: orNull(z.url()),
});

/** A Note from its document; null when this is none. Its HTML is as it came: clean it before showing it. */
export function readNote(document: unknown): Note | null {
  const read = Document.safeParse(document);
  if (!read.success) return null;
  const { id, attributedTo: author, contentMap, tag, url, published, updated, to, cc, ...rest } = read.data;
  return {
    ...{ id, author, url, published, updated, to, cc },
    content: rest.content,
    language: Object.keys(contentMap)[0] ?? "und",
    hashtags: pick(HashtagShape, tag),
    mentions: pick(MentionShape, tag),
    inReplyTo: rest.inReplyTo,
    context: rest.context,
  };
}
