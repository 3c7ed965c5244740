import type { Command } from "commander";
import { changePassword, createAdministrator } from "../accounts/changes.ts";
import { listAccounts } from "../accounts/queries.ts";
import { words } from "../accounts/words.ts";
import { readPassword } from "./files.ts";
import { type Answer, type Operation, operate, orRefuse } from "./operate.ts";

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
  return { text: `${email} may administer this site.`, json: { id, email } };
};

const reset: Act = async ({ tx, config }, email, password) => {
  const changed = await changePassword(tx, { email, password });
  const account = orRefuse(changed, (reason) => words[config.language].refusals[reason]);
  return { text: `${account.email} has a new password.`, json: account };
};

async function list({ tx }: Operation): Promise<Answer> {
  const accounts = await listAccounts(tx);
  const lines = accounts.map(({ email, role, created }) => `${email}\t${role}\t${created.toISOString().slice(0, 10)}`);
  const items = accounts.map((account) => ({ ...account, created: account.created.toISOString() }));
  return { text: lines.length > 0 ? lines.join("\n") : "Nobody may sign in yet.", json: { items, next: null } };
}
