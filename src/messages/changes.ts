import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { Message, Report } from "./messages.ts";

/** Keeps messages of different ids, or their newer versions; an older version changes nothing, and what was deleted stays so. */
export async function receiveMessages(tx: Transaction, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({ ...message, recipients: [...message.recipients] }));
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
}

/** What a newer version of a message may change. */
const versioned = [
  ...(["recipients", "kind", "visibility", "content", "language", "url"] as const),
  ...(["inReplyTo", "published", "updated"] as const),
];

/** Its author deleted it: nothing of it stays but that it was there. */
export async function eraseMessage(tx: Transaction, id: string, author: string, now: Date): Promise<void> {
  await tx
    .updateTable("messages")
    .set({ content: "", url: null, deleted: now })
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
