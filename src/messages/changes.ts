import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { Message, Report } from "./messages.ts";

/** Keeps a message, or its newer version; an older version changes nothing, and what was deleted stays so. */
export async function receiveMessage(tx: Transaction, message: Message): Promise<void> {
  const { id: _, author, ...version } = { ...message, recipients: [...message.recipients] };
  await tx
    .insertInto("messages")
    .values({ ...version, id: message.id, author })
    .onConflict((known) =>
      known
        .column("id")
        .doUpdateSet(version)
        .where("messages.author", "=", author)
        .where("messages.deleted", "is", null)
        // Of two versions of one instant, which should not be, it is always the same one that stays.
        .where(
          sql<boolean>`(coalesce(excluded.updated, '-infinity'), excluded.content) > (coalesce(messages.updated, '-infinity'), messages.content)`,
        ),
    )
    .execute();
}

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
