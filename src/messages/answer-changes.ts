import { sql } from "kysely";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AnswerRefusal, mostAnswers, refusalOfText, type TextRefusal } from "./answer.ts";
import { findAnswer, listVoices, sizeOfConversation } from "./answers.ts";
import { addressOf } from "./authors.ts";
import { type Doing, needMessage, whoIs } from "./conversation-changes.ts";
import type { Heard } from "./conversations.ts";
import { keepAnswer, rewriteAnswer, takeBackAnswer } from "./keeping-answers.ts";

/** What somebody wants to answer. */
export interface Answering {
  /** Which of our accounts speaks. */
  readonly actor: string;
  readonly text: string;
  /** A language tag. */
  readonly language: string;
  /** How much the conversation held when they began to write. */
  readonly seen: number;
}

/** Answers a message in the name of one of our accounts, to those who may read it. All that its author wrote before counts as answered. */
export async function answerMessage(
  tx: Transaction,
  number: number,
  answering: Answering,
  doing: Doing,
): Promise<Outcome<string, AnswerRefusal>> {
  const { by, now } = doing;
  await sql`select from messages where coalesce(conversation, id) = (
    select coalesce(conversation, id) from messages where number = ${number}) order by id for update`.execute(tx);
  const message = await needMessage(tx, number);
  const reason = await refusalToAnswer(tx, message, answering, doing);
  if (reason !== null) return refused(reason);
  const id = await keepAnswer(tx, message, answering, { writer: { id: by.id, who: whoIs(by) }, now });
  await settleAuthor(tx, message, now);
  await enter(tx, by, { deed: "message-answered", subject: addressOf(message.author), now });
  return done(id);
}

/** Lets an answer read otherwise from now on. Throws `Conflict` when somebody else was quicker. */
export async function changeAnswer(
  tx: Transaction,
  id: string,
  { text, version }: { readonly text: string; readonly version: number },
  { by, now }: Doing,
): Promise<Outcome<null, TextRefusal>> {
  const answer = await needAnswer(tx, id);
  if (answer.version !== version) throw new Conflict("somebody else has changed this answer");
  const reason = refusalOfText(text);
  if (reason !== null) return refused(reason);
  if (text.trim() === answer.text) return done(null);
  await rewriteAnswer(tx, answer, text, now);
  await enter(tx, by, { deed: "answer-changed", subject: answer.to, now });
  return done(null);
}

/** Takes an answer back: nothing of it stays here but that it was, and those who have it are asked to forget it. */
export async function deleteAnswer(tx: Transaction, id: string, { by, now }: Doing): Promise<void> {
  const answer = await needAnswer(tx, id);
  await takeBackAnswer(tx, answer, now);
  await enter(tx, by, { deed: "answer-deleted", subject: answer.to, now });
}

async function refusalToAnswer(
  tx: Transaction,
  message: Heard,
  { actor, text, language, seen }: Answering,
  { by, now }: Doing,
): Promise<AnswerRefusal | null> {
  if (message.deleted) return "message-deleted";
  if (message.author.gone) return "author-gone";
  const malformed = refusalOfText(text);
  if (malformed !== null) return malformed;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(language)) return "language-unknown";
  const voices = await listVoices(tx, message.recipients);
  if (!voices.some(({ id }) => id === actor)) return "actor-unknown";
  if ((await countAnswers(tx, by.id, now)) >= mostAnswers) return "too-many";
  return (await sizeOfConversation(tx, message.number)) === seen ? null : "conversation-went-on";
}

async function countAnswers(tx: Transaction, account: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom("answers")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account", "=", account)
    .where("published", ">", new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  return count;
}

async function settleAuthor(tx: Transaction, { number, author }: Heard, now: Date): Promise<void> {
  await sql`
    update messages set answered = ${now} where author = ${author.id} and answered is null and kind <> 'news'
    and coalesce(conversation, id) = (select coalesce(one.conversation, one.id) from messages as one where one.number = ${number})`.execute(
    tx,
  );
}

async function needAnswer(tx: Transaction, id: string) {
  const answer = await findAnswer(tx, id);
  if (answer === null || answer.deleted !== null) throw new NotFound(`there is no answer ${id}`);
  return answer;
}
