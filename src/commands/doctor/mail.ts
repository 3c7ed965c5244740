import { promises as dns } from "node:dns";
import type { Language } from "../../foundation/language.ts";
import { type Mailer, type MailSettings, NotSent } from "../../foundation/mail.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** Whether letters can leave. */
export async function checkMail({ smtpUrl, mailFrom }: MailSettings, mailer: Mailer | null): Promise<Finding> {
  if (smtpUrl === null && mailFrom === null) return fine("mail", "No mail is set up; what would need it says so.");
  if (mailer === null) {
    const missing = smtpUrl === null ? "SMTP_URL" : "MAIL_FROM";
    return fault("mail", `${missing} is not set, so no letter leaves.`, "Set both SMTP_URL and MAIL_FROM, or neither.");
  }
  try {
    await mailer.verify();
    return fine("mail", "The mail server answers.");
  } catch (error) {
    return fault("mail", ...explain(error));
  }
}

/** Sends a letter, to see whether it arrives. */
export async function sendTestLetter(mailer: Mailer | null, to: string, language: Language): Promise<Finding> {
  if (mailer === null) return fault("letter", "No mail is set up, so none was sent.", "Set SMTP_URL and MAIL_FROM.");
  try {
    await mailer.send({ to, ...letters[language] });
    return fine("letter", `A letter to ${to} was taken by the mail server; see whether it arrives.`);
  } catch (error) {
    return fault("letter", ...explain(error));
  }
}

/** Whether answers to our letters, and the checks that receivers make, find the sender's domain. */
export async function checkSender(
  mailFrom: string,
  ask: Pick<dns.Resolver, "resolveMx" | "resolve4"> = new dns.Resolver({ timeout: 2_000, tries: 2 }),
): Promise<Finding> {
  const domain = mailFrom.replace(/^.*@/, "");
  const found = await Promise.any([ask.resolveMx(domain), ask.resolve4(domain)]).then(
    () => true,
    ({ errors }: AggregateError) => errors.some((error) => !isUnknown(error)),
  );
  return found
    ? fine("sender", `Mail is sent as ${mailFrom}.`)
    : warning(
        "sender",
        `The DNS does not know ${domain}, so receivers take our letters for spam.`,
        "Set MAIL_FROM to an address whose domain is yours and takes mail.",
      );
}

// A DNS that does not answer says nothing of the domain.
const isUnknown = (error: NodeJS.ErrnoException): boolean => error.code === "ENOTFOUND" || error.code === "ENODATA";

const letters: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  fr: {
    subject: "Essaim : le courriel fonctionne",
    text: "Bonjour,\n\nsi vous lisez cette lettre, votre instance Essaim sait envoyer du courriel.\n",
  },
  en: {
    subject: "Essaim: mail works",
    text: "Hello,\n\nif you read this letter, your Essaim instance can send mail.\n",
  },
};

const reasons: Readonly<Record<string, [what: string, todo: string]>> = {
  EAUTH: [
    "The mail server refuses the name or password of SMTP_URL.",
    "Correct them; signs like @ and / in a password are written %40 and %2F.",
  ],
  EDNS: ["The mail server that SMTP_URL names cannot be found.", "Correct the name in SMTP_URL."],
  ETLS: [
    "The mail server cannot be spoken to in secret.",
    "Use smtps:// with port 465, or a server that offers STARTTLS.",
  ],
};

function explain(error: unknown): [what: string, todo: string] {
  if (!(error instanceof NotSent)) throw error;
  const unknown: [string, string] = [
    `No letter leaves: ${error.message}.`,
    "Is SMTP_URL right, and does this machine's provider let mail out on that port?",
  ];
  return reasons[error.code] ?? unknown;
}
