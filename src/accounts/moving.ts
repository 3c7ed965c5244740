import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";

/** An account on its way to another server: how it signs in stays the same there. */
export const MovingAccount = z.strictObject({
  id: z.guid(),
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
    .select(["id", "email", "role", "passwordHash", "created"])
    .orderBy("created")
    .execute();
  return rows.map((row) => ({ ...row, created: row.created.toISOString() }));
}

/** Keeps accounts that came from elsewhere; one whose address somebody has here already is left. */
export async function keepAccounts(tx: Transaction, accounts: readonly MovingAccount[]): Promise<number> {
  if (accounts.length === 0) return 0;
  const kept = await tx
    .insertInto("accounts")
    .values([...accounts])
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return kept.length;
}
