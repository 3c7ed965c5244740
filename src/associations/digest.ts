import type { Reader, Transaction } from "../foundation/database.ts";
import type { LetterRhythm } from "./reading.ts";

/** Somebody who wants a letter of what is new, and since when. */
export interface DueReader {
  readonly account: string;
  readonly email: string;
  readonly association: string;
  readonly name: string;
  readonly language: "fr" | "en";
  /** What came before this was told already, or read on the page. */
  readonly since: Date;
}

const day = 86_400_000;
const spans: Readonly<Record<Exclude<LetterRhythm, "never">, number>> = { daily: day, weekly: 7 * day };
/** Letters leave once a day: a quarter of an hour more or less is no reason to wait for another. */
const slack = 900_000;

/** Those whose letter is due: of accepted associations that follow somebody. */
export async function listDueReaders(reader: Reader, now: Date): Promise<readonly DueReader[]> {
  const rows = await reader
    .selectFrom("accounts")
    .innerJoin("associations", "associations.id", "accounts.association")
    .leftJoin("associationReaders", "associationReaders.account", "accounts.id")
    .select(["accounts.id as account", "accounts.email", "accounts.created", "associations.id as association"])
    .select(["associations.name", "associations.language"])
    .select(["associationReaders.letters", "associationReaders.written", "associationReaders.seen"])
    .where("associations.state", "=", "approved")
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("followings").select("followed").whereRef("followings.actor", "=", "associations.id")),
    )
    .orderBy("accounts.id")
    .execute();
  return rows.flatMap(({ letters, written, seen, created, language, ...row }) => {
    const span = spanOf(letters ?? "weekly");
    const last = written ?? created;
    if (span === null || now.getTime() - last.getTime() < span - slack) return [];
    const since = seen !== null && seen > last ? seen : last;
    return [{ ...row, since, language: language === "en" ? ("en" as const) : ("fr" as const) }];
  });
}

const spanOf = (letters: string): number | null =>
  letters === "daily" || letters === "weekly" ? spans[letters] : null;

/** Their letter is written, or there was nothing to write. */
export async function noteWritten(tx: Transaction, account: string, now: Date): Promise<void> {
  await tx
    .insertInto("associationReaders")
    .values({ account, written: now })
    .onConflict((known) => known.column("account").doUpdateSet({ written: now }))
    .execute();
}
