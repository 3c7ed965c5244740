import { sql } from "kysely";
import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { findHost } from "../hosts/queries.ts";
import type { Answer, Sending } from "./answer.ts";
import { listAnswers, listRemarks, listVoices, type Remark, sizeOfConversation, type Voice } from "./answers.ts";
import { findAssignee, findHeard, type Heard, listConversation } from "./conversations.ts";
import type { Subject } from "./messages.ts";

/** Something that one of our accounts said by itself. */
export interface OwnNote {
  readonly handle: string;
  /** HTML made here. */
  readonly content: string;
  readonly language: string;
  readonly published: Date;
}

/** What the rest of the site knows of what is said. */
export interface Elsewhere {
  /** How far each answer is on its way. */
  sendingsOf(reader: Reader, answers: readonly string[]): Promise<ReadonlyMap<string, Sending>>;
  /** What one of our accounts said, by its permanent address; null when none did. */
  ownNoteAt(reader: Reader, address: string): Promise<OwnNote | null>;
  /** What addresses of ours stand for, by address, where people know that by a name. */
  subjectsOf(reader: Reader, addresses: readonly string[]): Promise<ReadonlyMap<string, Subject>>;
}

/** A conversation as the desk shows it. */
export interface ConversationView {
  /** The number under which it was asked for. */
  readonly number: number;
  /** The message that would be answered; null when none can be. */
  readonly answered: Heard | null;
  readonly messages: readonly Heard[];
  readonly answers: readonly Answer[];
  readonly sendings: ReadonlyMap<string, Sending>;
  readonly remarks: readonly Remark[];
  /** What of ours it began with. */
  readonly note: OwnNote | null;
  /** Which of our accounts may answer. */
  readonly voices: readonly Voice[];
  /** The names of our accounts that messages were written to, by their ids. */
  readonly handles: ReadonlyMap<string, string>;
  /** The colleagues who may look after it. */
  readonly accounts: readonly Account[];
  readonly assignee: string | null;
  readonly size: number;
  /** The language that the host writes in. */
  readonly language: string;
}

/**
 * Reads the conversation of a message; null when there is no such message, or its author is blocked. The answer is to that
 * very message if it has to be, or it waits for one; else to the one that has waited longest, else to the newest.
 */
export async function readConversation(
  reader: Reader,
  elsewhere: Elsewhere,
  number: number,
  exact: boolean,
): Promise<ConversationView | null> {
  const asked = await findHeard(reader, number);
  if (asked === null) return null;
  const messages = await listConversation(reader, number);
  const answers = await listAnswers(reader, number);
  const waits = (one: Heard) => answerable(one) && one.answered === null;
  const chosen = answerable(asked) && (exact || waits(asked)) ? asked : messages.find(waits);
  const answered = chosen ?? messages.findLast(answerable) ?? null;
  const beginning = messages[0]?.inReplyTo ?? null;
  return {
    ...{ number, messages, answers, answered },
    sendings: await elsewhere.sendingsOf(
      reader,
      answers.map(({ id }) => id),
    ),
    remarks: await listRemarks(reader, number),
    note: beginning === null ? null : await elsewhere.ownNoteAt(reader, beginning),
    voices: answered === null ? [] : await listVoices(reader, answered.recipients),
    handles: await listNames(reader, messages, answers),
    accounts: (await listAccounts(reader)).filter(({ role }) => role !== "reader"),
    assignee: await findAssignee(reader, number),
    size: await sizeOfConversation(reader, number),
    language: (await findHost(reader))?.profile.language ?? "fr",
  };
}

const answerable = ({ kind, deleted, author }: Heard): boolean => kind !== "news" && deleted === null && !author.gone;

async function listNames(
  reader: Reader,
  messages: readonly Heard[],
  answers: readonly Answer[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...messages.flatMap(({ recipients }) => recipients), ...answers.map(({ actor }) => actor)];
  const rows = await reader
    .selectFrom("handles")
    .select(["id", "name"])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
