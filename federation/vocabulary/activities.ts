import { z } from "zod";
import { activityStreams, noteContext } from "./contexts.ts";
import { type DirectNote, embedDirectNote, embedNote, type Note } from "./note.ts";
import { embedQuestion, type Question, questionContext } from "./question.ts";
import { instant, listOf, orNull, reference } from "./shapes.ts";

/** What every activity says: who does it, for whom, when. */
export interface Act {
  readonly id: string;
  readonly actor: string;
  readonly published: Date;
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

type Document = Readonly<Record<string, unknown>>;

/** Someone says something new. */
export function writeCreate(act: Act, note: Note): Document {
  return write(act, "Create", noteContext, embedNote(note));
}

/** Someone asks something new. */
export function writeCreateQuestion(act: Act, question: Question): Document {
  return write(act, "Create", questionContext, embedQuestion(question));
}

/** Someone says something to one person alone, perhaps of what stands at an address. */
export function writeDirectCreate(id: string, note: DirectNote, of?: string): Document {
  const act = { id, actor: note.author, published: note.published, to: [note.to.href], cc: [] };
  return write(act, "Create", noteContext, { ...embedDirectNote(note), ...(of !== undefined && { context: of }) });
}

/** What was said now reads otherwise. */
export function writeNoteUpdate(act: Act, note: Note): Document {
  return write(act, "Update", noteContext, embedNote(note));
}

/** An actor shows itself otherwise; takes its document as it is served. */
export function writeActorUpdate(act: Act, { "@context": context, ...actor }: Document): Document {
  return write(act, "Update", context, actor);
}

/** Someone passes on what can be read at an address. */
export function writeAnnounce(act: Act, object: string): Document {
  return write(act, "Announce", activityStreams, object);
}

/** A thing is listed in a collection from now on, or no longer is. */
export function writeListing(act: Act, type: "Add" | "Remove", object: string, target: string): Document {
  return { ...write(act, type, activityStreams, object), target };
}

/** Someone complains of others, to their server, with what is complained of: first the actor, as most servers want it. */
export function writeFlag(id: string, actor: string, to: string, { objects, content }: Complaint): Document {
  return { "@context": activityStreams, id, type: "Flag", actor, to: [to], object: objects, content };
}

export interface Complaint {
  readonly objects: readonly string[];
  readonly content: string;
}

/** An actor is no more. */
export function writeActorDelete(act: Act): Document {
  return write(act, "Delete", activityStreams, act.actor);
}

/** What was said is withdrawn. */
export function writeDelete(act: Act, tombstone: Tombstone): Document {
  return write(act, "Delete", activityStreams, embedTombstone(tombstone));
}

/** A Follow as it came, or as we sent it. */
export interface Follow {
  readonly id: string;
  readonly actor: string;
  readonly object: string;
}

export function writeFollow(follow: Follow): Document {
  return { "@context": activityStreams, ...embedFollow(follow), to: [follow.object] };
}

/** The answer to a Follow carries the whole of it: some do not know it by its id alone (R21). */
export function writeAnswer(id: string, type: "Accept" | "Reject", follow: Follow): Document {
  const { object: actor, actor: asker } = follow;
  return { "@context": activityStreams, id, type, actor, to: [asker], object: embedFollow(follow) };
}

export function writeUndo(id: string, follow: Follow): Document {
  return {
    "@context": activityStreams,
    id,
    type: "Undo",
    actor: follow.actor,
    to: [follow.object],
    object: embedFollow(follow),
  };
}

const embedFollow = ({ id, actor, object }: Follow) => ({ id, type: "Follow", actor, object });

/** What stands at an address where something was. */
export interface Tombstone {
  readonly id: string;
  readonly formerType: string;
  readonly deleted: Date;
}

export function writeTombstone(tombstone: Tombstone): Document {
  return { "@context": activityStreams, ...embedTombstone(tombstone) };
}

const embedTombstone = ({ id, formerType, deleted }: Tombstone) => ({
  id,
  type: "Tombstone",
  formerType,
  deleted: deleted.toISOString(),
});

function write({ id, actor, published, to, cc }: Act, type: string, context: unknown, object: unknown): Document {
  return { "@context": context, id, type, actor, published: published.toISOString(), to, cc, object };
}

const ActShape = z
  .object({
    id: z.url(),
    type: z.enum(["Create", "Update", "Announce", "Delete"]),
    actor: reference,
    published: instant,
    to: listOf(z.string()),
    cc: listOf(z.string()),
    object: z.unknown(),
  })
  .transform(({ type, object, ...act }) => ({ type, act: act satisfies Act, object }));

/** An activity that tells of something, with its object as it came; null when this is none. */
export function readAct(document: unknown): z.infer<typeof ActShape> | null {
  return ActShape.safeParse(document).data ?? null;
}

const FollowShape = z.object({ id: z.url(), type: z.literal("Follow"), actor: reference, object: reference });

export function readFollow(document: unknown): Follow | null {
  const { data } = FollowShape.safeParse(document);
  return data ? { id: data.id, actor: data.actor, object: data.object } : null;
}

const AnswerShape = z.object({ id: z.url(), type: z.enum(["Accept", "Reject", "Undo"]), object: z.unknown() });

/** An answer to a Follow, or its taking back; null when this is none or does not carry the Follow. */
export function readAnswer(
  document: unknown,
): { id: string; type: "Accept" | "Reject" | "Undo"; follow: Follow } | null {
  const { data } = AnswerShape.safeParse(document);
  const follow = data ? readFollow(data.object) : null;
  return data && follow ? { id: data.id, type: data.type, follow } : null;
}

const TombstoneShape = z.object({
  id: z.url(),
  type: z.literal("Tombstone"),
  formerType: orNull(z.string()),
  deleted: instant,
});

export function readTombstone(document: unknown): Tombstone | null {
  const { data } = TombstoneShape.safeParse(document);
  return data ? { id: data.id, formerType: data.formerType ?? "Object", deleted: data.deleted } : null;
}
