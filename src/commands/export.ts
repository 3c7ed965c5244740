import { once } from "node:events";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Command, Option } from "commander";
import { archiveSchema } from "../exchange/archive.ts";
import { closeEnvelope } from "../site-envelope.ts";
import { type ExportedFile, type ExportFormat, type Exporting, exportFormats } from "./export-formats.ts";
import { print, settings, WrongUsage, withInstance } from "./operate.ts";
import { readNewPassphrase } from "./passphrase.ts";
import { readVersion } from "./version.ts";
import { writeWhole } from "./whole-file.ts";

interface Options {
  readonly format: string;
  readonly to?: string;
  readonly withKeys?: true;
  readonly passphraseFile?: string;
  readonly schema?: true;
}

export function addExport(program: Command): void {
  program
    .command("export")
    .description("write this instance as others read it; `essaim import` takes it in elsewhere")
    .addOption(new Option("--format <format>", "the form").choices(Object.keys(exportFormats)).default("essaim"))
    .option("--to <path>", "a file, or a folder; otherwise it is printed")
    .option("--with-keys", "essaim: private keys and passwords too, sealed with the passphrase")
    .option("--passphrase-file <file>", "the file that holds the passphrase")
    .option("--schema", "print the JSON Schema of the essaim format instead")
    .option("--json", "with --to: print as JSON what was written")
    .addHelpText(
      "after",
      "\nExample: essaim export --to essaim.json --with-keys \\\n  --passphrase-file passphrase.txt",
    )
    .action((options: Options, command: Command) => (options.schema ? printSchema() : run(options, command)));
}

function printSchema(): void {
  process.stdout.write(`${JSON.stringify(archiveSchema(), null, 2)}\n`);
}

async function run(options: Options, command: Command): Promise<void> {
  const format = formatOf(options);
  const passphrase = await passphraseOf(options);
  const version = await readVersion();
  const config = settings();
  await withInstance(config, async (db, secret) => {
    const written = await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (tx) => {
        const sealed = passphrase === null ? null : await closeEnvelope(tx, secret, passphrase);
        return await write(format, { tx, secret, config, now: new Date(), version, sealed }, options.to);
      });
    if (options.to === undefined) return;
    print(command, { text: written.join("\n"), json: { format: options.format, files: written } });
  });
}

function formatOf({ format, to, withKeys }: Options): ExportFormat {
  const found = exportFormats[format];
  if (found === undefined) throw new WrongUsage(`There is no format ${format}.`);
  if (found.several && to === undefined)
    throw new WrongUsage(`--to is missing: ${format} is several files, in a folder.`);
  if (withKeys && format !== "essaim") throw new WrongUsage("--with-keys goes with the format essaim only.");
  return found;
}

async function passphraseOf({ withKeys, passphraseFile }: Options): Promise<string | null> {
  if (!withKeys && passphraseFile === undefined) return null;
  if (!withKeys) throw new WrongUsage("--passphrase-file goes with --with-keys.");
  if (passphraseFile === undefined)
    throw new WrongUsage("--passphrase-file is missing: keys leave this server only under a passphrase.");
  return await readNewPassphrase(passphraseFile);
}

/** Writes the files of a format; returns where they are. */
async function write(format: ExportFormat, exporting: Exporting, to: string | undefined): Promise<readonly string[]> {
  const folder = to !== undefined && (format.several || (await isFolder(to)));
  const written: string[] = [];
  for await (const file of format.files(exporting)) {
    if (to === undefined) {
      await printFile(file);
      continue;
    }
    const path = folder ? join(to, file.name) : to;
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, file.content, format.intimate ? 0o600 : 0o644);
    written.push(path);
  }
  return written;
}

async function isFolder(path: string): Promise<boolean> {
  return path.endsWith("/") || ((await stat(path).catch(() => null))?.isDirectory() ?? false);
}

async function printFile({ content }: ExportedFile): Promise<void> {
  for await (const text of content) {
    if (!process.stdout.write(text) && !(await hasDrained())) return;
  }
}

/** Waits until more can be printed; false once the reader has hung up, as in `essaim export | head`. */
async function hasDrained(): Promise<boolean> {
  try {
    await once(process.stdout, "drain");
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
    throw error;
  }
}
