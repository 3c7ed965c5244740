import { type Config, readConfig } from "../../foundation/config.ts";
import { openMailer } from "../../foundation/mail.ts";
import { readSecret } from "../../foundation/secret.ts";
import { type Finding, fault, fine } from "./finding.ts";
import { examineInside } from "./inside.ts";
import { look } from "./look.ts";
import { checkBackups, checkDisk, checkNode, checkSecretFile } from "./machine.ts";
import { checkMail, checkSender, sendTestLetter } from "./mail.ts";
import { examineOutside } from "./outside.ts";

/** Looks at everything that goes wrong with an instance in real life; changes nothing. */
export async function examine(environment: NodeJS.ProcessEnv, mailTo: string | null): Promise<readonly Finding[]> {
  const node = checkNode(process.versions.node);
  const read = readConfig(environment);
  if (!read.done) {
    const wrong = read.reason.map((reason) => fault("settings", reason, "docs/running.md explains every setting."));
    return [node, ...wrong];
  }
  const config = read.value;
  const secret = await readSecret(config.secretFile).catch(() => null);
  const machine = await examineMachine(config);
  const inside = await examineInside(config, secret);
  const outside = await examineOutside(config, secret, inside);
  const mail = await examineMail(config, mailTo);
  return [node, fine("settings", "All settings can be read."), ...machine, ...inside.findings, ...outside, ...mail];
}

async function examineMachine(config: Config): Promise<readonly Finding[]> {
  const findings = await Promise.all([
    look("secret", () => checkSecretFile(config.secretFile)),
    look("disk", () => checkDisk(config.dataDir)),
    look("backup", () => checkBackups(config.dataDir, new Date())),
  ]);
  return findings.flat();
}

async function examineMail(config: Config, mailTo: string | null): Promise<readonly Finding[]> {
  const mailer = openMailer(config);
  const { mailFrom } = config;
  const findings = await Promise.all([
    look("mail", () => checkMail(config, mailer)),
    mailer === null || mailFrom === null ? [] : look("sender", () => checkSender(mailFrom)),
    mailTo === null ? [] : look("letter", () => sendTestLetter(mailer, mailTo, config.language)),
  ]);
  return findings.flat();
}
