import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { noteErasure } from "../erasures/changes.ts";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { type Answer, visibilityOfAnswer } from "./answer.ts";
import type { AnswerChanged, AnswerDeleted, AnswerWritten } from "./events.ts";
import type { Visibility } from "./messages.ts";

/** What one of our accounts says to the author of a message. */
export interface Said {
  /** Which of our accounts. */
  readonly actor: string;
  readonly text: string;
  /** A language tag. */
  readonly language: string;
}

/** Who wrote it, as colleagues call them. */
export interface Writer {
  readonly id: string;
  readonly who: string;
}

/** Keeps an answer, which leaves for its reader once this commits; gives its id. Without a writer, the account says it by itself. */
export async function keepAnswer(
  tx: Transaction,
  message: { readonly id: string; readonly visibility: Visibility },
  { actor, text, language }: Said,
  { writer, now }: { readonly writer: Writer | null; readonly now: Date },
): Promise<string> {
  const id = randomUUID();
  const said = { actor, text: text.trim(), language, visibility: visibilityOfAnswer(message.visibility) };
  const by = { account: writer?.id ?? null, who: writer?.who ?? "" };
  await tx
    .insertInto("answers")
    .values({ ...said, ...by, id, message: message.id, published: now })
    .execute();
  const event: AnswerWritten = { ...happened(now), name: "answer-written", answer: id };
  await record(tx, event);
  return id;
}

type Kept = Pick<Answer, "id" | "text" | "version" | "published" | "updated">;

/** Lets an answer read otherwise from now on. */
export async function rewriteAnswer(
  tx: Transaction,
  { id, version, published, updated: last }: Kept,
  text: string,
  now: Date,
): Promise<void> {
  // Receivers compare the instants: a later version is later by a second at least.
  const updated = new Date(Math.max(now.getTime(), (last ?? published).getTime() + 1_000));
  await tx
    .updateTable("answers")
    .set({ text: text.trim(), updated, version: version + 1 })
    .where("id", "=", id)
    .execute();
  const event: AnswerChanged = { ...happened(now), name: "answer-changed", answer: id };
  await record(tx, event);
}

/** Takes an answer back: nothing of it stays here but that it was, and those who have it are asked to forget it. */
export async function takeBackAnswer(tx: Transaction, { id, version }: Kept, now: Date): Promise<void> {
  await tx
    .updateTable("answers")
    .set({ text: "", deleted: now, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await noteErasure(tx, { id, kind: "answer" }, now);
  const event: AnswerDeleted = { ...happened(now), name: "answer-deleted", answer: id };
  await record(tx, event);
}

/** How often our accounts have answered somebody by themselves since an instant, and everybody of their server. */
export async function countAutomatic(
  tx: Transaction,
  author: string,
  since: Date,
): Promise<{ readonly author: number; readonly server: number }> {
  const { rows } = await sql<{ author: number; server: number }>`
    select count(*) filter (where messages.author = ${author})::integer as author, count(*)::integer as server
    from answers join messages on messages.id = answers.message
    where answers.account is null and answers.who = '' and answers.published > ${since}
    and starts_with(messages.author, ${`${new URL(author).origin}/`})`.execute(tx);
  return rows[0] ?? { author: 0, server: 0 };
}

/** Whether one of our accounts has answered a message by itself. */
export async function wasAnswered(tx: Transaction, message: string): Promise<boolean> {
  const { rows } = await sql`
    select from answers where message = ${message} and account is null and who = '' limit 1`.execute(tx);
  return rows.length > 0;
}

/** A message that was answered by itself waits for nobody any more. */
export async function settleMessage(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("messages").set({ answered: now }).where("id", "=", id).where("answered", "is", null).execute();
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });
