import type { SiteEvent } from "../../src/events.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import type { AnswerChanged, AnswerDeleted, AnswerWritten } from "../../src/messages/events.ts";
import { activityIri, actorIri } from "../addresses.ts";
import { answerActivity, audienceOf, findAnswer, noteOfAnswer, type StoredAnswer } from "../answers.ts";
import { send } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { type Act, writeCreate, writeDelete, writeNoteUpdate } from "../vocabulary/activities.ts";
import type { Note } from "../vocabulary/note.ts";

/** What happens to what we answer. */
export type AnswerEvent = AnswerWritten | AnswerChanged | AnswerDeleted;

const names: readonly string[] = ["answer-written", "answer-changed", "answer-deleted"];

export function isOfAnswers(event: SiteEvent): event is AnswerEvent {
  return names.includes(event.name);
}

/**
 * Says to the one who asked what we answer, or that it reads otherwise, or that it is taken back: to their own inbox, and to
 * nobody else. It is told as it stands, so that of several changes at once only the last is; what was never told is not taken back.
 */
export async function tellAnswer(
  tx: Transaction,
  { origin }: Reach,
  { answer: id, happened }: AnswerEvent,
): Promise<void> {
  const answer = await findAnswer(tx, id);
  const by = answer && (await findHandleById(tx, answer.actor));
  if (!answer || !by || answer.told >= answer.version) return;
  await tx.updateTable("answers").set({ told: answer.version }).where("id", "=", id).execute();
  if (answer.inbox === null || by.gone !== null || (answer.deleted !== null && answer.told === 0)) return;
  const activity = answerActivity(answer);
  const act = { id: activityIri(origin, activity), actor: actorIri(origin, by), published: new Date(happened) };
  const document = documentOf({ ...act, ...audienceOf(answer) }, answer, noteOfAnswer(origin, by, answer));
  // Between two even where the note is open: once it is taken back, nobody finds its words in what was sent.
  const sent = {
    id: activity,
    actor: by.id,
    type: String(document["type"]),
    body: JSON.stringify(document),
    public: false,
    ...(answer.deleted === null ? {} : { erases: id }),
  };
  await send(tx, sent, [answer.inbox]);
}

function documentOf(act: Act, { deleted, told }: StoredAnswer, note: Note): Readonly<Record<string, unknown>> {
  if (deleted !== null) return writeDelete(act, { id: note.id, formerType: "Note", deleted });
  return told === 0 ? writeCreate(act, note) : writeNoteUpdate(act, note);
}
