import type { Command } from "commander";
import { isArchive } from "../exchange/archive.ts";
import type { ImportReport } from "../exchange/exchange.ts";
import { type JsonFile, readJsonFile } from "../exchange/json-file.ts";
import { importLibrehost, isLibrehost } from "../exchange/librehost.ts";
import { importSample } from "../exchange/sample.ts";
import { words } from "../exchange/words.ts";
import type { Config } from "../foundation/config.ts";
import type { Database } from "../foundation/database.ts";
import { Unreachable } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { RefusedAddress } from "../foundation/outbound.ts";
import { openWayOut } from "../site-network.ts";
import { type Named, readText } from "./files.ts";
import { type ArchiveOptions, importArchive } from "./import-archive.ts";
import {
  type Answer,
  type Operation,
  orRefuse,
  print,
  Refusal,
  settings,
  WrongUsage,
  withInstance,
} from "./operate.ts";

/** What may be said of what is taken in; each format heeds what concerns it. */
export interface ImportOptions extends ArchiveOptions {
  readonly host?: string;
  readonly publish?: true;
  readonly unclaimed?: true;
}

/** Takes in a JSON file or what stands at an address: our own archive, a librehost.json, or hosts with their offers. */
export async function importJson(named: Named, options: ImportOptions, command: Command): Promise<void> {
  const config = settings();
  const source = named.url === null ? { url: null, text: await readText(named.source, largest) } : { url: named.url };
  await withInstance(config, async (db, secret) => {
    const text = await (source.url === null ? source.text : fetchText(config, db, source.url));
    const operation = { secret, config, now: new Date() };
    print(command, await db.transaction().execute((tx) => takeIn({ tx, ...operation }, text, options)));
  });
}

// Read whole, a document takes four times its size for a moment.
const largest = 256 * 1024 * 1024;

async function fetchText(config: Config, db: Database, url: URL): Promise<string> {
  const { outbound } = await openWayOut(config, db);
  try {
    const { status, body } = await outbound.request(url);
    if (status === 200) return new TextDecoder().decode(body);
    throw new Refusal(`${url.host} answered ${status}: there is nothing to take in at this address.`);
  } catch (error) {
    if (error instanceof RefusedAddress) throw new Refusal(`${url.host} is an address that Essaim never goes to.`);
    if (error instanceof Unreachable) throw new Refusal(`There is no usable answer: ${error.message}`);
    throw error;
  } finally {
    await outbound.close();
  }
}

async function takeIn(operation: Operation, text: string, options: ImportOptions): Promise<Answer> {
  const { refusals } = words[operation.config.language];
  const file = orRefuse(readJsonFile(text), (reason) => refusals[reason]);
  if (isArchive(file.document)) return await importArchive(operation, file.document, options);
  const imported = isLibrehost(file.document)
    ? await importLibrehost(operation.tx, file.document, { lineOf: file.lineOf, now: operation.now })
    : await takeInHost(operation, file, options);
  const report = orRefuse(imported, (reason) => refusals[reason]);
  return { text: describe(report, operation.config.language), json: report };
}

async function takeInHost({ tx, now }: Operation, { document, lineOf }: JsonFile, { host, publish }: ImportOptions) {
  if (host === undefined)
    throw new WrongUsage("This file may describe several hosts: --host ID says which one this site is.");
  return await importSample(tx, document, { host, publish: publish === true, now, lineOf });
}

function describe({ host, taken, changed, unchanged, notUnderstood }: ImportReport, language: Language): string {
  const { summary, misreading, misreadings, where } = words[language];
  const lines = notUnderstood.map(({ path, line, reason }) => misreading(where(path, line), misreadings[reason]));
  return [summary(host, taken.length, changed.length, unchanged.length), ...lines].join("\n");
}
