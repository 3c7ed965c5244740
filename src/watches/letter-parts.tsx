import type { Transaction } from "../foundation/database.ts";
import { type MailSettings, sendMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { findHost } from "../hosts/queries.ts";
import { confirmLetter, findsLetter } from "./letter-words.ts";
import { linksOf } from "./links.ts";
import { lettersTo, type WatchReader } from "./readers.ts";
import { takeLetters } from "./telling.ts";
import type { Watch } from "./watch.ts";

/** What the letters of this room need. */
export interface WatchPost {
  readonly origin: string;
  readonly mail: MailSettings;
  readonly secret: Secret;
}

/** Asks somebody at their address whether it was they who want to be told. */
export async function sendConfirmation(
  tx: Transaction,
  post: WatchPost,
  { search }: Watch,
  reader: WatchReader,
): Promise<void> {
  const links = linksOf(post, reader.id);
  const letter = confirmLetter(reader, { search, links, origin: post.origin, host: await hostName(tx, post) });
  await sendMail(tx, post.mail, { ...letter, unsubscribe: links.end }, `${lettersTo(reader.id)}confirmation`);
}

/** Writes to all who may be written to now of what was found for them. */
export async function sendLetters(tx: Transaction, post: WatchPost, now: Date): Promise<void> {
  const host = await hostName(tx, post);
  for (const { reader, watch, finds } of await takeLetters(tx, now)) {
    const links = linksOf(post, reader.id);
    const letter = findsLetter(reader, { search: watch.search, links, origin: post.origin, host, finds, now });
    await sendMail(tx, post.mail, { ...letter, unsubscribe: links.end }, `${lettersTo(reader.id)}${now.getTime()}`);
  }
}

async function hostName(tx: Transaction, { origin }: WatchPost): Promise<string> {
  return (await findHost(tx))?.profile.name ?? new URL(origin).host;
}
