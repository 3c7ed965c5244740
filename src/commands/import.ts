import type { Command } from "commander";
import type { ImportReport } from "../exchange/exchange.ts";
import { readJsonFile } from "../exchange/json-file.ts";
import { importSample } from "../exchange/sample.ts";
import { words } from "../exchange/words.ts";
import type { Language } from "../foundation/language.ts";
import { readText } from "./files.ts";
import { type Answer, type Operation, operate, orRefuse } from "./operate.ts";

interface Options {
  readonly host: string;
  readonly publish?: true;
}

export function addImport(program: Command): void {
  program
    .command("import <file>")
    .description("take in the offers that a file describes, as drafts; says line by line what could not be read")
    .requiredOption("--host <id>", "which of the file's hosts this site is")
    .option("--publish", "publish them at once")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim import hosts.json --host my-host --publish")
    .action(async (file: string, options: Options, command: Command) => {
      const text = await readText(file);
      await operate(command, (operation) => takeIn(operation, text, options));
    });
}

async function takeIn({ tx, config, now }: Operation, text: string, { host, publish }: Options): Promise<Answer> {
  const { refusals } = words[config.language];
  const { document, lineOf } = orRefuse(readJsonFile(text), (reason) => refusals[reason]);
  const imported = await importSample(tx, document, { host, publish: publish === true, now, lineOf });
  const report = orRefuse(imported, (reason) => refusals[reason]);
  return { text: describe(report, config.language), json: report };
}

function describe({ host, taken, changed, unchanged, notUnderstood }: ImportReport, language: Language): string {
  const { summary, misreading, misreadings, where } = words[language];
  const lines = notUnderstood.map(({ path, line, reason }) => misreading(where(path, line), misreadings[reason]));
  return [summary(host, taken.length, changed.length, unchanged.length), ...lines].join("\n");
}
