import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";

/**
 * Does what a form asks for once, however often it is sent: the second sending waits for the first, changes nothing and
 * is led where the first was. `make` returns a path, or null when it changed nothing and the form comes back.
 */
export async function onceSent(
  tx: Transaction,
  { form, now, ...sender }: { readonly form: string; readonly now: Date } & Sender,
  make: () => Promise<string | null>,
): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(form)) return make();
  const fresh = await tx
    .insertInto("sentForms")
    .values({ id: form, ...sender, sent: now })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!fresh) return await wentTo(tx, form, sender);
  const path = await make();
  if (path === null) await tx.deleteFrom("sentForms").where("id", "=", form).execute();
  else await tx.updateTable("sentForms").set({ wentTo: path }).where("id", "=", form).execute();
  return path;
}

/** Whose form it is: of a colleague at the desk, or of a party that asks or promises. */
type Sender = { readonly account: string } | { readonly party: string };

/** Forms are remembered for a day. */
export async function sweepSentForms(db: Database): Promise<void> {
  await db.deleteFrom("sentForms").where("sent", "<", sql<Date>`now() - interval '1 day'`).execute();
}

async function wentTo(tx: Transaction, form: string, sender: Sender): Promise<string> {
  const known = await tx
    .selectFrom("sentForms")
    .select(["wentTo", "account", "party"])
    .where("id", "=", form)
    .executeTakeFirst();
  const own =
    known !== undefined && ("account" in sender ? known.account === sender.account : known.party === sender.party);
  return (own ? known.wentTo : null) ?? ("account" in sender ? "/admin" : "/funding/mine");
}
