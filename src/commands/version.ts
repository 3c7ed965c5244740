import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { projectPath } from "../foundation/project-path.ts";
import { print } from "./operate.ts";

export function addVersion(program: Command): void {
  program
    .command("version")
    .description("the version of this copy")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim version")
    .action(async (_options, command: Command) => {
      const version = await readVersion();
      print(command, { text: `Essaim ${version}`, json: { version } });
    });
}

/** The version of this copy: "0.1.0". */
export async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(projectPath("package.json"), "utf8")) as { version: string };
  return version;
}
