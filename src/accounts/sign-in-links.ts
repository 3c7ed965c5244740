import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import type { Language } from "../foundation/language.ts";
import { type Letter, type MailSettings, sendSealedMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { findMemberByEmail, findMemberById, type Member } from "./members.ts";

/** So many links that are still good one account has at most, so that nobody's letter box is filled. */
const mostLinks = 3;
/** In minutes. */
const linkMinutes = 15;
const purpose = "sign-in-link";

/** What is asked of the job that sends links: to whom, and which page they were going to. */
const Asked = z.object({ email: z.string(), language: z.enum(["fr", "en"]), back: z.string() });
export type AskedLink = z.infer<typeof Asked> & { readonly language: Language };

/** Asks for a link by mail. Whether a member has this address is found out later, so that the page cannot tell. */
export async function askForSignIn(tx: Reader, secret: Secret, { email, language, back }: AskedLink): Promise<void> {
  const asked = { email: email.trim().slice(0, 254), language, back };
  const key = `sign-in-link:${secret.digest(purpose, asked.email.toLowerCase())}`;
  await addJob(tx, "send-sign-in-link", asked, { key, maxAttempts: 5 });
}

export interface SignInLetters extends MailSettings {
  readonly secret: Secret;
  readonly origin: string;
  write(language: Language, link: string): Omit<Letter, "to">;
}

/** Sends the link that was asked for, if a member has that address; only its keyed hash stays here. */
export async function sendSignInLink(
  tx: Transaction,
  letters: SignInLetters,
  asked: unknown,
  now: Date,
): Promise<void> {
  const { email, language, back } = Asked.parse(asked);
  const member = await findMemberByEmail(tx, email);
  if (member === null || (await countLinks(tx, member.id, now)) >= mostLinks) return;
  const token = await makeSignInLink(tx, letters.secret, member.id, now);
  const query = new URLSearchParams([
    ["token", token],
    ["then", back],
  ]);
  const letter = letters.write(language, `${letters.origin}/association/sign-in/link?${query}`);
  await sendSealedMail(tx, letters, letters.secret, { ...letter, to: member.email });
}

/** The key of a link that lets a member in once, within a quarter of an hour. */
async function makeSignInLink(tx: Transaction, secret: Secret, account: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const expires = new Date(now.getTime() + linkMinutes * 60_000);
  await tx
    .insertInto("signInLinks")
    .values({ hash: secret.digest(purpose, token), account, expires })
    .execute();
  return token;
}

/** Whose link this is, while it is good. */
export async function findSignInLink(reader: Reader, secret: Secret, token: string, now: Date): Promise<Member | null> {
  const row = await reader
    .selectFrom("signInLinks")
    .select("account")
    .where("hash", "=", secret.digest(purpose, token))
    .where("expires", ">", now)
    .executeTakeFirst();
  return row ? await findMemberById(reader, row.account) : null;
}

/** Takes a link, once: of two who open it at once, the second finds it gone. Null when it is not good. */
export async function spendSignInLink(
  tx: Transaction,
  secret: Secret,
  token: string,
  now: Date,
): Promise<Member | null> {
  const spent = await tx
    .deleteFrom("signInLinks")
    .where("hash", "=", secret.digest(purpose, token))
    .where("expires", ">", now)
    .returning("account")
    .executeTakeFirst();
  return spent ? await findMemberById(tx, spent.account) : null;
}

async function countLinks(reader: Reader, account: string, now: Date): Promise<number> {
  const { count } = await reader
    .selectFrom("signInLinks")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account", "=", account)
    .where("expires", ">", now)
    .executeTakeFirstOrThrow();
  return count;
}
