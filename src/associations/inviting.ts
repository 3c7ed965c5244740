import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { type AccountRefusal, refusalOfPassword } from "../accounts/account.ts";
import { createMember, findMemberByEmail, type Member } from "../accounts/members.ts";
import { isAddressTaken } from "../accounts/queries.ts";
import { renewMember } from "../accounts/renewing.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { invitationDays, mostInvitations } from "./associations.ts";

/** Somebody who was asked to act for an association, and has not answered yet. */
export interface MemberInvitation {
  readonly id: string;
  readonly association: string;
  readonly email: string;
  readonly invited: Date;
  readonly expires: Date;
}

export type InviteRefusal = "email-malformed" | "email-taken" | "too-many-invitations";
export type AcceptRefusal = AccountRefusal | "link-spent";

const purpose = "association-invitation";
const columns = ["id", "association", "email", "invited", "expires"] as const;

interface Inviting {
  readonly association: string;
  readonly email: string;
  /** Somebody who acts for it already may be invited, too, to choose another way in. */
  readonly anew?: boolean;
  readonly now: Date;
}

/** Invites somebody, in place of an earlier invitation to the same address; the token is shown this once. */
export async function inviteMember(
  tx: Transaction,
  secret: Secret,
  { association, email: typed, anew = false, now }: Inviting,
): Promise<Outcome<MemberInvitation & { readonly token: string }, InviteRefusal>> {
  const email = typed.trim();
  if (!z.email().max(254).safeParse(email).success) return refused("email-malformed");
  const returns = anew && (await findMemberByEmail(tx, email))?.association === association;
  if (!returns && (await isAddressTaken(tx, email))) return refused("email-taken");
  await forgetInvitations(tx, association, email);
  if ((await listInvitations(tx, association)).length >= mostInvitations) return refused("too-many-invitations");
  const token = randomBytes(24).toString("base64url");
  const expires = new Date(now.getTime() + invitationDays * 86_400_000);
  const invitation = { id: randomUUID(), association, email, invited: now, expires };
  await tx
    .insertInto("associationInvitations")
    .values({ ...invitation, hash: secret.digest(purpose, token) })
    .execute();
  return done({ ...invitation, token });
}

/** Takes back all invitations of an association to one address. */
export async function forgetInvitations(tx: Transaction, association: string, email: string): Promise<void> {
  await tx
    .deleteFrom("associationInvitations")
    .where("association", "=", association)
    .where(({ fn }) => fn("lower", ["email"]), "=", email.trim().toLowerCase())
    .execute();
}

/** The invitations that nobody has answered, the newest first. */
export async function listInvitations(reader: Reader, association: string): Promise<readonly MemberInvitation[]> {
  return await reader
    .selectFrom("associationInvitations")
    .select(columns)
    .where("association", "=", association)
    .orderBy("invited", "desc")
    .orderBy("id")
    .execute();
}

/** Takes an invitation back; false when there is none any more. */
export async function withdrawInvitation(tx: Transaction, association: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("associationInvitations")
    .where("association", "=", association)
    .where("id", "=", id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** The invitation that a link opens, while it is good. */
export async function findInvitation(
  reader: Reader,
  secret: Secret,
  token: string,
  now: Date,
): Promise<MemberInvitation | null> {
  const row = await reader
    .selectFrom("associationInvitations")
    .select(columns)
    .where("hash", "=", secret.digest(purpose, token))
    .where("expires", ">", now)
    .executeTakeFirst();
  return row ?? null;
}

interface Accepting {
  readonly token: string;
  readonly name: string;
  /** Null for somebody who comes in by mail from then on. */
  readonly password: string | null;
  readonly now: Date;
}

/** Makes the account of whoever was invited, once; who had one comes in by another way from then on. */
export async function acceptInvitation(
  tx: Transaction,
  secret: Secret,
  { token, name, password, now }: Accepting,
): Promise<Outcome<Member, AcceptRefusal>> {
  const invitation = await findInvitation(tx, secret, token, now);
  if (invitation === null) return refused("link-spent");
  const { association, email } = invitation;
  const reason = password === null ? null : refusalOfPassword(password, email);
  if (reason !== null) return refused(reason);
  // Spent first: of two who send it at once, the second waits here and finds it gone.
  if (!(await withdrawInvitation(tx, association, invitation.id))) return refused("link-spent");
  const known = await findMemberByEmail(tx, email);
  if (known?.association === association) {
    await renewMember(tx, known.id, password);
    return done(known);
  }
  return await createMember(tx, { email, password, name, association, now });
}
