import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { type MailSettings, sendMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { findHost } from "../hosts/queries.ts";
import { noticeLetter } from "./letter-words.ts";
import { toTell } from "./notices.ts";
import { wishesPath } from "./paths.ts";
import { lastNumber, listNotices } from "./queries.ts";
import { listDueReaders, noteWritten } from "./readers.ts";

/** What the letters of this room need. */
export interface NoticePost {
  readonly origin: string;
  readonly mail: MailSettings;
  readonly secret: Secret;
  /** The language that a party reads. */
  languageOf(tx: Transaction, party: string): Promise<Language>;
}

/** Writes to all who may be written to now of what happened since their last letter. */
export async function sendNotices(tx: Transaction, post: NoticePost, now: Date): Promise<void> {
  const { origin, mail, secret } = post;
  const last = await lastNumber(tx);
  const host = (await findHost(tx))?.profile.name ?? new URL(origin).host;
  for (const reader of await listDueReaders(tx)) {
    const { account, email: to, party, wishes, written, heard } = reader;
    const news = await listNotices(tx, [party], { after: heard });
    const notices = toTell(news, wishes, written, now);
    if (notices.length === 0) continue;
    const facts = { to, host, origin, notices, wishes: origin + wishesPath(secret, account) };
    await sendMail(tx, mail, noticeLetter({ ...facts, language: await post.languageOf(tx, party) }));
    await noteWritten(tx, reader, last, now);
  }
}
