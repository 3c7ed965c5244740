import type { Reader, Transaction } from "../foundation/database.ts";

/** Who does something at the desk, or on the command line, which has no account. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
}

/** Something that somebody did, as the journal keeps it for a year. */
export interface Entry {
  readonly id: number;
  readonly done: Date;
  /** The name or address of the person, as it was then. */
  readonly who: string;
  /** What was done, as a code like "offer-published"; the pages have the words. */
  readonly deed: string;
  /** What it was done to, in words: the title of an offer, the address of a colleague. */
  readonly subject: string | null;
}

/** Notes who did what, in the transaction that does it. */
export async function enter(
  tx: Transaction,
  by: Actor,
  { deed, subject = null, now }: { readonly deed: string; readonly subject?: string | null; readonly now: Date },
): Promise<void> {
  const who = by.name === "" ? by.email : by.name;
  await tx.insertInto("journal").values({ done: now, account: by.id, who, deed, subject }).execute();
}

/** The last that was done, the newest first; `before` goes on from an entry. */
export async function listJournal(
  reader: Reader,
  limit: number,
  before: number | null = null,
): Promise<readonly Entry[]> {
  let query = reader.selectFrom("journal").select(["id", "done", "who", "deed", "subject"]).orderBy("id", "desc");
  if (before !== null) query = query.where("id", "<", before);
  return await query.limit(limit).execute();
}
