import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Account, type AccountRefusal, refusalOfPassword } from "./account.ts";
import { hashPassword } from "./passwords.ts";

/** Gives someone an account that may do everything for this host. */
export async function createAdministrator(
  tx: Transaction,
  { email, password, now = new Date() }: { readonly email: string; readonly password: string; readonly now?: Date },
): Promise<Outcome<Account, AccountRefusal>> {
  const address = email.trim();
  if (!z.email().max(254).safeParse(address).success) return refused("email-malformed");
  const reason = refusalOfPassword(password, address);
  if (reason !== null) return refused(reason);
  const account: Account = { id: randomUUID(), email: address, role: "administrator", created: now };
  const created = await tx
    .insertInto("accounts")
    .values({ ...account, passwordHash: await hashPassword(password) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return created ? done(account) : refused("email-taken");
}
