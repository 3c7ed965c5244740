import { createHash, randomBytes } from "node:crypto";
import type { Database, Transaction } from "../foundation/database.ts";
import type { Erasure } from "./erasures.ts";

/** Notes that something is erased, in the same transaction; what is sent of it is counted towards this. Noted twice, it is one. */
export async function noteErasure(
  tx: Transaction,
  { id, kind }: Pick<Erasure, "id" | "kind">,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("erasures")
    .values({ id, kind, happened: now })
    .onConflict((known) => known.doNothing())
    .execute();
}

/** Makes the private link of whoever has erased something: its last part, of which only a digest stays here. */
export async function makeErasureLink(tx: Transaction, id: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.updateTable("erasures").set({ link: digestOf(token) }).where("id", "=", id).execute();
  return token;
}

/** What is kept of a private link. */
export function digestOf(token: string): string {
  return createHash("sha256").update(`erasure ${token}`).digest("base64url");
}

/** For how many months it is kept that something was erased, and who confirmed it. */
export const keptMonths = 12;

/** Forgets what was erased a year ago. */
export async function sweepErasures(db: Database, now: Date): Promise<void> {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - keptMonths);
  await db.deleteFrom("erasures").where("happened", "<", since).execute();
}
