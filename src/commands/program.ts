import "temporal-polyfill/global";
import { Command, CommanderError } from "commander";
import { addAdmin } from "./admin.ts";
import { addAvailability } from "./availability.ts";
import { addBackup } from "./backup.ts";
import { addCompletion } from "./completion.ts";
import { addDoctor } from "./doctor.ts";
import { addExport } from "./export.ts";
import { addImport } from "./import.ts";
import { addLogo } from "./logo.ts";
import { addMigrate } from "./migrate.ts";
import { addOffer } from "./offer.ts";
import { WrongUsage } from "./operate.ts";
import { addPeer } from "./peer.ts";
import { addQueue } from "./queue.ts";
import { addRestore } from "./restore.ts";
import { sentenceOf } from "./sentences.ts";
import { addSetup } from "./setup.ts";
import { addToken } from "./token.ts";
import { addVersion } from "./version.ts";

/** Runs one command; its exit code: 0 done, 1 refused with the reason on stderr, 2 wrong usage. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    // Commander has printed its own.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${sentenceOf(error)}\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

/** The whole command line. */
export function buildProgram(): Command {
  const program = new Command("essaim")
    .description("Runs a host's instance from the command line, beside the running server or without it.")
    .option("--json", "print JSON, for scripts")
    .addHelpText(
      "after",
      "\nThe instance is the one of DATA_DIR (./data) or DATABASE_URL.\n\nExamples:\n  essaim offer list\n  essaim doctor",
    )
    .addHelpText("afterAll", "\nExit codes: 0 done, 1 refused (reason on stderr), 2 wrong usage.")
    .showHelpAfterError("(essaim COMMAND --help shows how)");
  for (const add of [
    addSetup,
    addAdmin,
    addImport,
    addExport,
    addOffer,
    addAvailability,
    addLogo,
    addToken,
    addPeer,
    addQueue,
    addBackup,
    addRestore,
    addDoctor,
    addMigrate,
    addCompletion,
    addVersion,
  ])
    add(program);
  for (const command of withDescendants(program)) command.exitOverride();
  return program;
}

function withDescendants(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}
