import { sql } from "kysely";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";
import type { AvailabilityState, KeptAvailability } from "./availability.ts";
import { historyMonths, monthsBefore, type PastStatement } from "./history.ts";

/** More than this of one offer is a script gone wild: the oldest make room, and a page never reads more. */
const mostStatements = 1_000;

/** Notes what was just said of an offer, beside the availability itself. The same said again on the same day is one statement. */
export async function noteStatement(tx: Transaction, offer: string, said: KeptAvailability): Promise<void> {
  const { state, slots, confirmed, expires, version } = said;
  const last = await findLast(tx, offer);
  if (last !== null && isRepeated(last, said)) {
    const again = tx.updateTable("availabilityStatements").set({ confirmed, expires });
    await again.where("offer", "=", offer).where("version", "=", last.version).execute();
    return;
  }
  await tx
    .insertInto("availabilityStatements")
    .values({ offer, version, state, slots, said: confirmed, confirmed, expires })
    .execute();
}

/** What was said of an offer and held at some moment since `from`, in the order it was said. */
export async function listStatements(reader: Reader, offer: string, from: Date): Promise<readonly PastStatement[]> {
  const rows = await reader
    .selectFrom("availabilityStatements")
    .select(["state", "slots", "said", "confirmed", "expires"])
    .where("offer", "=", offer)
    .where("expires", ">", from)
    .orderBy("version", "desc")
    .limit(mostStatements)
    .execute();
  return rows.reverse().map((row) => ({ ...row, state: row.state as AvailabilityState }));
}

/** The recurring job that forgets what no longer held two years ago, and what is too much. */
export async function sweepStatements(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("availabilityStatements").where("expires", "<", monthsBefore(now, historyMonths)).execute();
  await sql`delete from availability_statements as old using (
    select offer, version, row_number() over (partition by offer order by version desc) as place
    from availability_statements) as placed
    where placed.place > ${mostStatements} and old.offer = placed.offer and old.version = placed.version`.execute(db);
}

type Kept = PastStatement & { readonly version: number };

async function findLast(tx: Transaction, offer: string): Promise<Kept | null> {
  const row = await tx
    .selectFrom("availabilityStatements")
    .select(["version", "state", "slots", "said", "confirmed", "expires"])
    .where("offer", "=", offer)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as AvailabilityState } : null;
}

/** Whether this only says once more, on the same day, what still holds. */
function isRepeated(last: Kept, { state, slots, confirmed }: KeptAvailability): boolean {
  return (
    last.state === state && last.slots === slots && last.expires > confirmed && dayOf(last.said) === dayOf(confirmed)
  );
}
