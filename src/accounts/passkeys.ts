import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";

/** A key that a device or an application keeps for somebody, as the list of theirs shows it. */
export interface Passkey {
  readonly id: string;
  /** What they call it. */
  readonly name: string;
  readonly created: Date;
  readonly used: Date | null;
}

/** What this side keeps of a passkey: its public half. */
export interface NewPasskey {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

export type PasskeyRefusal = "passkey-refused" | "passkeys-too-many";

/** So many one account may have. */
const mostPasskeys = 20;

export async function keepPasskey(
  tx: Transaction,
  account: string,
  passkey: NewPasskey & { readonly name: string; readonly created: Date },
): Promise<Outcome<null, PasskeyRefusal>> {
  await tx.selectFrom("accounts").select("id").where("id", "=", account).forUpdate().execute(); // counted one by one
  if ((await listPasskeys(tx, account)).length >= mostPasskeys) return refused("passkeys-too-many");
  const added = await tx
    .insertInto("passkeys")
    .values({ ...passkey, account })
    .onConflict((known) => known.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added ? done(null) : refused("passkey-refused");
}

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
