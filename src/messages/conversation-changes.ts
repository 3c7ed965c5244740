import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Actor, enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { refusalOfText, type TextRefusal } from "./answer.ts";
import { addressOf, serverOf } from "./authors.ts";
import { findHeard, type Heard, placeOf } from "./conversations.ts";
import type { ReportPassedOn } from "./events.ts";
import type { Subject } from "./messages.ts";
import { findReport } from "./queries.ts";

/** Who does something about a conversation, and when. */
export interface Doing {
  readonly by: Actor & { readonly id: string };
  readonly now: Date;
}

/** Takes a conversation off the list of those to answer: all that had come when somebody looked. */
export async function settleConversation(tx: Transaction, number: number, upTo: number, doing: Doing): Promise<void> {
  const message = await needMessage(tx, number);
  await tx
    .updateTable("messages")
    .set({ answered: doing.now })
    .where(sql<boolean>`coalesce(conversation, id) = ${placeOf(number)}`)
    .where("number", "<=", upTo)
    .where("answered", "is", null)
    .execute();
  await note(tx, doing, "conversation-done", message);
}

/** Puts a conversation back on the list of those to answer. */
export async function reopenConversation(tx: Transaction, number: number, doing: Doing): Promise<void> {
  const message = await needMessage(tx, number);
  await sql`
    update messages set answered = null where number = (
      select max(number) from messages
      where coalesce(conversation, id) = ${placeOf(number)} and kind <> 'news' and deleted is null)`.execute(tx);
  await note(tx, doing, "conversation-reopened", message);
}

/** Gives a conversation to a colleague to look after, or to nobody; false when there is no such colleague. */
export async function assignConversation(
  tx: Transaction,
  number: number,
  assignee: string | null,
  doing: Doing,
): Promise<boolean> {
  const message = await needMessage(tx, number);
  if (assignee !== null && !(await isAccount(tx, assignee))) return false;
  await tx
    .updateTable("messages")
    .set({ assignee })
    .where(sql<boolean>`coalesce(conversation, id) = ${placeOf(number)}`)
    .execute();
  await note(tx, doing, assignee === null ? "conversation-unassigned" : "conversation-assigned", message);
  return true;
}

/** In characters. */
const longestRemark = 2_000;

/** Keeps what somebody tells their colleagues about a message. */
export async function addRemark(
  tx: Transaction,
  number: number,
  text: string,
  doing: Doing,
): Promise<Outcome<null, TextRefusal>> {
  const message = await needMessage(tx, number);
  const reason = refusalOfText(text, longestRemark);
  if (reason !== null) return refused(reason);
  const { by, now: written } = doing;
  const row = { id: randomUUID(), message: message.id, account: by.id, who: whoIs(by), text: text.trim(), written };
  await tx.insertInto("remarks").values(row).execute();
  await note(tx, doing, "remark-added", message);
  return done(null);
}

/** Somebody has looked at a complaint and done about it what is to be done; one handled already stays so. */
export async function handleReport(tx: Transaction, id: string, { by, now }: Doing): Promise<void> {
  const handled = await tx
    .updateTable("reports")
    .set({ handled: now })
    .where("id", "=", id)
    .where("handled", "is", null)
    .returning("reporter")
    .executeTakeFirst();
  if (handled) await enter(tx, by, { deed: "report-handled", subject: sourceOf(handled.reporter), now });
}

/** Tells the server of whom a complaint is about; whoever complains stays unnamed. Nothing happens the second time, or where nobody elsewhere is meant. */
export async function passOnReport(
  tx: Transaction,
  id: string,
  about: readonly Pick<Subject, "actor" | "original">[],
  { by, now }: Doing,
): Promise<boolean> {
  const report = await findReport(tx, id);
  const [actor] = about.flatMap((one) => one.actor ?? []);
  if (report === null || report.passedOn !== null || actor === undefined) return false;
  await tx.updateTable("reports").set({ passedOn: now }).where("id", "=", id).execute();
  const objects = [actor, ...about.flatMap((one) => (one.actor === actor ? (one.original ?? []) : []))];
  const event: ReportPassedOn = {
    ...{ id: randomUUID(), happened: now.toISOString(), name: "report-passed-on", report: id },
    objects: [...new Set(objects)],
  };
  await record(tx, event);
  await enter(tx, by, { deed: "report-passed-on", subject: serverOf(actor), now });
  return true;
}

/** From where a complaint comes, for the journal: never from whom. */
const sourceOf = (reporter: string | null): string => (reporter === null ? "" : serverOf(reporter));

/** How colleagues call somebody. */
export const whoIs = ({ name, email }: Actor): string => (name === "" ? email : name);

/** The message that the desk calls by this number. Throws `NotFound`. */
export async function needMessage(tx: Transaction, number: number): Promise<Heard> {
  const message = await findHeard(tx, number);
  if (message === null) throw new NotFound(`there is no message ${number}`);
  return message;
}

async function isAccount(tx: Transaction, id: string): Promise<boolean> {
  return (
    (await tx
      .selectFrom("accounts")
      .select("id")
      .where("id", "=", id)
      .where("association", "is", null)
      .executeTakeFirst()) !== undefined
  );
}

async function note(tx: Transaction, { by, now }: Doing, deed: string, { author }: Heard): Promise<void> {
  await enter(tx, by, { deed, subject: addressOf(author), now });
}
