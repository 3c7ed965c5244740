import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AccountRefusal, refusalOfPassword } from "./account.ts";
import { hashPassword, provesPassword } from "./passwords.ts";
import { isAddressTaken } from "./queries.ts";

/** Someone who acts for one association; nothing of the host's desk is theirs. */
export interface Member {
  readonly id: string;
  /** Empty until they said. */
  readonly name: string;
  readonly email: string;
  /** The id of the association. */
  readonly association: string;
  readonly created: Date;
}

export interface NewMember {
  readonly email: string;
  /** Null for somebody who comes in by mail alone. */
  readonly password: string | null;
  readonly name: string;
  readonly association: string;
  readonly now: Date;
}

/** Gives somebody an account that acts for an association. */
export async function createMember(tx: Transaction, asked: NewMember): Promise<Outcome<Member, AccountRefusal>> {
  const { password, association, name, now } = asked;
  const email = asked.email.trim();
  if (!z.email().max(254).safeParse(email).success) return refused("email-malformed");
  const reason = password === null ? null : refusalOfPassword(password, email);
  if (reason !== null) return refused(reason);
  const member: Member = { id: randomUUID(), name: name.trim().slice(0, 100), email, association, created: now };
  const passwordHash = password === null ? null : await hashPassword(password);
  const created = await tx
    .insertInto("accounts")
    .values({ ...member, role: "member", passwordHash })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return created ? done(member) : refused("email-taken");
}

const members = (reader: Reader) => reader.selectFrom("accounts").where("association", "is not", null);
const columns = ["id", "name", "email", "association", "created"] as const;

/** Whose e-mail address and password these are; null when they do not belong together, or are one of the team's. */
export async function findMember(reader: Reader, email: string, password: string): Promise<Member | null> {
  const row = await members(reader)
    .select([...columns, "passwordHash"])
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  const matches = await provesPassword(row?.passwordHash ?? null, password);
  return row && matches ? memberOf(row) : null;
}

export async function findMemberByEmail(reader: Reader, email: string): Promise<Member | null> {
  const row = await members(reader)
    .select(columns)
    .where(sql`lower(email)`, "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row ? memberOf(row) : null;
}

export async function findMemberById(reader: Reader, id: string): Promise<Member | null> {
  const row = await members(reader).select(columns).where("id", "=", id).executeTakeFirst();
  return row ? memberOf(row) : null;
}

/** Who acts for an association, the first first. */
export async function listMembers(reader: Reader, association: string): Promise<readonly Member[]> {
  const rows = await members(reader)
    .select(columns)
    .where("association", "=", association)
    .orderBy("created")
    .orderBy("id")
    .execute();
  return rows.map(memberOf);
}

/** Whether somebody can come in with a password. */
export async function hasPassword(reader: Reader, account: string): Promise<boolean> {
  const row = await members(reader).select("passwordHash").where("id", "=", account).executeTakeFirst();
  return row !== undefined && row.passwordHash !== null;
}

export type DescribeMemberRefusal = "email-malformed" | "email-taken";

/** Changes how somebody is called and where their letters go; links that went to the old address end. */
export async function describeMember(
  tx: Transaction,
  member: Member,
  { name, email: typed }: Pick<Member, "name" | "email">,
): Promise<Outcome<null, DescribeMemberRefusal>> {
  const email = typed.trim();
  if (!z.email().max(254).safeParse(email).success) return refused("email-malformed");
  const moves = email.toLowerCase() !== member.email.toLowerCase();
  if (moves && (await isAddressTaken(tx, email))) return refused("email-taken");
  if (moves) await tx.deleteFrom("signInLinks").where("account", "=", member.id).execute();
  const change = { name: name.trim().slice(0, 100), email };
  await tx.updateTable("accounts").set(change).where("id", "=", member.id).execute();
  return done(null);
}

export type LeaveRefusal = "member-unknown" | "last-member";

/** Takes somebody out of an association, with their account; somebody always stays. */
export async function removeMember(
  tx: Transaction,
  { association, id }: Pick<Member, "association" | "id">,
): Promise<Outcome<null, LeaveRefusal>> {
  // All are locked, in one order: two who leave at once must not both.
  const all = await tx
    .selectFrom("accounts")
    .select("id")
    .where("association", "=", association)
    .orderBy("id")
    .forUpdate()
    .execute();
  if (!all.some((one) => one.id === id)) return refused("member-unknown");
  if (all.length === 1) return refused("last-member");
  await tx.deleteFrom("accounts").where("id", "=", id).execute();
  return done(null);
}

type Row = Omit<Member, "association"> & { readonly association: string | null };

function memberOf({ id, name, email, association, created }: Row): Member {
  return { id, name, email, association: association ?? "", created };
}
