import type { Command } from "commander";
import { z } from "zod";
import { createAdministrator } from "../accounts/changes.ts";
import { words as accountWords } from "../accounts/words.ts";
import { setUp } from "../hosts/changes.ts";
import { words as setUpWords } from "../hosts/setup-words.ts";
import { readJson, readPassword } from "./files.ts";
import { type Answer, type Operation, operate, orRefuse, WrongUsage } from "./operate.ts";

export function addSetup(program: Command): void {
  program
    .command("setup")
    .description("make this site a host's: its name, its handle, its administrator")
    .option(
      "--file <file>",
      "read all of this from a JSON file: name, handle, adminEmail, adminPasswordFile, territory, hub",
    )
    .option("--name <text>", "the host's name")
    .option("--handle <name>", "the host's name in the Fediverse: @name")
    .option("--admin-email <address>", "the administrator's e-mail address")
    .option("--admin-password-file <file>", "a file that holds the administrator's password")
    .option("--territory <code>", "where the host is: dep:69, com:69123, country:FR, remote")
    .option("--hub", "a portal: it gathers what others offer and offers nothing itself")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Example:
  essaim setup --name "Hôte A" --handle hote_a --territory dep:69 \\
    --admin-email a@example.org --admin-password-file password.txt`,
    )
    .action(async (options: Record<string, unknown>, command: Command) => {
      const wanted = await read(options);
      const password = await readPassword(wanted.adminPasswordFile);
      await operate(command, (operation) => act(operation, wanted, password));
    });
}

const Wanted = z.object({
  name: z.string("is missing"),
  handle: z.string("is missing"),
  adminEmail: z.email("must be an e-mail address"),
  adminPasswordFile: z.string("is missing"),
  territory: z.string().nullable().default(null),
  hub: z.boolean().default(false),
});
type Wanted = z.infer<typeof Wanted>;

async function read({ file, json: _, ...flags }: Record<string, unknown>): Promise<Wanted> {
  const fromFile = typeof file === "string" ? await readJson(file) : {};
  const wanted = Wanted.safeParse({ ...(fromFile as object), ...flags });
  if (wanted.success) return wanted.data;
  throw new WrongUsage(wanted.error.issues.map((issue) => `${flagOf(issue.path)} ${issue.message}.`).join("\n"));
}

function flagOf(path: readonly PropertyKey[]): string {
  return `--${path.join(".").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function act({ tx, config, now }: Operation, wanted: Wanted, password: string): Promise<Answer> {
  const { name, handle, territory, hub, adminEmail: email } = wanted;
  const host = orRefuse(
    await setUp(tx, { name, handle, language: config.language, territory, hub, now }),
    (reason) => setUpWords[config.language].refusals[reason],
  );
  orRefuse(
    await createAdministrator(tx, { email, password, now }),
    (reason) => accountWords[config.language].refusals[reason],
  );
  await tx.deleteFrom("setupLinks").execute();
  const url = `${config.origin}/@${host.handle}`;
  return {
    text: `${host.profile.name} is set up: ${url}`,
    json: { name: host.profile.name, handle: host.handle, url },
  };
}
