import type { Command } from "commander";
import type { ImportReport } from "../exchange/exchange.ts";
import { readJsonFile } from "../exchange/json-file.ts";
import { importSample } from "../exchange/sample.ts";
import { words } from "../exchange/words.ts";
import type { Language } from "../foundation/language.ts";
import { type Named, nameOf, readText } from "./files.ts";
import { importChatonsFile } from "./import-chatons.ts";
import { type Answer, type Operation, operate, orRefuse, WrongUsage } from "./operate.ts";

interface Options {
  readonly host?: string;
  readonly publish?: true;
}

/** One format that can be taken in; the first that knows the name or the content does it. */
interface Format {
  fits(named: Named): Promise<boolean>;
  run(named: Named, options: Options, command: Command): Promise<void>;
}

const formats: readonly Format[] = [
  {
    fits: looksLikeChatons,
    run: (named, { publish }, command) => importChatonsFile(named, publish === true, command),
  },
  { fits: async () => true, run: importSampleFile },
];

export function addImport(program: Command): void {
  program
    .command("import <source>")
    .description(
      "take in what a file or an address describes, offers as drafts; says line by line what could not be read",
    )
    .option("--host <id>", "which of the file's hosts this site is, where a file has several")
    .option("--publish", "publish the offers at once; those made from a service file stay drafts all the same")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExample: essaim import hosts.json --host my-host --publish\nExample: essaim import https://example.org/.well-known/chatonsinfos/example.org.properties",
    )
    .action(async (source: string, options: Options, command: Command) => {
      const named = nameOf(source);
      for (const format of formats) if (await format.fits(named)) return await format.run(named, options, command);
    });
}

/** By its name; an address without one of its own kind is taken for such a file too, and so is a file that begins like one. */
async function looksLikeChatons({ source, url }: Named): Promise<boolean> {
  const name = url?.pathname ?? source;
  if (/\.properties$/i.test(name)) return true;
  if (/\.json$/i.test(name)) return false;
  return url !== null || /^\s*(#|(file|organization|service)\.)/i.test((await readText(source)).replace(/^\uFEFF/, ""));
}

async function importSampleFile({ source }: Named, { host, publish }: Options, command: Command): Promise<void> {
  if (host === undefined)
    throw new WrongUsage("This file may describe several hosts: --host ID says which one this site is.");
  const text = await readText(source);
  await operate(command, (operation) => takeIn(operation, text, host, publish === true));
}

async function takeIn({ tx, config, now }: Operation, text: string, host: string, publish: boolean): Promise<Answer> {
  const { refusals } = words[config.language];
  const { document, lineOf } = orRefuse(readJsonFile(text), (reason) => refusals[reason]);
  const imported = await importSample(tx, document, { host, publish, now, lineOf });
  const report = orRefuse(imported, (reason) => refusals[reason]);
  return { text: describe(report, config.language), json: report };
}

function describe({ host, taken, changed, unchanged, notUnderstood }: ImportReport, language: Language): string {
  const { summary, misreading, misreadings, where } = words[language];
  const lines = notUnderstood.map(({ path, line, reason }) => misreading(where(path, line), misreadings[reason]));
  return [summary(host, taken.length, changed.length, unchanged.length), ...lines].join("\n");
}
