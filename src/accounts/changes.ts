import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import {
  type Account,
  type AccountRefusal,
  type NameRefusal,
  type ResetRefusal,
  refusalOfName,
  refusalOfPassword,
} from "./account.ts";
import { hashPassword } from "./passwords.ts";
import { findAccountByEmail, isAddressTaken } from "./queries.ts";
import { endSessions } from "./sessions.ts";

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
  return await createAccount(tx, { email, password, name: "", role: "administrator", now });
}

/** Gives someone an account. */
export async function createAccount(
  tx: Transaction,
  { email, password, name, role, now }: Credentials & Pick<Account, "name" | "role"> & { readonly now: Date },
): Promise<Outcome<Account, AccountRefusal>> {
  const address = email.trim();
  const [reason] = refusalsOfCredentials({ email, password });
  if (reason !== undefined) return refused(reason);
  const account: Account = { id: randomUUID(), name, email: address, role, created: now };
  const created = await tx
    .insertInto("accounts")
    .values({ ...account, passwordHash: await hashPassword(password) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return created ? done(account) : refused("email-taken");
}

/** Gives an account another password, for who has lost theirs; it is signed out everywhere. */
export async function changePassword(
  tx: Transaction,
  { email, password }: Credentials,
): Promise<Outcome<Account, ResetRefusal>> {
  const reason = refusalOfPassword(password, email.trim());
  if (reason !== null) return refused(reason);
  const account = await findAccountByEmail(tx, email);
  if (account === null) return refused("account-unknown");
  await setPassword(tx, account.id, password);
  return done(account);
}

/** Sets a password that was found good: every session but the one that is kept ends, and so do links to set another. */
export async function setPassword(
  tx: Transaction,
  account: string,
  password: string,
  kept: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await tx.updateTable("accounts").set({ passwordHash }).where("id", "=", account).execute();
  await tx.deleteFrom("resetLinks").where("account", "=", account).execute();
  await endSessions(tx, account, kept);
}

export type DescribeRefusal = NameRefusal | "email-malformed" | "email-taken";

/** Changes how somebody is called and the address that they sign in with; links that went to the old address end. */
export async function describeAccount(
  tx: Transaction,
  id: string,
  { name, email }: Pick<Account, "name" | "email">,
): Promise<Outcome<null, readonly DescribeRefusal[]>> {
  const malformed = z.email().max(254).safeParse(email.trim()).success ? null : "email-malformed";
  const wrong = [refusalOfName(name), malformed].filter((one) => one !== null);
  if (wrong.length > 0) return refused(wrong as readonly DescribeRefusal[]);
  const owner = await findAccountByEmail(tx, email);
  if (owner?.id !== id && (await isAddressTaken(tx, email))) return refused(["email-taken"]);
  if (owner === null) await tx.deleteFrom("resetLinks").where("account", "=", id).execute();
  await tx.updateTable("accounts").set({ name: name.trim(), email: email.trim() }).where("id", "=", id).execute();
  return done(null);
}
