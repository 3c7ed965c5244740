import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import type { Outcome } from "../foundation/outcome.ts";
import { type Logo, type LogoRefusal, logoLimits } from "../hosts/logo.ts";
import { keepLogo, removeLogo } from "../hosts/logo-changes.ts";
import { readLogo } from "../hosts/logo-form.ts";
import { words } from "../hosts/logo-words.ts";
import { findHost } from "../hosts/queries.ts";
import { type Answer, type Operation, operate, orRefuse, WrongUsage } from "./operate.ts";

export function addLogo(program: Command): void {
  const logo = program
    .command("logo")
    .description("the picture that stands for the host")
    .addHelpText("after", "\nExample: essaim logo set logo.png");
  logo
    .command("set")
    .description("show this picture on every page, and tell those who follow")
    .argument("<file>", "a PNG, JPEG, WebP, GIF or AVIF of 5 MB at most")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim logo set logo.png")
    .action(async (file: string, _options, command: Command) => {
      const read = await readLogo(await openPicture(file)); // before the transaction: it takes its time
      await operate(command, (operation) => set(operation, read));
    });
  logo
    .command("remove")
    .description("show the emblem drawn from the address again")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim logo remove")
    .action((_options, command: Command) => operate(command, remove));
}

async function openPicture(file: string): Promise<File> {
  try {
    // One that is too heavy is refused by its size, unread.
    const { size } = await stat(file);
    return new File([size > logoLimits.bytes ? new Uint8Array(logoLimits.bytes + 1) : await readFile(file)], file);
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

async function set({ tx, config, now }: Operation, read: Outcome<Logo, LogoRefusal>): Promise<Answer> {
  const logo = orRefuse(read, (reason) => words[config.language].refusals[reason]);
  await keepLogo(tx, logo, now);
  const files = (await findHost(tx))?.logo.map(({ path, ...file }) => ({ ...file, url: config.origin + path })) ?? [];
  return { text: "The logo is on every page now.", json: { files } };
}

async function remove({ tx, now }: Operation): Promise<Answer> {
  const removed = await removeLogo(tx, now);
  return { text: removed ? "The logo is gone; the emblem is back." : "There was no logo.", json: { removed } };
}
