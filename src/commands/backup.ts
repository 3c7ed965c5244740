import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import type { Manifest } from "../backups/backup.ts";
import { takeBackup } from "../backups/take.ts";
import { keptListOf } from "../erasures/kept-list.ts";
import type { Database } from "../foundation/database.ts";
import { listAppliedMigrations } from "../foundation/migrate.ts";
import { readSecretBytes } from "../foundation/secret.ts";
import { erasuresBeside, readErasures } from "./kept-erasures.ts";
import { print, Refusal, settings, withPostgres } from "./operate.ts";
import { readNewPassphrase } from "./passphrase.ts";
import { openProgress } from "./progress.ts";
import { readVersion } from "./version.ts";
import { writeWhole } from "./whole-file.ts";

export function addBackup(program: Command): void {
  program
    .command("backup <file>")
    .description("write all that this instance is into one sealed file, beside the running server or without it")
    .option(
      "--passphrase-file <file>",
      "the file that holds the passphrase; without it one is made, and shown this once",
    )
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim backup essaim.tar.age --passphrase-file passphrase.txt")
    .action(run);
}

async function run(file: string, { passphraseFile }: { passphraseFile?: string }, command: Command): Promise<void> {
  const made = passphraseFile === undefined ? randomBytes(16).toString("base64url") : null;
  const passphrase = made ?? (await readNewPassphrase(passphraseFile ?? ""));
  const config = settings();
  const secret = await readSecretBytes(config.secretFile);
  if (secret === null) throw new Refusal(`There is nothing to back up yet: ${config.secretFile} does not exist.`);
  const progress = openProgress(command);
  await withPostgres(config, async (db, _pool, url) => {
    if ((await listAppliedMigrations(db)).length === 0) throw new Refusal("There is nothing to back up yet.");
    const from = { url, secret, origin: config.origin, software: await readVersion(), now: new Date() };
    const manifest = await takeBackup({ ...from, progress: progress.step }, passphrase, (content) =>
      writeWhole(file, content),
    );
    progress.end();
    await keepErasures(db, config.origin, file);
    await tell(command, file, manifest, made);
  });
}

/** Writes beside the backup what was erased until now: an older one that is restored does not bring it back. */
async function keepErasures(db: Database, origin: string, backup: string): Promise<void> {
  const file = erasuresBeside(backup, origin);
  const list = await keptListOf(db, origin, await readErasures(file));
  await writeWhole(file, [`${JSON.stringify(list)}\n`]);
}

async function tell(command: Command, file: string, { origin, taken, tables }: Manifest, made: string | null) {
  const { size } = await stat(file);
  const text = `${file}: ${origin} as of ${taken}, ${tables.length} tables, ${size} bytes.`;
  const shown = made === null ? "" : `\nIts passphrase, shown this once: ${made}`;
  const json = { file, origin, taken, tables: tables.length, size, ...(made === null ? {} : { passphrase: made }) };
  print(command, { text: text + shown, json });
}
