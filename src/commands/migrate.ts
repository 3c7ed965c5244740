import type { Command } from "commander";
import { print, settings, withInstance } from "./operate.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database up to this version; the server does so by itself when it starts")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim migrate")
    .action((_options, command: Command) =>
      withInstance(settings(), async (_db, _secret, applied) => {
        const text =
          applied.length > 0 ? applied.map((name) => `Applied ${name}`).join("\n") : "The database is up to date.";
        print(command, { text, json: { applied } });
      }),
    );
}
