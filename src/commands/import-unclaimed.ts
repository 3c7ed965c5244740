import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import type { Outcome } from "../foundation/outcome.ts";
import { openWayOut } from "../site-network.ts";
import { enterList } from "../unclaimed/changes.ts";
import { words } from "../unclaimed/desk-words.ts";
import { type GivenList, gatherList } from "../unclaimed/gather.ts";
import type { Found, ListProblem } from "../unclaimed/reading.ts";
import type { Named } from "./files.ts";
import { orRefuse, print, settings, WrongUsage, withInstance } from "./operate.ts";
import { openProgress } from "./progress.ts";

/** Enters the hosts that a list names: the file of a federation (ChatonsInfos), or a `directory.json` of the LibreHosters. */
export async function importUnclaimed(named: Named, command: Command): Promise<void> {
  const config = settings();
  const given = await givenBy(named);
  const word = words[config.language];
  await withInstance(config, async (db) => {
    const { outbound } = await openWayOut(config, db);
    const progress = openProgress(command);
    const step = async (file: string, looked: number, known: number) =>
      progress.step(`${word.progress(looked, known)}: ${file}`);
    const read: Outcome<Found, ListProblem> = await gatherList(outbound, given, step, new Date()).finally(async () => {
      progress.end();
      await outbound.close();
    });
    const found = orRefuse(read, (reason) => word.problems[reason]);
    const entered = await db.transaction().execute((tx) => enterList(tx, given.source, found, new Date()));
    const reasons: Readonly<Record<string, string>> = word.reasons;
    const left = found.left.map(({ file, reason }) => `${file}, ${reasons[reason] ?? word.reasons.other}`);
    print(command, { text: [word.entered(entered), ...left].join("\n"), json: { entered, left: found.left } });
  });
}

async function givenBy({ source, url }: Named): Promise<GivenList> {
  if (url !== null) return { source: url.href, file: null };
  const file = await readFile(source).catch((error: Error) => {
    throw new WrongUsage(`${source} cannot be read: ${error.message}`);
  });
  return { source: basename(source), file };
}
