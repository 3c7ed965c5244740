import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";

/** Those that had left when this was asked, or have since. */
export async function listGone(tx: Transaction, ids: readonly string[], asked: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("departed")
    .select("id")
    .where("id", "in", [...ids])
    .where("left", ">=", asked)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Notes that they have left; what an earlier answer still shows does not bring them back. */
export async function depart(
  tx: Transaction,
  kind: "host" | "offer" | "funding" | "unseen",
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto("departed")
    .values(ids.map((id) => ({ id, kind, left: now })))
    .onConflict((known) =>
      known.column("id").doUpdateSet({ left: sql<Date>`greatest(departed."left", excluded."left")` }),
    )
    .execute();
}
