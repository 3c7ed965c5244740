import type { Command } from "commander";
import { createAdministrator } from "../accounts/changes.ts";
import { words } from "../accounts/words.ts";
import { readPassword } from "./files.ts";
import { operate, orRefuse } from "./operate.ts";

interface Options {
  readonly email: string;
  readonly passwordFile: string;
}

export function addAdmin(program: Command): void {
  const admin = program.command("admin").description("people who may do everything here");
  admin
    .command("create")
    .description("let one more person administer this site")
    .requiredOption("--email <address>", "the address they sign in with")
    .requiredOption("--password-file <file>", "a file that holds their password")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim admin create --email b@example.org --password-file password.txt")
    .action(async ({ email, passwordFile }: Options, command: Command) => {
      const password = await readPassword(passwordFile);
      await operate(command, async ({ tx, config, now }) => {
        const made = await createAdministrator(tx, { email, password, now });
        const { id } = orRefuse(made, (reason) => words[config.language].refusals[reason]);
        return { text: `${email} may administer this site.`, json: { id, email } };
      });
    });
}
