import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";

/**
 * Does what a form of the desk asks for once, however often it is sent: the second sending waits for the first, changes
 * nothing and is led where the first was. `make` returns a path of the desk, or null when it changed nothing and the form comes back.
 */
export async function onceSent(
  tx: Transaction,
  { form, account, now }: { readonly form: string; readonly account: string; readonly now: Date },
  make: () => Promise<string | null>,
): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(form)) return make();
  const fresh = await tx
    .insertInto("sentForms")
    .values({ id: form, account, sent: now })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!fresh) return await wentTo(tx, form, account);
  const path = await make();
  if (path === null) await tx.deleteFrom("sentForms").where("id", "=", form).execute();
  else await tx.updateTable("sentForms").set({ wentTo: path }).where("id", "=", form).execute();
  return path;
}

/** Forms are remembered for a day. */
export async function sweepSentForms(db: Database): Promise<void> {
  await db.deleteFrom("sentForms").where("sent", "<", sql<Date>`now() - interval '1 day'`).execute();
}

async function wentTo(tx: Transaction, form: string, account: string): Promise<string> {
  const known = await tx
    .selectFrom("sentForms")
    .select(["wentTo", "account"])
    .where("id", "=", form)
    .executeTakeFirst();
  return known?.account === account && known.wentTo !== null ? known.wentTo : "/admin";
}
