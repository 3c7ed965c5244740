import { goneFromBackups } from "../foundation/backup-days.ts";
import type { Transaction } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type MailSettings, sendMail, sendSealedMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { words } from "./letter-words.ts";
import type { ResetLetters } from "./reset-links.ts";

interface LetterDeps {
  readonly origin: string;
  readonly mail: MailSettings;
}

/** Tells somebody of what was changed about how they sign in, where mail is set up: it may not have been them. */
export async function tellOfChange(
  tx: Transaction,
  { origin, mail }: LetterDeps,
  { to, language, what }: { readonly to: string; readonly language: Language; readonly what: Change },
): Promise<void> {
  const word = words[language];
  const sentence = what === "passwordChanged" ? word.passwordChanged : word.emailChanged(what.email);
  await sendMail(tx, mail, { to, ...word.changed(new URL(origin).host, sentence) });
}

type Change = "passwordChanged" | { readonly email: string };

/** Tells somebody whose account is erased that it is, at an address that is kept no longer. */
export async function tellErased(
  tx: Transaction,
  { origin, mail }: LetterDeps,
  { to, language, now }: { readonly to: string; readonly language: Language; readonly now: Date },
): Promise<void> {
  const [erased, gone] = [dateWords(now, language), dateWords(goneFromBackups(now), language)];
  await sendMail(tx, mail, { to, ...words[language].erased(new URL(origin).host, erased, gone) });
}

/** Sends an invitation; false where no mail is set up, so that whoever invites has to pass it on. */
export async function sendInvitation(
  tx: Transaction,
  { origin, mail, secret }: LetterDeps & { readonly secret: Secret },
  letter: { readonly to: string; readonly by: string; readonly link: string; readonly language: Language },
): Promise<boolean> {
  const written = words[letter.language].invitation(new URL(origin).host, letter.by, letter.link);
  return (await sendSealedMail(tx, mail, secret, { to: letter.to, ...written })).done;
}

/** What the job that sends links for a new password needs. */
export function resetLetters({ origin, mail, secret }: LetterDeps & { readonly secret: Secret }): ResetLetters {
  const site = new URL(origin).host;
  return { ...mail, origin, secret, write: (language, link) => words[language].reset(site, link) };
}
