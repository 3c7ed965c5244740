import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { Message, Report } from "./messages.ts";

/** Keeps messages of different ids, or their newer versions; an older version changes nothing, and what was deleted stays so. */
export async function receiveMessages(tx: Transaction, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ continues, ...message }) => ({
    ...{ ...message, recipients: [...message.recipients], others: [...message.others] },
    conversation: beginningOf(message.inReplyTo, continues),
  }));
  await tx
    .insertInto("messages")
    // In the order of their ids: two who keep the same ones never wait for each other.
    .values(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    .onConflict((known) =>
      known
        .column("id")
        .doUpdateSet(({ ref }) => Object.fromEntries(versioned.map((column) => [column, ref(`excluded.${column}`)])))
        .whereRef("messages.author", "=", "excluded.author")
        .where("messages.deleted", "is", null)
        // Of two versions of one instant, which should not be, it is always the same one that stays.
        .where(
          sql<boolean>`(coalesce(excluded.updated, '-infinity'), excluded.content) > (coalesce(messages.updated, '-infinity'), messages.content)`,
        ),
    )
    .execute();
  if (messages.some(({ inReplyTo }) => inReplyTo !== null)) await joinConversations(tx, messages);
}

/** What a newer version of a message may change. */
const versioned = [
  ...(["recipients", "kind", "visibility", "content", "language", "url"] as const),
  ...(["inReplyTo", "others", "published", "updated"] as const),
];

/** Where the conversation of a message begins, as far as we know: with that of what it answers, else with what it answers. */
function beginningOf(inReplyTo: string | null, continues: string | null): RawBuilder<string> | null {
  if (inReplyTo === null) return null;
  return sql<string>`coalesce(
    (select coalesce(asked.conversation, asked.id) from messages as asked where asked.id = ${inReplyTo}),
    (select coalesce(asked.conversation, asked.id) from answers
      join messages as asked on asked.id = answers.message where answers.id = ${continues}::uuid),
    ${inReplyTo})`;
}

const mostPasses = 10; // each halves the way: answers may come before what they answer, in whatever order

/** What hung on a message that has only come now, hangs where that one does. */
async function joinConversations(tx: Transaction, messages: readonly Message[]): Promise<void> {
  const ids = messages.map(({ id }) => id);
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { numAffectedRows = 0n } = await sql`
      with hanging as (
        select child.id, asked.conversation from messages as child join messages as asked on asked.id = child.conversation
        where child.id = any(${ids}::text[])
        union
        select child.id, asked.conversation from messages as asked
        join messages as child on coalesce(child.conversation, child.id) = asked.id
        where asked.id = any(${ids}::text[]))
      update messages set conversation = hanging.conversation from hanging
      where messages.id = hanging.id and hanging.conversation <> messages.conversation`.execute(tx);
    if (numAffectedRows === 0n) return;
  }
}

/** Its author deleted it: nothing of it stays but that it was there. */
export async function eraseMessage(tx: Transaction, id: string, author: string, now: Date): Promise<void> {
  await tx
    .updateTable("messages")
    .set({ content: "", url: null, others: [], deleted: now })
    .where("id", "=", id)
    .where("author", "=", author)
    .execute();
}

/** Keeps a complaint for the host to look at. */
export async function keepReport(tx: Transaction, report: Report): Promise<void> {
  await tx
    .insertInto("reports")
    .values({ ...report, objects: [...report.objects] })
    .onConflict((known) => known.doNothing())
    .execute();
}
