import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Account, Role } from "./account.ts";
import { endSessions } from "./sessions.ts";

/** An account as its colleagues see it. */
export interface Colleague extends Account {
  /** When they were last here, to the minute; null when they never were. */
  readonly seen: Date | null;
  /** More than a password stands before it: codes or a passkey. */
  readonly secured: boolean;
}

export type ColleagueRefusal = "account-unknown" | "last-administrator";

export async function listColleagues(reader: Reader): Promise<readonly Colleague[]> {
  const rows = await reader
    .selectFrom("accounts")
    .where("association", "is", null)
    .select(["id", "name", "email", "role", "created", "seen"])
    .select(({ exists, or, selectFrom }) =>
      or([
        exists(selectFrom("passkeys").select("id").whereRef("account", "=", "accounts.id")),
        exists(
          selectFrom("codeApps")
            .select("account")
            .whereRef("account", "=", "accounts.id")
            .where("confirmed", "is not", null),
        ),
      ]).as("secured"),
    )
    .orderBy("created")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role, secured: Boolean(row.secured) }));
}

/** Gives a colleague another right, which holds from their next page on; somebody always stays who may do everything. */
export async function changeRole(tx: Transaction, id: string, role: Role): Promise<Outcome<Account, ColleagueRefusal>> {
  const account = await lockAccount(tx, id);
  if (account === null) return refused("account-unknown");
  if (role !== "administrator" && (await isLast(tx, account))) return refused("last-administrator");
  await tx.updateTable("accounts").set({ role }).where("id", "=", id).execute();
  return done(account);
}

/** Removes an account and all that belongs to it: it is signed out everywhere at once. */
export async function removeAccount(tx: Transaction, id: string): Promise<Outcome<Account, ColleagueRefusal>> {
  const account = await lockAccount(tx, id);
  if (account === null) return refused("account-unknown");
  if (await isLast(tx, account)) return refused("last-administrator");
  await endSessions(tx, id);
  await tx.deleteFrom("accounts").where("id", "=", id).execute();
  return done(account);
}

// All administrators are locked, in one order: two who take each other's right back at once must not both succeed.
async function lockAccount(tx: Transaction, id: string): Promise<Account | null> {
  const rows = await tx
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "created"])
    .where("association", "is", null)
    .where((row) => row.or([row("role", "=", "administrator"), row("id", "=", id)]))
    .orderBy("id")
    .forUpdate()
    .execute();
  const found = rows.find((row) => row.id === id);
  return found ? { ...found, role: found.role as Role } : null;
}

async function isLast(tx: Transaction, { id, role }: Account): Promise<boolean> {
  if (role !== "administrator") return false;
  const other = await tx
    .selectFrom("accounts")
    .select("id")
    .where("role", "=", "administrator")
    .where("id", "!=", id)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}
