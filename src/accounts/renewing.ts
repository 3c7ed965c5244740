import type { Transaction } from "../foundation/database.ts";
import { setPassword } from "./changes.ts";
import { turnOffCodes } from "./codes.ts";
import { endSessions } from "./sessions.ts";

/** Gives a member another way in, for who has lost all of theirs: keys and codes that they had open nothing any more. Without a password they come in by mail. */
export async function renewMember(tx: Transaction, account: string, password: string | null): Promise<void> {
  await turnOffCodes(tx, account);
  await tx.deleteFrom("passkeys").where("account", "=", account).execute();
  await tx.deleteFrom("signInLinks").where("account", "=", account).execute();
  if (password !== null) return setPassword(tx, account, password);
  await tx.updateTable("accounts").set({ passwordHash: null }).where("id", "=", account).execute();
  await endSessions(tx, account);
}
