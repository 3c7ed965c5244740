import { timingSafeEqual } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";

export const letterRhythms = ["daily", "weekly", "never"] as const;
export type LetterRhythm = (typeof letterRhythms)[number];

/** How a member reads the news of those whom their association follows. */
export interface ReadingSettings {
  /** Until when they had read at their last visit; null when they never came. */
  readonly seen: Date | null;
  readonly letters: LetterRhythm;
}

export async function findReadingSettings(reader: Reader, account: string): Promise<ReadingSettings> {
  const row = await reader
    .selectFrom("associationReaders")
    .select(["seen", "letters"])
    .where("account", "=", account)
    .executeTakeFirst();
  return row ? { seen: row.seen, letters: row.letters as LetterRhythm } : { seen: null, letters: "weekly" };
}

/** They have read until now; what came since the visit before stays marked on the page that they are shown. */
export async function noteRead(tx: Reader, account: string, now: Date): Promise<void> {
  await tx
    .insertInto("associationReaders")
    .values({ account, seen: now })
    .onConflict((known) => known.column("account").doUpdateSet({ seen: now }))
    .execute();
}

/** How often they want a letter. */
export async function keepRhythm(tx: Reader, account: string, letters: LetterRhythm): Promise<void> {
  await tx
    .insertInto("associationReaders")
    .values({ account, letters })
    .onConflict((known) => known.column("account").doUpdateSet({ letters }))
    .execute();
}

/** What the address of an association's secret feed ends with; null when there is no such association. */
export async function feedKey(reader: Reader, secret: Secret, association: string): Promise<string | null> {
  const row = await reader
    .selectFrom("associations")
    .select("feed")
    .where("id", "=", association)
    .where("state", "=", "approved")
    .executeTakeFirst();
  return row ? secret.digest("association-feed", `${association} ${row.feed}`) : null;
}

/** The secret feed gets another address; the old one opens nothing any more. */
export async function renewFeed(tx: Transaction, association: string): Promise<void> {
  await tx
    .updateTable("associations")
    .set(({ eb }) => ({ feed: eb("feed", "+", 1) }))
    .where("id", "=", association)
    .execute();
}

/** What the link that ends a member's letters ends with. */
export const endKey = (secret: Secret, account: string): string => secret.digest("association-letters", account);

/** Compares in the same time whatever is wrong. */
export function sameKey(one: string | null, other: string): boolean {
  const [a, b] = [Buffer.from(one ?? ""), Buffer.from(other)];
  return one !== null && a.length === b.length && timingSafeEqual(a, b);
}
