import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";

/** An account on its way to another server: how it signs in stays the same there. */
export const MovingAccount = z.strictObject({
  id: z.guid(),
  name: z.string().max(100).default(""),
  email: z.email(),
  role: z.enum(["administrator", "editor", "reader"]),
  passwordHash: z.string().regex(/^\$argon2id\$/, "an argon2id hash"),
  created: z.iso.datetime(),
});
export type MovingAccount = z.infer<typeof MovingAccount>;

/** All accounts with their passwords' hashes, for an envelope that a passphrase closes. */
export async function listMovingAccounts(reader: Reader): Promise<readonly unknown[]> {
  const rows = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "passwordHash", "created"])
    .orderBy("created")
    .execute();
  return rows.map((row) => ({ ...row, created: row.created.toISOString() }));
}

/** Keeps accounts that came from elsewhere, or their newer form; an address that somebody else has here is left. */
export async function keepAccounts(tx: Transaction, accounts: readonly MovingAccount[]): Promise<number> {
  const here = await tx.selectFrom("accounts").select(["id", "email"]).execute();
  const owner = new Map(here.map(({ id, email }) => [email.toLowerCase(), id]));
  const kept = accounts.filter(({ id, email }) => (owner.get(email.toLowerCase()) ?? id) === id);
  for (const { id, ...rest } of kept) {
    await tx
      .insertInto("accounts")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
  }
  return kept.length;
}
