import { randomBytes, randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Role } from "./account.ts";
import type { Member } from "./members.ts";

/** Somebody of the host's team who is signed in, on one browser. */
export interface Session {
  readonly id: string;
  readonly account: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
}

/** A browser on which somebody is signed in, as the list of them shows it. */
export interface OpenSession {
  readonly id: string;
  /** What the browser said of itself. */
  readonly agent: string;
  readonly created: Date;
  /** When it was last used, to the minute. */
  readonly seen: Date;
}

const purpose = "session";
const minute = 60_000;
/** So long a browser stays signed in without being used. */
export const idleDays = 30;

/** Signs somebody in on one browser: returns the key that it keeps, of which only a keyed hash stays here. */
export async function openSession(
  tx: Transaction,
  secret: Secret,
  { account, agent, now }: { readonly account: string; readonly agent: string; readonly now: Date },
): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  await tx
    .insertInto("sessions")
    .values({
      ...{ id: randomUUID(), hash: secret.digest(purpose, key), account },
      ...{ agent: agent.slice(0, 300), created: now, seen: now },
    })
    .execute();
  await tx.updateTable("accounts").set({ seen: now }).where("id", "=", account).execute();
  return key;
}

/** Whose of the team this key is; null when it opens nothing, or no longer, or is a member's of an association. Notes its use, once a minute at most. */
export async function findSession(reader: Reader, secret: Secret, key: string, now: Date): Promise<Session | null> {
  const row = await lookUp(reader, secret, key, now);
  if (row === null || row.association !== null) return null;
  return { id: row.id, account: { id: row.account, name: row.name, email: row.email, role: row.role as Role } };
}

/** A member of an association who is signed in, on one browser. */
export interface MemberSession {
  readonly id: string;
  /** When they came in on it. */
  readonly created: Date;
  readonly member: Member;
}

/** Whose of all members this key is; null when it opens nothing, or no longer, or is one of the host's team. */
export async function findMemberSession(
  reader: Reader,
  secret: Secret,
  key: string,
  now: Date,
): Promise<MemberSession | null> {
  const row = await lookUp(reader, secret, key, now);
  if (row === null || row.association === null) return null;
  const { id, created, account, name, email, association, since } = row;
  return { id, created, member: { id: account, name, email, association, created: since } };
}

async function lookUp(reader: Reader, secret: Secret, key: string, now: Date) {
  if (!/^[A-Za-z0-9_-]{43}$/.test(key)) return null;
  const row = await reader
    .selectFrom("sessions")
    .innerJoin("accounts", "accounts.id", "sessions.account")
    .select(["sessions.id", "sessions.seen", "sessions.created", "accounts.id as account", "accounts.name"])
    .select(["accounts.email", "accounts.role", "accounts.association", "accounts.created as since"])
    .where("sessions.hash", "=", secret.digest(purpose, key))
    .where("sessions.seen", ">", new Date(now.getTime() - idleDays * 1440 * minute))
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.seen.getTime() >= minute) {
    await reader.updateTable("sessions").set({ seen: now }).where("id", "=", row.id).execute();
    await reader.updateTable("accounts").set({ seen: now }).where("id", "=", row.account).execute();
  }
  return row;
}

/** Where an account is signed in, the last used first. */
export async function listSessions(reader: Reader, account: string): Promise<readonly OpenSession[]> {
  return await reader
    .selectFrom("sessions")
    .select(["id", "agent", "created", "seen"])
    .where("account", "=", account)
    .orderBy("seen", "desc")
    .orderBy("id")
    .execute();
}

/** Signs one browser out; false when it was not this account's, or signed out already. */
export async function endSession(tx: Transaction, account: string, id: string): Promise<boolean> {
  const ended = await tx.deleteFrom("sessions").where("account", "=", account).where("id", "=", id).executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Signs an account out everywhere, or everywhere but here; how many browsers that were. */
export async function endSessions(tx: Transaction, account: string, kept: string | null = null): Promise<number> {
  let ending = tx.deleteFrom("sessions").where("account", "=", account);
  if (kept !== null) ending = ending.where("id", "!=", kept);
  const { numDeletedRows } = await ending.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
