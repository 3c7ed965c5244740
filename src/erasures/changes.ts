import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";
import { type Erasure, keptSince } from "./erasures.ts";

/** Notes that something is erased, in the same transaction; what is sent of it is counted towards this. Noted twice, it is one; an association may go after its actor has. */
export async function noteErasure(
  tx: Transaction,
  { id, kind }: Pick<Erasure, "id" | "kind">,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("erasures")
    .values({ id, kind, happened: now })
    .onConflict((known) =>
      known
        .column("id")
        .doUpdateSet({ kind, happened: now })
        .where("erasures.kind", "=", "actor")
        .where(sql`excluded.kind`, "<>", "actor"),
    )
    .execute();
}

/** Makes the private link of whoever has erased something: its last part, of which only a digest stays here. */
export async function makeErasureLink(tx: Transaction, id: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx
    .updateTable("erasures")
    .set({ link: digestOf(token) })
    .where("id", "=", id)
    .execute();
  return token;
}

/** What is kept of a private link. */
export function digestOf(token: string): string {
  return createHash("sha256").update(`erasure ${token}`).digest("base64url");
}

/** Forgets what was erased a year ago. */
export async function sweepErasures(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("erasures").where("happened", "<", keptSince(now)).execute();
}
