import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Account, Role } from "./account.ts";
import { provesPassword } from "./passwords.ts";

/** The accounts of the host's own team: members of associations sign in elsewhere, and are found here by nobody. */
const team = (reader: Reader) => reader.selectFrom("accounts").where("association", "is", null);

/** Whose e-mail address and password these are; null when they do not belong together. */
export async function findAccount(reader: Reader, email: string, password: string): Promise<Account | null> {
  const row = await team(reader)
    .select(["id", "name", "email", "role", "created", "passwordHash"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  const matches = await provesPassword(row?.passwordHash ?? null, password);
  if (!row || !matches) return null;
  return { id: row.id, name: row.name, email: row.email, role: row.role as Role, created: row.created };
}

export async function countAccounts(reader: Reader): Promise<number> {
  const { count } = await team(reader)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function listAccounts(reader: Reader): Promise<readonly Account[]> {
  const rows = await team(reader)
    .select(["id", "name", "email", "role", "created"])
    .orderBy("created")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

export async function findAccountById(reader: Reader, id: string): Promise<Account | null> {
  const row = await team(reader)
    .select(["id", "name", "email", "role", "created"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}

/** Whose e-mail address this is; null when nobody here has it. */
export async function findAccountByEmail(reader: Reader, email: string): Promise<Account | null> {
  const row = await team(reader)
    .select(["id", "name", "email", "role", "created"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}

/** Whether an address has an account here already, of whatever kind. */
export async function isAddressTaken(reader: Reader, email: string): Promise<boolean> {
  const row = await reader
    .selectFrom("accounts")
    .select("id")
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}
