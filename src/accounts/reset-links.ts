import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import type { Language } from "../foundation/language.ts";
import { type Letter, type MailSettings, sendSealedMail } from "../foundation/mail.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { type Account, type PasswordRefusal, refusalOfPassword } from "./account.ts";
import { setPassword } from "./changes.ts";
import { findAccountByEmail, findAccountById } from "./queries.ts";

export type SpendRefusal = PasswordRefusal | "link-spent";

/** So many links that are still good one account has at most, so that nobody's letter box is filled. */
const mostLinks = 3;
const halfAnHour = 30 * 60_000;
const purpose = "reset-link";

/** Asks for a link by mail. Whether anybody has this address is found out later, so that the page cannot tell. */
export async function askForReset(tx: Reader, secret: Secret, email: string, language: Language): Promise<void> {
  const asked: Asked = { email: email.trim().slice(0, 254), language };
  const key = `reset-link:${secret.digest(purpose, asked.email.toLowerCase())}`;
  await addJob(tx, "send-reset-link", asked, { key, maxAttempts: 5 });
}

/** What the job of that name is given. */
const Asked = z.object({ email: z.string(), language: z.enum(["fr", "en"]) });
type Asked = z.infer<typeof Asked>;

export interface ResetLetters extends MailSettings {
  readonly secret: Secret;
  readonly origin: string;
  write(language: Language, link: string): Omit<Letter, "to">;
}

/** Sends the link that was asked for, if somebody has that address; only its keyed hash stays here. */
export async function sendResetLink(tx: Transaction, letters: ResetLetters, asked: unknown, now: Date): Promise<void> {
  const { email, language } = Asked.parse(asked);
  const account = await findAccountByEmail(tx, email);
  if (account === null || (await countLinks(tx, account.id, now)) >= mostLinks) return;
  const token = randomBytes(24).toString("base64url");
  const expires = new Date(now.getTime() + halfAnHour);
  const hash = letters.secret.digest(purpose, token);
  await tx.insertInto("resetLinks").values({ hash, account: account.id, expires }).execute();
  const letter = letters.write(language, `${letters.origin}/admin/sign-in/reset?token=${token}`);
  await sendSealedMail(tx, letters, letters.secret, { ...letter, to: account.email });
}

/** Whose link this is, while it is good. */
export async function findResetLink(reader: Reader, secret: Secret, token: string, now: Date): Promise<Account | null> {
  const row = await reader
    .selectFrom("resetLinks")
    .select("account")
    .where("hash", "=", secret.digest(purpose, token))
    .where("expires", ">", now)
    .executeTakeFirst();
  return row ? await findAccountById(reader, row.account) : null;
}

/** Sets a new password with a link, once: the account's other links and all its sessions end with it. */
export async function spendResetLink(
  tx: Transaction,
  secret: Secret,
  { token, password, now }: { readonly token: string; readonly password: string; readonly now: Date },
): Promise<Outcome<Account, SpendRefusal>> {
  const account = await findResetLink(tx, secret, token, now);
  if (account === null) return refused("link-spent");
  const reason = refusalOfPassword(password, account.email);
  if (reason !== null) return refused(reason);
  // Spent first: of two who send it at once, the second waits here and finds it gone.
  const hash = secret.digest(purpose, token);
  const spent = await tx.deleteFrom("resetLinks").where("hash", "=", hash).executeTakeFirst();
  if (spent.numDeletedRows === 0n) return refused("link-spent");
  await setPassword(tx, account.id, password);
  return done(account);
}

async function countLinks(reader: Reader, account: string, now: Date): Promise<number> {
  const { count } = await reader
    .selectFrom("resetLinks")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account", "=", account)
    .where("expires", ">", now)
    .executeTakeFirstOrThrow();
  return count;
}
