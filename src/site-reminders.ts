import { reminderLetter } from "./availability/letter-words.ts";
import { takeReminder } from "./availability/reminders.ts";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import { sendMail, sendsMail } from "./foundation/mail.ts";
import { findHost } from "./hosts/queries.ts";

/** The daily job that writes to the team before what was said of an offer expires; where no mail is set up, nothing is noted either. */
export async function remind(
  config: Pick<Config, "smtpUrl" | "mailFrom" | "origin" | "language">,
  db: Database,
  now: Date,
): Promise<void> {
  if (!sendsMail(config)) return;
  await db.transaction().execute(async (tx) => {
    const host = await findHost(tx);
    const reminder = host && (await takeReminder(tx, now));
    if (!host || !reminder) return;
    const { origin, language } = config;
    const letter = reminderLetter(reminder.offers, { origin, language, now, host: host.profile.name });
    // An address that is none is refused, and keeps nobody else from their letter.
    for (const to of reminder.to) await sendMail(tx, config, { to, ...letter });
  });
}
