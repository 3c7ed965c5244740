import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { retireAccount } from "./changes.ts";
import { dropUnkept } from "./readers.ts";
import { days } from "./watch.ts";

/** The recurring job that lets go of what nobody wants: accounts without followers for 30 days, addresses that nobody confirmed in 7. */
export async function sweepWatches(tx: Transaction, now: Date): Promise<void> {
  const ago = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const followed = sql<boolean>`exists (select from followers where followers.actor = watches.actor)`;
  await tx.updateTable("watches").set({ alone: null }).where("alone", "is not", null).where(followed).execute();
  await tx
    .updateTable("watches")
    .set({ alone: now })
    .where("alone", "is", null)
    .where("actor", "is not", null)
    .where(({ not }) => not(followed))
    .execute();
  const alone = await tx
    .selectFrom("watches")
    .select(["id", "actor"])
    .where("alone", "<", ago(days.alone))
    .forUpdate()
    .execute();
  for (const watch of alone) await retireAccount(tx, watch, now);
  await tx
    .deleteFrom("watchReaders")
    .where("confirmed", "is", null)
    .where("asked", "<", ago(days.unconfirmed))
    .execute();
  await dropUnkept(tx);
}
