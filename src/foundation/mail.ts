import { randomUUID } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import type { Task } from "graphile-worker";
import type { Transporter } from "nodemailer";
import { z } from "zod";
import type { Config } from "./config.ts";
import type { Transaction } from "./database.ts";
import { addJob } from "./jobs.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { Secret } from "./secret.ts";

export type MailSettings = Pick<Config, "smtpUrl" | "mailFrom">;

/** Whether letters can be sent at all. */
export const sendsMail = ({ smtpUrl, mailFrom }: MailSettings): boolean => smtpUrl !== null && mailFrom !== null;

/** What is sent to one person, in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where a click in a mail program ends such letters (RFC 8058). */
  readonly unsubscribe?: string | undefined;
}

export type MailRefusal = "mail-not-set-up" | "address-malformed";

/** Sends a letter as soon as the transaction commits; refused, and nothing written, where no mail is set up. By its `key` it can be taken back. */
export async function sendMail(
  tx: Transaction,
  settings: MailSettings,
  letter: Letter,
  key?: string,
): Promise<Outcome<null, MailRefusal>> {
  if (settings.smtpUrl === null || settings.mailFrom === null) return refused("mail-not-set-up");
  if (!address.safeParse(letter.to).success) return refused("address-malformed");
  const stored = StoredLetter.parse({ ...letter, id: randomUUID() });
  await addJob(tx, "mail", stored, { queue: "mail", maxAttempts: mostTries, ...(key !== undefined && { key }) });
  return done(null);
}

/** The same for a letter that holds a key, such as a link: while it waits, it lies there sealed. */
export async function sendSealedMail(
  tx: Transaction,
  settings: MailSettings,
  secret: Secret,
  letter: Letter,
  key?: string,
): Promise<Outcome<null, MailRefusal>> {
  if (settings.smtpUrl === null || settings.mailFrom === null) return refused("mail-not-set-up");
  if (!address.safeParse(letter.to).success) return refused("address-malformed");
  const plain = JSON.stringify(StoredLetter.parse({ ...letter, id: randomUUID() }));
  const sealed = secret.seal(purpose, Buffer.from(plain)).toString("base64url");
  await addJob(tx, "mail", { sealed }, { queue: "mail", maxAttempts: mostTries, ...(key !== undefined && { key }) });
  return done(null);
}

/** The way to the operator's mail server. */
export interface Mailer {
  /** Throws `NotSent`, which names nobody. `id` stays the same from one try to the next, so that a letter that came is not shown twice. */
  send(letter: Letter, id?: string): Promise<void>;
  /** Knocks, and signs in where SMTP_URL says as whom. */
  verify(): Promise<void>;
}

/** Opens the way to the mail server; null where no mail is set up. */
export function openMailer({ smtpUrl, mailFrom }: MailSettings): Mailer | null {
  if (smtpUrl === null || mailFrom === null) return null;
  let opening: Promise<Transporter> | null = null;
  const transport = () => {
    opening ??= openTransport(smtpUrl);
    return opening;
  };
  return {
    async send(letter, id = randomUUID()) {
      const { to, subject, text, unsubscribe } = StoredLetter.parse({ ...letter, id });
      const messageId = `<${id}@${mailFrom.replace(/^.*@/, "")}>`;
      const headers = { "Auto-Submitted": "auto-generated", ...unsubscribing(unsubscribe) };
      await (await transport())
        .sendMail({ from: mailFrom, to: { name: "", address: to }, subject, text, messageId, headers })
        .catch(refuse);
    },
    async verify() {
      await (await transport()).verify().catch(refuse);
    },
  };
}

// Loaded with the first letter: most instances have sent none since they started.
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    requireTLS: givesPasswordAway(url),
  });
}

/** The background job that carries letters; what cannot be sent is given up in time, so that no address stays behind. */
export function mailTask(settings: MailSettings, secret: Secret): Task {
  const mailer = openMailer(settings);
  return async (payload, { job }) => {
    try {
      const { id, ...letter } = StoredLetter.parse(opened(payload, secret));
      if (mailer === null) throw new NotSent("SMTP_URL or MAIL_FROM is not set", null);
      await mailer.send(letter, id);
    } catch (error) {
      const final = error instanceof NotSent && error.final;
      if (!final && job.attempts < job.max_attempts) throw error;
      log.error("a letter was given up: {error}", { error });
    }
  };
}

/** Why a letter did not leave, in a word and a number that name no person. */
export class NotSent extends Error {
  override readonly name = "NotSent";
  readonly code: string;
  /** The mail server does not want it, now or later. */
  readonly final: boolean;

  constructor(code: string, answer: number | null) {
    super(answer === null ? `the mail server: ${code}` : `the mail server answered ${answer} (${code})`);
    this.code = code;
    // A wrong password is refused with a 5xx too, but the operator may mend it.
    this.final = answer !== null && answer >= 500 && code !== "EAUTH";
  }
}

const log = getLogger(["essaim", "mail"]);

const purpose = "letter";

function opened(payload: unknown, secret: Secret): unknown {
  const { sealed } = z.object({ sealed: z.string().optional() }).parse(payload);
  return sealed === undefined
    ? payload
    : JSON.parse(secret.unseal(purpose, Buffer.from(sealed, "base64url")).toString("utf8"));
}

// About three days, with the pauses of the queue: a mail server may be down over a week-end.
const mostTries = 22;

const address = z.email().max(254);

// One line: what follows a line's end would be another header.
const oneLine = z.string().transform((text) =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200),
);

const StoredLetter = z.object({
  id: z.uuid(),
  to: address,
  subject: oneLine,
  text: z.string().max(100_000),
  unsubscribe: z.url({ protocol: /^https?$/ }).optional(),
});

const unsubscribing = (address: string | undefined) =>
  address === undefined
    ? {}
    : { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

// A password does not leave this machine in the clear, whatever the server on the way pretends not to know.
function givesPasswordAway(smtpUrl: string): boolean {
  const { username, hostname } = new URL(smtpUrl);
  return username !== "" && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

// The server's own words may quote the address.
function refuse(error: unknown): never {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  throw new NotSent(code ?? "no answer", responseCode ?? null);
}
