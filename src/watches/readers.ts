import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Reader as DatabaseReader, Transaction } from "../foundation/database.ts";
import { dropJobs } from "../foundation/jobs.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { most } from "./watch.ts";

/** Somebody who is told of a search by mail. */
export interface WatchReader {
  readonly id: string;
  /** The id of the watch. */
  readonly watch: string;
  readonly email: string;
  readonly language: Language;
  /** Null until they have followed the link that was sent to their address. */
  readonly confirmed: Date | null;
  /** When they were last written to of what was found. */
  readonly written: Date | null;
}

export type ReadingRefusal = "too-many-letters" | "too-many-readers";

interface Asking {
  readonly watch: string;
  readonly email: string;
  readonly language: Language;
  readonly now: Date;
}

/**
 * Notes that somebody wants to be told by mail. Gives whom to ask whether it was they; null where they were asked within the
 * hour, or get these letters already: whoever typed the address learns neither.
 */
export async function askToRead(
  tx: Transaction,
  { watch, email, language, now }: Asking,
): Promise<Outcome<WatchReader | null, ReadingRefusal>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('watch-readers', 0))`.execute(tx);
  const known = await tx
    .selectFrom("watchReaders")
    .selectAll()
    .where("watch", "=", watch)
    .where(sql`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
  if (known && (known.confirmed !== null || now.getTime() - known.asked.getTime() < hour)) return done(null);
  const refusal = await refusalToAsk(tx, email, known !== undefined, now);
  if (refusal !== null) return refused(refusal);
  if (known) {
    await tx.updateTable("watchReaders").set({ asked: now, language }).where("id", "=", known.id).execute();
    return done({ ...readerOf(known), language });
  }
  const row = { id: randomUUID(), watch, email, language };
  await tx
    .insertInto("watchReaders")
    .values({ ...row, asked: now })
    .execute();
  return done({ ...row, confirmed: null, written: null });
}

const hour = 3_600_000;

async function refusalToAsk(tx: Transaction, email: string, again: boolean, now: Date): Promise<ReadingRefusal | null> {
  const since = new Date(now.getTime() - 24 * hour);
  const { all, lately } = await tx
    .selectFrom("watchReaders")
    .select(sql<number>`count(*)`.as("all"))
    .select(
      sql<number>`count(*) filter (where lower(email) = ${email.toLowerCase()} and asked > ${since})`.as("lately"),
    )
    .executeTakeFirstOrThrow();
  if (lately >= most.askedInADay) return "too-many-letters";
  return !again && all >= most.readers ? "too-many-readers" : null;
}

/** The address is theirs: from now on they are written to. */
export async function confirmReader(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("watchReaders")
    .set({ confirmed: now })
    .where("id", "=", id)
    .where("confirmed", "is", null)
    .execute();
}

/** Erases somebody's address, with the letters that have not left yet. */
export async function eraseReader(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("watchReaders").where("id", "=", id).execute();
  await dropJobs(tx, lettersTo(id));
  await dropUnkept(tx);
}

/** Forgets the searches that nobody keeps any more. */
export async function dropUnkept(tx: Transaction): Promise<void> {
  await tx
    .deleteFrom("watches")
    .where("actor", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("watchReaders").select("watchReaders.id").whereRef("watch", "=", "watches.id"))),
    )
    .execute();
}

/** With what the keys of all letters to one reader begin. */
export const lettersTo = (id: string): string => `watch-reader:${id}:`;

export async function findReader(reader: DatabaseReader, id: string): Promise<WatchReader | null> {
  const row = await reader.selectFrom("watchReaders").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? readerOf(row) : null;
}

/** Those who may be written to now: confirmed, and not within a day after the last letter. */
export async function listDueReaders(reader: DatabaseReader, now: Date): Promise<readonly WatchReader[]> {
  const rows = await reader
    .selectFrom("watchReaders")
    .selectAll()
    .where("confirmed", "is not", null)
    .where(({ or, eb }) => or([eb("written", "is", null), eb("written", "<=", new Date(now.getTime() - 24 * hour))]))
    .orderBy("watch")
    .execute();
  return rows.map(readerOf);
}

type Row = Omit<WatchReader, "language"> & { readonly language: string };

function readerOf({ id, watch, email, language, confirmed, written }: Row): WatchReader {
  return { id, watch, email, language: language === "en" ? "en" : "fr", confirmed, written };
}
