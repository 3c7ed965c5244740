import type { Transaction } from "../foundation/database.ts";

/** Who comes back within this time goes on with the same visit. */
const pause = 30 * 60_000;
/** Who has never come before is told of the last week. */
const firstWeek = 7 * 86_400_000;

/** Notes that somebody looks at what waits today; returns since when they have not looked. */
export async function noteVisit(tx: Transaction, account: string, now: Date): Promise<Date> {
  const known = await tx
    .selectFrom("visits")
    .select(["looked", "lookedBefore"])
    .where("account", "=", account)
    .forUpdate()
    .executeTakeFirst();
  const goesOn = known !== undefined && now.getTime() - known.looked.getTime() < pause;
  const before = goesOn ? known.lookedBefore : (known?.looked ?? null);
  const visit = { looked: now, lookedBefore: before };
  await tx
    .insertInto("visits")
    .values({ account, ...visit })
    .onConflict((conflict) => conflict.column("account").doUpdateSet(visit))
    .execute();
  return before ?? new Date(now.getTime() - firstWeek);
}
