import type { Command } from "commander";
import { changePassword, createAdministrator } from "../accounts/changes.ts";
import { turnOffCodes } from "../accounts/codes.ts";
import { enter } from "../accounts/journal.ts";
import { findAccountByEmail, listAccounts } from "../accounts/queries.ts";
import { words } from "../accounts/words.ts";
import { readPassword } from "./files.ts";
import { type Answer, type Operation, operate, orRefuse, Refusal } from "./operate.ts";

interface Options {
  readonly email: string;
  readonly passwordFile: string;
}

export function addAdmin(program: Command): void {
  const admin = program
    .command("admin")
    .description("people who may do everything here")
    .addHelpText("after", "\nExample: essaim admin list");
  withCredentials(admin.command("create"), "let one more person administer this site", "create", create);
  withCredentials(admin.command("password"), "give someone who lost it a new password", "password", reset);
  admin
    .command("codes-off")
    .description("stop asking someone for codes, when telephone and recovery codes are lost")
    .requiredOption("--email <address>", "the address they sign in with")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim admin codes-off --email b@example.org")
    .action(({ email }: Pick<Options, "email">, command: Command) =>
      operate(command, (operation) => codesOff(operation, email)),
    );
  admin
    .command("list")
    .description("who may sign in")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim admin list")
    .action((_options, command: Command) => operate(command, list));
}

type Act = (operation: Operation, email: string, password: string) => Promise<Answer>;

function withCredentials(command: Command, description: string, name: string, act: Act): void {
  command
    .description(description)
    .requiredOption("--email <address>", "the address they sign in with")
    .requiredOption("--password-file <file>", "a file that holds their password")
    .option("--json", "print JSON")
    .addHelpText("after", `\nExample:\n  essaim admin ${name} --email b@example.org --password-file password.txt`)
    .action(async ({ email, passwordFile }: Options) => {
      const password = await readPassword(passwordFile);
      await operate(command, (operation) => act(operation, email, password));
    });
}

const create: Act = async ({ tx, config, now }, email, password) => {
  const made = await createAdministrator(tx, { email, password, now });
  const { id } = orRefuse(made, (reason) => words[config.language].refusals[reason]);
  await enter(tx, commandLine, { deed: "account-created", subject: email.trim(), now });
  return { text: `${email} may administer this site.`, json: { id, email } };
};

const reset: Act = async ({ tx, config, now }, email, password) => {
  const changed = await changePassword(tx, { email, password });
  const account = orRefuse(changed, (reason) => words[config.language].refusals[reason]);
  await enter(tx, commandLine, { deed: "password-changed", subject: account.email, now });
  const said = { id: account.id, email: account.email };
  return { text: `${account.email} has a new password, and is signed out everywhere.`, json: said };
};

async function codesOff({ tx, config, now }: Operation, email: string): Promise<Answer> {
  const account = await findAccountByEmail(tx, email);
  if (account === null) throw new Refusal(words[config.language].refusals["account-unknown"]);
  await turnOffCodes(tx, account.id);
  await enter(tx, commandLine, { deed: "codes-turned-off", subject: account.email, now });
  return { text: `${account.email} signs in without codes.`, json: { id: account.id, email: account.email } };
}

/** Who stands in the journal for what is done here. */
const commandLine = { id: null, name: "essaim admin", email: "" };

async function list({ tx }: Operation): Promise<Answer> {
  const accounts = await listAccounts(tx);
  const lines = accounts.map(({ email, role, created }) => `${email}\t${role}\t${created.toISOString().slice(0, 10)}`);
  const items = accounts.map((account) => ({ ...account, created: account.created.toISOString() }));
  return { text: lines.length > 0 ? lines.join("\n") : "Nobody may sign in yet.", json: { items, next: null } };
}
