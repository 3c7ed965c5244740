import type { Database, Reader } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";

const minute = 60_000;
const span = 15 * minute;
/** So many tries that failed fit into 15 minutes, whichever 15 minutes one looks at. */
export const mostTries = 10;

/** In milliseconds: how long after these tries the next has to wait. The first three are free; then the wait doubles. */
export function waitAfter(tries: readonly Date[], now: Date): number {
  const recent = recentOf(tries, now);
  const last = recent.at(-1);
  if (last === undefined) return 0;
  const pause = recent.length < 3 ? 0 : 1_000 * 2 ** (recent.length - 3);
  const oldest = recent.length < mostTries ? null : recent.at(-mostTries);
  const until = Math.max(last.getTime() + pause, oldest ? oldest.getTime() + span : 0);
  return Math.max(until - now.getTime(), 0);
}

/** What is tried to be opened, and by which known browser, if by one: the tries of strangers do not count against it. */
export interface TrySubject {
  readonly door: "password" | "member-password" | "own-password" | "code";
  /** An address as it was typed, or the id of an account. */
  readonly whose: string;
  readonly device?: string | null;
}

export function subjectOf(secret: Secret, { door, whose, device = null }: TrySubject): string {
  return secret.digest("sign-in-try", JSON.stringify([door, whose.trim().toLowerCase(), device]));
}

/** Counts one more try before it is made, in every process; returns the seconds to wait, and has not counted, when it comes too soon. */
export async function countTry(db: Database, subject: string, now: Date): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const { tries } = await tx
      .insertInto("signInTries")
      .values({ subject, tries: [], latest: now })
      .onConflict((known) => known.column("subject").doUpdateSet({ subject })) // locks it, whoever else tries meanwhile
      .returning("tries")
      .executeTakeFirstOrThrow();
    const wait = waitAfter(tries, now);
    if (wait > 0) return Math.ceil(wait / 1_000);
    const counted = [...recentOf(tries, now), now];
    await tx.updateTable("signInTries").set({ tries: counted, latest: now }).where("subject", "=", subject).execute();
    return 0;
  });
}

/** Whoever got in has not been guessing. */
export async function forgetTries(reader: Reader, subject: string): Promise<void> {
  await reader.deleteFrom("signInTries").where("subject", "=", subject).execute();
}

function recentOf(tries: readonly Date[], now: Date): readonly Date[] {
  return tries.filter((tried) => now.getTime() - tried.getTime() < span);
}
