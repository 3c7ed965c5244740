import { z } from "zod";
import { noteContext } from "./contexts.ts";
import { embedNote, type Note, readNote } from "./note.ts";
import { instant } from "./shapes.ts";

/** A note that asks: each may choose one of the options, until it ends. */
export interface Question extends Note {
  /** They never change: some servers forget all votes when they do (R12). */
  readonly options: readonly { readonly name: string; readonly votes: number }[];
  readonly ends: Date;
}

/** For a Question, alone or in an activity. */
export const questionContext = [
  ...noteContext,
  { toot: "http://joinmastodon.org/ns#", votersCount: "toot:votersCount" },
];

export function embedQuestion({ options, ends, ...note }: Question) {
  return {
    ...embedNote(note),
    type: "Question",
    endTime: ends.toISOString(),
    votersCount: options.reduce((sum, { votes }) => sum + votes, 0),
    oneOf: options.map(({ name, votes }) => {
      return { type: "Note", name, replies: { type: "Collection", totalItems: votes } };
    }),
  };
}

export function writeQuestion(question: Question) {
  return { "@context": questionContext, ...embedQuestion(question) };
}

const Document = z.object({
  type: z.literal("Question"),
  endTime: instant,
  oneOf: z.array(z.object({ name: z.string(), replies: z.object({ totalItems: z.int().min(0) }) })),
});

/** A question from its document; null when this is none. */
export function readQuestion(document: unknown): Question | null {
  const { data } = Document.safeParse(document);
  const note = data ? readNote({ ...Object(document), type: "Note" }) : null;
  if (!data || !note) return null;
  const options = data.oneOf.map(({ name, replies }) => ({ name, votes: replies.totalItems }));
  return { ...note, options, ends: data.endTime };
}

const VoteShape = z.object({
  type: z.literal(["Note", "Answer"]),
  name: z.string().min(1).max(1_000),
  content: z.literal("").nullish(),
  inReplyTo: z.url(),
  attributedTo: z.url(),
});

/** A choice that somebody makes: the words of an option, in answer to the question, and none of their own; null when this is none. */
export function readVote(
  object: unknown,
): { readonly question: string; readonly option: string; readonly by: string } | null {
  const { data } = VoteShape.safeParse(object);
  return data ? { question: data.inReplyTo, option: data.name, by: data.attributedTo } : null;
}
