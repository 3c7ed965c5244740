import { randomBytes, randomInt } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";

export type CodeRefusal = "code-wrong" | "codes-not-begun" | "codes-on-already";

/** Where an account stands with one-time codes. */
export interface CodesState {
  /** Since when they are asked for; null when they are not. */
  readonly confirmed: Date | null;
  /** How many of the codes that were written down are left. */
  readonly recoveryCodes: number;
}

const period = 30;
const fullCount = 10;
// Without letters and figures that look alike on paper.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

export async function findCodes(reader: Reader, account: string): Promise<CodesState> {
  const app = await reader.selectFrom("codeApps").select("confirmed").where("account", "=", account).executeTakeFirst();
  const { left } = await reader
    .selectFrom("recoveryCodes")
    .select(({ fn }) => fn.countAll<number>().as("left"))
    .where("account", "=", account)
    .executeTakeFirstOrThrow();
  return { confirmed: app?.confirmed ?? null, recoveryCodes: left };
}

/** Makes the secret that a telephone is to share; nothing is asked for until a first code has come from there. */
export async function beginCodes(
  tx: Transaction,
  secret: Secret,
  account: string,
  now: Date,
): Promise<Outcome<Buffer, CodeRefusal>> {
  const key = randomBytes(20);
  const begun = { secret: secret.seal(purposeOf(account), key), created: now, confirmed: null, lastStep: 0 };
  const row = await tx
    .insertInto("codeApps")
    .values({ account, ...begun })
    .onConflict((known) => known.column("account").doUpdateSet(begun).where("codeApps.confirmed", "is", null))
    .returning("account")
    .executeTakeFirst();
  return row ? done(key) : refused("codes-on-already");
}

/** The secret that was begun and not confirmed yet. */
export async function findBegunKey(reader: Reader, secret: Secret, account: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom("codeApps")
    .select("secret")
    .where("account", "=", account)
    .where("confirmed", "is", null)
    .executeTakeFirst();
  return row ? secret.unseal(purposeOf(account), row.secret) : null;
}

/** How a telephone is told the secret: as an address in a picture, and as text to type. */
export async function describeKey(
  key: Buffer,
  { issuer, label }: { readonly issuer: string; readonly label: string },
): Promise<{ readonly uri: string; readonly text: string }> {
  const totp = await totpOf(key, { issuer, label });
  return { uri: totp.toString(), text: (totp.secret.base32.match(/.{1,4}/g) ?? []).join(" ") };
}

/** Turns the codes on, with the first that the telephone shows; returns the codes to write down. */
export async function confirmCodes(
  tx: Transaction,
  secret: Secret,
  account: string,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<Outcome<readonly string[], CodeRefusal>> {
  if ((await findBegunKey(tx, secret, account)) === null) return refused("codes-not-begun");
  if (!(await spendStep(tx, secret, account, { code, now }))) return refused("code-wrong");
  await tx.updateTable("codeApps").set({ confirmed: now }).where("account", "=", account).execute();
  return done(await renewRecoveryCodes(tx, secret, account));
}

/** Whether a telephone that is confirmed shows this code now, a step earlier or later; it is taken once. */
export async function spendCode(
  tx: Transaction,
  secret: Secret,
  account: string,
  typed: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  const { confirmed } = await findCodes(tx, account);
  return confirmed !== null && (await spendStep(tx, secret, account, typed));
}

/** Ten new codes to write down, shown this once; those before open nothing any more. */
export async function renewRecoveryCodes(tx: Transaction, secret: Secret, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: fullCount }, () => [part(), part(), part()].join("-"));
  await tx.deleteFrom("recoveryCodes").where("account", "=", account).execute();
  const rows = codes.map((code) => ({ account, hash: hashOf(secret, account, code) }));
  await tx.insertInto("recoveryCodes").values(rows).execute();
  return codes;
}

export async function spendRecoveryCode(
  tx: Transaction,
  secret: Secret,
  account: string,
  typed: string,
): Promise<boolean> {
  const spent = await tx
    .deleteFrom("recoveryCodes")
    .where("account", "=", account)
    .where("hash", "=", hashOf(secret, account, typed))
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

/** The password alone opens again. */
export async function turnOffCodes(tx: Transaction, account: string): Promise<void> {
  await tx.deleteFrom("codeApps").where("account", "=", account).execute();
  await tx.deleteFrom("recoveryCodes").where("account", "=", account).execute();
}

/** For whoever moves an account: the secret as it is, and its inverse. */
export const sealKey = (secret: Secret, account: string, key: Buffer): Buffer => secret.seal(purposeOf(account), key);
export const unsealKey = (secret: Secret, account: string, box: Buffer): Buffer =>
  secret.unseal(purposeOf(account), box);

async function spendStep(
  tx: Transaction,
  secret: Secret,
  account: string,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<boolean> {
  const token = code.replaceAll(/\s/g, "");
  const row = await tx.selectFrom("codeApps").select("secret").where("account", "=", account).executeTakeFirst();
  if (!row || !/^\d{6}$/.test(token)) return false;
  const totp = await totpOf(secret.unseal(purposeOf(account), row.secret));
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return false;
  const step = Math.floor(now.getTime() / 1_000 / period) + delta;
  const spent = await tx
    .updateTable("codeApps")
    .set({ lastStep: step })
    .where("account", "=", account)
    .where("lastStep", "<", step)
    .executeTakeFirst();
  return spent.numUpdatedRows > 0n;
}

// Loaded when somebody uses it: most processes never do.
async function totpOf(key: Buffer, { issuer = "", label = "" } = {}) {
  const { Secret, TOTP } = await import("otpauth");
  const secret = new Secret({ buffer: new Uint8Array(key).buffer });
  return new TOTP({ issuer, label, secret, period, digits: 6, algorithm: "SHA1" });
}

// Sealed for one account: a row that is put in another's place does not open.
const purposeOf = (account: string): string => `one-time-codes ${account}`;

const part = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");

function hashOf(secret: Secret, account: string, code: string): string {
  return secret.digest("recovery-code", `${account} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`);
}
