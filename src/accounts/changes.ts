import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Account, type AccountRefusal, type ResetRefusal, refusalOfPassword } from "./account.ts";
import { hashPassword } from "./passwords.ts";

/** What someone signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** All that is wrong with an address and a password, before anyone is asked whether the address is free. */
export function refusalsOfCredentials({ email, password }: Credentials): readonly AccountRefusal[] {
  const address = email.trim();
  const malformed = !z.email().max(254).safeParse(address).success;
  const reason = refusalOfPassword(password, address);
  return [...(malformed ? (["email-malformed"] as const) : []), ...(reason === null ? [] : [reason])];
}

/** Gives someone an account that may do everything for this host. */
export async function createAdministrator(
  tx: Transaction,
  { email, password, now = new Date() }: Credentials & { readonly now?: Date },
): Promise<Outcome<Account, AccountRefusal>> {
  const address = email.trim();
  const [reason] = refusalsOfCredentials({ email, password });
  if (reason !== undefined) return refused(reason);
  const account: Account = { id: randomUUID(), name: "", email: address, role: "administrator", created: now };
  const created = await tx
    .insertInto("accounts")
    .values({ ...account, passwordHash: await hashPassword(password) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return created ? done(account) : refused("email-taken");
}

/** Gives an account another password, for who has lost theirs. */
export async function changePassword(
  tx: Transaction,
  { email, password }: Credentials,
): Promise<Outcome<{ readonly id: string; readonly email: string }, ResetRefusal>> {
  const reason = refusalOfPassword(password, email.trim());
  if (reason !== null) return refused(reason);
  const changed = await tx
    .updateTable("accounts")
    .set({ passwordHash: await hashPassword(password) })
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .returning(["id", "email"])
    .executeTakeFirst();
  return changed ? done(changed) : refused("account-unknown");
}
