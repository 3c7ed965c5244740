import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Account, type AccountRefusal, refusalOfPassword } from "./account.ts";
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
  const account: Account = { id: randomUUID(), email: address, role: "administrator", created: now };
  const created = await tx
    .insertInto("accounts")
    .values({ ...account, passwordHash: await hashPassword(password) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return created ? done(account) : refused("email-taken");
}
