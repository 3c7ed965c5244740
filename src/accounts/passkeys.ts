import type { Reader, Transaction } from "../foundation/database.ts";

/** A key that a device or an application keeps for somebody, as the list of theirs shows it. */
export interface Passkey {
  readonly id: string;
  /** What they call it. */
  readonly name: string;
  readonly created: Date;
  readonly used: Date | null;
}

/** So many one account may have. */
export const mostPasskeys = 20;

export async function listPasskeys(reader: Reader, account: string): Promise<readonly Passkey[]> {
  return await reader
    .selectFrom("passkeys")
    .select(["id", "name", "created", "used"])
    .where("account", "=", account)
    .orderBy("created")
    .orderBy("id")
    .execute();
}

/** Takes a key back; returns its name, or null when it was not this account's. */
export async function removePasskey(tx: Transaction, account: string, id: string): Promise<string | null> {
  const removed = await tx
    .deleteFrom("passkeys")
    .where("account", "=", account)
    .where("id", "=", id)
    .returning("name")
    .executeTakeFirst();
  return removed?.name ?? null;
}
