import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { type Account, type PasswordRefusal, type Role, refusalOfName, refusalOfPassword } from "./account.ts";
import { createAccount } from "./changes.ts";
import { isAddressTaken } from "./queries.ts";

/** Somebody who was asked to become a colleague, and has not answered yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invited: Date;
  readonly expires: Date;
}

export type InviteRefusal = "email-malformed" | "email-taken";
export type AcceptRefusal = PasswordRefusal | "name-missing" | "name-too-long" | "email-taken" | "link-spent";

const sevenDays = 7 * 86_400_000;
const purpose = "invitation";

/** Invites somebody, in place of an earlier invitation to the same address; the token is shown this once. */
export async function invite(
  tx: Transaction,
  secret: Secret,
  asked: { readonly email: string; readonly role: Role; readonly now: Date },
): Promise<Outcome<Invitation & { readonly token: string }, InviteRefusal>> {
  const email = asked.email.trim();
  if (!z.email().max(254).safeParse(email).success) return refused("email-malformed");
  if (await isAddressTaken(tx, email)) return refused("email-taken");
  const token = randomBytes(24).toString("base64url");
  const expires = new Date(asked.now.getTime() + sevenDays);
  const invitation = { id: randomUUID(), email, role: asked.role, invited: asked.now, expires };
  const row = { ...invitation, hash: secret.digest(purpose, token) };
  await tx
    .deleteFrom("invitations")
    .where(({ fn }) => fn("lower", ["email"]), "=", email.toLowerCase())
    .execute();
  await tx.insertInto("invitations").values(row).execute();
  return done({ ...invitation, token });
}

/** The invitations that nobody has answered, the newest first, those that have run out among them. */
export async function listInvitations(reader: Reader): Promise<readonly Invitation[]> {
  const rows = await reader
    .selectFrom("invitations")
    .select(columns)
    .orderBy("invited", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Takes an invitation back; returns whom it was for, or null when there is none any more. */
export async function withdrawInvitation(tx: Transaction, id: string): Promise<string | null> {
  const gone = await tx.deleteFrom("invitations").where("id", "=", id).returning("email").executeTakeFirst();
  return gone?.email ?? null;
}

/** The invitation that a link opens, while it is good. */
export async function findInvitation(
  reader: Reader,
  secret: Secret,
  token: string,
  now: Date,
): Promise<Invitation | null> {
  const row = await reader
    .selectFrom("invitations")
    .select(columns)
    .where("hash", "=", secret.digest(purpose, token))
    .where("expires", ">", now)
    .executeTakeFirst();
  return row ? { ...row, role: row.role as Role } : null;
}

/** Makes the account of whoever was invited, once. All that is wrong is told at once. */
export async function acceptInvitation(
  tx: Transaction,
  secret: Secret,
  given: { readonly token: string; readonly name: string; readonly password: string; readonly now: Date },
): Promise<Outcome<Account, readonly AcceptRefusal[]>> {
  const invitation = await findInvitation(tx, secret, given.token, given.now);
  if (invitation === null) return refused(["link-spent"]);
  const { email, role } = invitation;
  const wrong = [refusalOfName(given.name), refusalOfPassword(given.password, email)].filter((one) => one !== null);
  if (wrong.length > 0) return refused(wrong);
  // Spent first: of two who send it at once, the second waits here and finds it gone.
  if ((await withdrawInvitation(tx, invitation.id)) === null) return refused(["link-spent"]);
  const { name, password, now } = given;
  const made = await createAccount(tx, { email, password, name: name.trim(), role, now });
  return made.done ? made : refused(["email-taken"]);
}

const columns = ["id", "email", "role", "invited", "expires"] as const;
