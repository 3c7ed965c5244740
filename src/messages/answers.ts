import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Answer, AnswerVisibility } from "./answer.ts";
import { addressOf } from "./authors.ts";
import { placeOf, unblocked } from "./conversations.ts";

/** One of our accounts that may answer. */
export interface Voice {
  readonly id: string;
  /** @name. */
  readonly name: string;
  readonly kind: string;
}

/** What colleagues tell each other about a message. */
export interface Remark {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  readonly written: Date;
}

/** An answer with the name of the one whom it is to. */
export interface AddressedAnswer extends Answer {
  readonly to: string;
}

/** An answer of ours; a transaction holds it until it ends. */
export async function findAnswer(reader: Reader, id: string): Promise<AddressedAnswer | null> {
  const row = await reader
    .selectFrom("answers")
    .innerJoin("messages", "messages.id", "answers.message")
    .leftJoin("remoteActors", "remoteActors.id", "messages.author")
    .selectAll("answers")
    .select(["messages.author", "remoteActors.handle"])
    .where("answers.id", "=", id)
    .forUpdate("answers")
    .executeTakeFirst();
  if (!row) return null;
  const { author, handle, ...answer } = row;
  return { ...answer, visibility: answer.visibility as AnswerVisibility, to: addressOf({ id: author, handle }) };
}

/** What we answered in the conversation of a message, the oldest first; what was taken back among it. */
export async function listAnswers(reader: Reader, number: number): Promise<readonly Answer[]> {
  const rows = await reader
    .selectFrom("answers")
    .innerJoin("messages", "messages.id", "answers.message")
    .selectAll("answers")
    .where(sql<boolean>`coalesce(messages.conversation, messages.id) = ${placeOf(number)}`)
    .orderBy("answers.published")
    .execute();
  return rows.map((row) => ({ ...row, visibility: row.visibility as AnswerVisibility }));
}

/** What colleagues said of the conversation of a message, the oldest first. */
export async function listRemarks(reader: Reader, number: number): Promise<readonly Remark[]> {
  return await reader
    .selectFrom("remarks")
    .innerJoin("messages", "messages.id", "remarks.message")
    .select(["remarks.id", "remarks.who", "remarks.text", "remarks.written"])
    .where(sql<boolean>`coalesce(messages.conversation, messages.id) = ${placeOf(number)}`)
    .orderBy("remarks.written")
    .execute();
}

/** Which of our accounts may answer what was written to these: they themselves; the host where none of them is any more. */
export async function listVoices(reader: Reader, recipients: readonly string[]): Promise<readonly Voice[]> {
  const rows = await reader
    .selectFrom("handles")
    .select(["id", "name", "kind"])
    .where("gone", "is", null)
    .where(sql<boolean>`(kind = 'host' or id = any(${[...recipients]}::uuid[]))`)
    .orderBy(sql`kind = 'host'`, "desc")
    .orderBy("name")
    .execute();
  const addressed = rows.filter(({ id }) => recipients.includes(id));
  return addressed.length === 0 ? rows : addressed;
}

/** How many messages and answers the conversation of a message holds. */
export async function sizeOfConversation(reader: Reader, number: number): Promise<number> {
  const same = sql`coalesce(conversation, id) = ${placeOf(number)}`;
  const { rows } = await sql<{ size: number }>`
    select count(*) + coalesce(sum((select count(*) from answers where answers.message = messages.id)), 0) as size
    from messages where ${same} and ${unblocked(same)}`.execute(reader);
  return Number(rows[0]?.size ?? 0);
}
