import type { Command } from "commander";
import { isArchive } from "../exchange/archive.ts";
import type { ImportReport } from "../exchange/exchange.ts";
import { type JsonFile, readJsonFile } from "../exchange/json-file.ts";
import { importLibrehost, isLibrehost } from "../exchange/librehost.ts";
import { importSample } from "../exchange/sample.ts";
import { words } from "../exchange/words.ts";
import type { Language } from "../foundation/language.ts";
import { readText } from "./files.ts";
import { type ArchiveOptions, importArchive } from "./import-archive.ts";
import { type Answer, type Operation, operate, orRefuse, WrongUsage } from "./operate.ts";

interface Options extends ArchiveOptions {
  readonly host?: string;
  readonly publish?: true;
}

export function addImport(program: Command): void {
  program
    .command("import <file>")
    .description("take in what a file describes; says line by line what could not be read")
    .option("--host <id>", "of a file of several hosts: which one this site is")
    .option("--publish", "publish its offers at once; otherwise new ones are drafts")
    .option("--passphrase-file <file>", "of an export with keys: the file that holds their passphrase")
    .option("--new-keys", "of an export with keys: leave them, and make new ones")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim import hosts.json --host my-host --publish")
    .action(async (file: string, options: Options, command: Command) => {
      const text = await readText(file, largest);
      await operate(command, (operation) => takeIn(operation, text, options));
    });
}

// Read whole, a document takes four times its size for a moment.
const largest = 256 * 1024 * 1024;

async function takeIn(operation: Operation, text: string, options: Options): Promise<Answer> {
  const { refusals } = words[operation.config.language];
  const file = orRefuse(readJsonFile(text), (reason) => refusals[reason]);
  if (isArchive(file.document)) return await importArchive(operation, file.document, options);
  const imported = isLibrehost(file.document)
    ? await importLibrehost(operation.tx, file.document, { lineOf: file.lineOf, now: operation.now })
    : await takeInHost(operation, file, options);
  const report = orRefuse(imported, (reason) => refusals[reason]);
  return { text: describe(report, operation.config.language), json: report };
}

async function takeInHost({ tx, now }: Operation, { document, lineOf }: JsonFile, { host, publish }: Options) {
  if (host === undefined) throw new WrongUsage("--host is missing: it says which of the file's hosts this site is.");
  return await importSample(tx, document, { host, publish: publish === true, now, lineOf });
}

function describe({ host, taken, changed, unchanged, notUnderstood }: ImportReport, language: Language): string {
  const { summary, misreading, misreadings, where } = words[language];
  const lines = notUnderstood.map(({ path, line, reason }) => misreading(where(path, line), misreadings[reason]));
  return [summary(host, taken.length, changed.length, unchanged.length), ...lines].join("\n");
}
