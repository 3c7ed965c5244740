import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { StoredContent } from "../funding/form.ts";
import type { Party } from "../funding/funding.ts";
import { partyOf } from "../funding/parties.ts";
import type { Notice, NoticeWhat } from "./notices.ts";

/** What some parties were told, the newest first. */
export async function listNotices(
  reader: Reader,
  parties: readonly string[],
  { since = null, limit = 100 }: { readonly since?: Date | null; readonly limit?: number } = {},
): Promise<readonly Notice[]> {
  if (parties.length === 0) return [];
  let query = reader
    .selectFrom("notices")
    .innerJoin("fundingRequests", "fundingRequests.id", "notices.request")
    .select(["notices.id", "notices.what", "notices.happened", "notices.seen"])
    .select(["fundingRequests.code", "fundingRequests.content"])
    .where("notices.party", "in", parties)
    .orderBy("notices.happened", "desc")
    .orderBy("notices.id")
    .limit(limit);
  if (since !== null) query = query.where("notices.happened", ">", since);
  return (await query.execute()).map(({ id, what, happened, seen, code, content }) => {
    const { title, language } = StoredContent.parse(content);
    return { id, what: what as NoticeWhat, happened, seen, request: { code, title, language } };
  });
}

/** One notice, with whom it is for and the id of its request; null once it is forgotten. */
export async function findNotice(
  reader: Reader,
  id: string,
): Promise<{ readonly what: NoticeWhat; readonly request: string; readonly party: Party } | null> {
  const row = await reader
    .selectFrom("notices")
    .innerJoin("parties", "parties.id", "notices.party")
    .select(["notices.what", "notices.request", "parties.id", "parties.kind"])
    .select(["parties.actor", "parties.name", "parties.address", "parties.erased"])
    .where("notices.id", "=", id)
    .executeTakeFirst();
  return row ? { what: row.what as NoticeWhat, request: row.request, party: partyOf(row) } : null;
}

/** How much of it nobody has read yet. */
export async function countUnseen(reader: Reader, parties: readonly string[]): Promise<number> {
  if (parties.length === 0) return 0;
  const { unseen } = await reader
    .selectFrom("notices")
    .select(sql<number>`count(*)::integer`.as("unseen"))
    .where("party", "in", parties)
    .where("seen", "is", null)
    .executeTakeFirstOrThrow();
  return unseen;
}

/** Notes that all of it was read, up to an instant. */
export async function markSeen(tx: Transaction, parties: readonly string[], until: Date, now: Date): Promise<void> {
  if (parties.length === 0) return;
  await tx
    .updateTable("notices")
    .set({ seen: now })
    .where("party", "in", parties)
    .where("happened", "<=", until)
    .where("seen", "is", null)
    .execute();
}

/** Forgets what was told long ago; a year is enough to look back. */
export async function sweepNotices(tx: Transaction, now: Date): Promise<void> {
  await tx
    .deleteFrom("notices")
    .where("happened", "<", new Date(now.getTime() - 365 * 86_400_000))
    .execute();
}
