import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Account, Role } from "./account.ts";
import { passwordMatches } from "./passwords.ts";

/** Whose e-mail address and password these are; null when they do not belong together. */
export async function findAccount(reader: Reader, email: string, password: string): Promise<Account | null> {
  const row = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "created", "passwordHash"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  // An unknown address costs as much time as a known one, so that nobody learns who has an account.
  const matches = await passwordMatches(row?.passwordHash ?? nobody, password);
  if (!row || !matches) return null;
  return { id: row.id, name: row.name, email: row.email, role: row.role as Role, created: row.created };
}

const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

export async function countAccounts(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("accounts")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function listAccounts(reader: Reader): Promise<readonly Account[]> {
  const rows = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "created"])
    .orderBy("created")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

export async function findAccountById(reader: Reader, id: string): Promise<Account | null> {
  const row = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "created"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}

/** Whose e-mail address this is; null when nobody here has it. */
export async function findAccountByEmail(reader: Reader, email: string): Promise<Account | null> {
  const row = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "created"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}
