import type { Command } from "commander";
import { type Named, nameOf, readText } from "./files.ts";
import { importChatonsFile } from "./import-chatons.ts";
import { type ImportOptions, importJson } from "./import-json.ts";
import { importUnclaimed } from "./import-unclaimed.ts";

/** One family of formats; the first that knows the name or the content takes it in. */
interface Format {
  fits(named: Named): Promise<boolean>;
  run(named: Named, options: ImportOptions, command: Command): Promise<void>;
}

const formats: readonly Format[] = [
  {
    fits: looksLikeChatons,
    run: (named, { publish }, command) => importChatonsFile(named, publish === true, command),
  },
  { fits: async () => true, run: importJson },
];

export function addImport(program: Command): void {
  program
    .command("import <file|url>")
    .description("take in what a file or an address describes; says line by line what could not be read")
    .option("--host <id>", "of a file of several hosts: which one this site is")
    .option("--publish", "publish new offers at once; those made from a service file stay drafts all the same")
    .option("--unclaimed", "a list of other hosts: enter them apart from the directory, as unconfirmed")
    .option("--passphrase-file <file>", "of an export with keys: the file that holds their passphrase")
    .option("--new-keys", "of an export with keys: leave them, and make new ones")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      [
        "\nExample: essaim import hosts.json --host my-host --publish",
        "Example: essaim import essaim.json --passphrase-file secret.txt",
        "Example: essaim import https://example.org/librehost.json",
        "Example: essaim import \\\n  https://example.org/.well-known/chatonsinfos/example.org.properties",
      ].join("\n"),
    )
    .action(async (source: string, options: ImportOptions, command: Command) => {
      const named = nameOf(source);
      if (options.unclaimed) return await importUnclaimed(named, command);
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
