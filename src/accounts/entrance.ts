import type { Database, Reader } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import type { Account } from "./account.ts";
import { spendCode, spendRecoveryCode } from "./codes.ts";
import { deviceOf } from "./devices.ts";
import { findMember, findMemberByEmail, type Member } from "./members.ts";
import { findAccount, findAccountByEmail } from "./queries.ts";
import { countTry, forgetTries, subjectOf } from "./tries.ts";

/** Why somebody does not come in: what they gave is wrong, or it comes too soon after too many tries. */
export type EntryRefusal =
  | { readonly reason: "wrong" }
  | { readonly reason: "too-many-tries"; readonly seconds: number };

interface PasswordTry {
  readonly email: string;
  readonly password: string;
  /** What this browser keeps from when somebody signed in on it. */
  readonly device: string;
  readonly now: Date;
}

/** Whose address and password these are. Of an address that nobody has, the answer is the same in every way. */
export async function tryPassword(
  db: Database,
  secret: Secret,
  { email, password, device, now }: PasswordTry,
): Promise<Outcome<Account, EntryRefusal>> {
  const known = await findAccountByEmail(db, email);
  const familiar = known && deviceOf(secret, known.id, device);
  const subject = subjectOf(secret, { door: "password", whose: email, device: familiar });
  return await counted(db, subject, now, () => findAccount(db, email, password));
}

/** The same for members of associations, whose door is another one. */
export async function tryMemberPassword(
  db: Database,
  secret: Secret,
  { email, password, device, now }: PasswordTry,
): Promise<Outcome<Member, EntryRefusal>> {
  const known = await findMemberByEmail(db, email);
  const familiar = known && deviceOf(secret, known.id, device);
  const subject = subjectOf(secret, { door: "member-password", whose: email, device: familiar });
  return await counted(db, subject, now, () => findMember(db, email, password));
}

/** Whether somebody who is signed in knows their password, which is asked before what could shut them out. */
export async function tryOwnPassword(
  db: Database,
  secret: Secret,
  { id, email }: Pick<Account, "id" | "email">,
  { password, now }: { readonly password: string; readonly now: Date },
): Promise<Outcome<Account, EntryRefusal>> {
  const subject = subjectOf(secret, { door: "own-password", whose: id });
  return await counted(db, subject, now, () => findAccount(db, email, password));
}

/** The second step: a code of the telephone, or one of those written down. Each opens once. */
export async function tryCode(
  db: Database,
  secret: Secret,
  account: Pick<Account, "id">,
  typed: { readonly code: string; readonly recovery: string; readonly device: string; readonly now: Date },
): Promise<Outcome<"code" | "recovery-code", EntryRefusal>> {
  const device = deviceOf(secret, account.id, typed.device);
  const subject = subjectOf(secret, { door: "code", whose: account.id, device });
  return await counted(db, subject, typed.now, () =>
    db.transaction().execute(async (tx) => {
      if (typed.code !== "" && (await spendCode(tx, secret, account.id, typed))) return "code" as const;
      if (typed.recovery === "") return null;
      return (await spendRecoveryCode(tx, secret, account.id, typed.recovery)) ? ("recovery-code" as const) : null;
    }),
  );
}

async function counted<Value>(
  db: Database,
  subject: string,
  now: Date,
  open: () => Promise<Value | null>,
): Promise<Outcome<Value, EntryRefusal>> {
  const seconds = await countTry(db, subject, now);
  if (seconds > 0) return refused({ reason: "too-many-tries", seconds });
  const opened = await open();
  if (opened === null) return refused({ reason: "wrong" });
  await forgetTries(db, subject);
  return done(opened);
}

const purpose = "half-signed-in";
const fiveMinutes = 5 * 60_000;

/** What the page of the second step carries for somebody whose password was right: sealed, and good for five minutes. */
export async function holdEntry(reader: Reader, secret: Secret, account: string, now: Date): Promise<string> {
  const half = { account, until: now.getTime() + fiveMinutes, password: await passwordMark(reader, secret, account) };
  return secret.seal(purpose, Buffer.from(JSON.stringify(half))).toString("base64url");
}

/** Who that is, among those whose door it is; null once it is too late, or the password has changed meanwhile. */
export async function readHeldEntry<Owner extends Pick<Account, "id">>(
  reader: Reader,
  secret: Secret,
  { held, now }: { readonly held: string; readonly now: Date },
  findOwner: (reader: Reader, id: string) => Promise<Owner | null>,
): Promise<Owner | null> {
  const half = unseal(secret, held);
  if (half === null || half.until < now.getTime()) return null;
  const owner = await findOwner(reader, half.account);
  return owner && (await passwordMark(reader, secret, owner.id)) === half.password ? owner : null;
}

interface HalfSignedIn {
  readonly account: string;
  readonly until: number;
  readonly password: string;
}

function unseal(secret: Secret, held: string): HalfSignedIn | null {
  try {
    return JSON.parse(secret.unseal(purpose, Buffer.from(held, "base64url")).toString("utf8"));
  } catch {
    return null; // nothing that this site has sealed
  }
}

async function passwordMark(reader: Reader, secret: Secret, account: string): Promise<string> {
  const row = await reader.selectFrom("accounts").select("passwordHash").where("id", "=", account).executeTakeFirst();
  return secret.digest(purpose, row?.passwordHash ?? "");
}
