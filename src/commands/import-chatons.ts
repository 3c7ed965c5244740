import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import type { ChatonsReport, TakenFile } from "../exchange/chatons/chatons.ts";
import { type ChatonsImport, importChatons, type Root } from "../exchange/chatons/walk.ts";
import { words } from "../exchange/chatons/words.ts";
import { words as exchangeWords } from "../exchange/words.ts";
import type { Config } from "../foundation/config.ts";
import type { Database } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { openWayOut } from "../site-network.ts";
import type { Named } from "./files.ts";
import { orRefuse, print, Refusal, settings, WrongUsage, withInstance } from "./operate.ts";
import { openProgress, printable } from "./progress.ts";

/** Takes in a host's ChatonsInfos file and those that it names; what was taken is kept when it is interrupted. */
export async function importChatonsFile(named: Named, publish: boolean, command: Command): Promise<void> {
  const root = await rootOf(named);
  const config = settings();
  await withInstance(config, async (db) => {
    const report = await run(db, config, root, command);
    print(command, { text: describe(report, publish, config.language), json: report });
    if (report.taken.length + report.changed.length + report.unchanged.length === 0)
      throw new Refusal(words[config.language].nothing);
  });
}

async function rootOf({ source, url }: Named): Promise<Root> {
  if (url !== null) return { name: basename(url.pathname), address: url.href, bytes: null };
  const bytes = await readFile(source).catch((error: Error) => {
    throw new WrongUsage(`${source} cannot be read: ${error.message}`);
  });
  return { name: basename(source), address: null, bytes };
}

async function run(db: Database, config: Config, root: Root, command: Command): Promise<ChatonsReport> {
  const word = words[config.language];
  const progress = openProgress(command);
  const { outbound } = await openWayOut(config, db);
  // Each file is kept by itself: all there is to do is to say so.
  const interrupted = () => process.stderr.write(`\n${word.interrupted}\n`);
  const deps: ChatonsImport = {
    ...{ reader: db, outbound, origin: config.origin, now: () => new Date() },
    transaction: (work) => db.transaction().execute(work),
    step: (file, looked, known) => progress.step(word.step(looked, known, file)),
  };
  process.once("SIGINT", interrupted);
  try {
    return orRefuse(await importChatons(deps, root), (reason) => exchangeWords[config.language].refusals[reason]);
  } finally {
    process.off("SIGINT", interrupted);
    progress.end();
    await outbound.close();
  }
}

function describe(report: ChatonsReport, publish: boolean, language: Language): string {
  const word = words[language];
  const { host, taken, changed, unchanged, refused, notUnderstood } = report;
  const files = (["taken", "changed", "unchanged"] as const).flatMap((how) =>
    report[how].map((file) => `${word.how[how]} ${outcomeOf(file, language)}`),
  );
  const drafts = report.taken.some(({ draft }) => draft !== null);
  return [
    word.summary(host, taken.length, changed.length, unchanged.length, refused.length),
    ...files,
    ...refused.map(({ file, reason, detail }) => word.refused(file, word.refusals[reason], detail)),
    ...notUnderstood.map(({ file, line, key, reason }) => word.misreading(file, line, key, word.misreadings[reason])),
    ...(publish || drafts ? [word.neverPublished] : []),
  ]
    .map(printable)
    .join("\n");
}

function outcomeOf({ file, service, draft }: TakenFile, language: Language): string {
  const parts = [file, service, draft === null ? null : words[language].draft(draft)];
  return parts.filter((part) => part !== null).join(", ");
}
