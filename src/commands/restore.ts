import { access, rm } from "node:fs/promises";
import type { Command } from "commander";
import { runMigrations } from "graphile-worker";
import type { BackupRefusal, Manifest } from "../backups/backup.ts";
import { type OpenBackup, openBackup } from "../backups/opened.ts";
import { Damaged } from "../backups/pieces.ts";
import { restoreBackup } from "../backups/restore.ts";
import type { KeptList } from "../erasures/kept-list.ts";
import type { Config } from "../foundation/config.ts";
import type { Transaction } from "../foundation/database.ts";
import { readSecretBytes, writeSecret } from "../foundation/secret.ts";
import { eraseAgain } from "../site-erasing.ts";
import { readPassword } from "./files.ts";
import { erasuresBeside, readErasures } from "./kept-erasures.ts";
import { orRefuse, print, Refusal, settings, WrongUsage, withPostgres } from "./operate.ts";
import { openProgress, type Progress } from "./progress.ts";

export function addRestore(program: Command): void {
  program
    .command("restore <file>")
    .description("make an empty instance what a backup says; the server has to be stopped")
    .requiredOption("--passphrase-file <file>", "the file that holds the passphrase of the backup")
    .option("--erasures <file>", "what was erased since; by default the list that stands beside the backup")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample: essaim restore essaim.tar.age --passphrase-file passphrase.txt")
    .action(run);
}

interface Options {
  readonly passphraseFile: string;
  readonly erasures?: string;
}

async function run(file: string, { passphraseFile, erasures }: Options, command: Command): Promise<void> {
  const passphrase = await readPassword(passphraseFile);
  const config = settings();
  await access(file).catch((error: Error) => {
    throw new WrongUsage(`${file} cannot be read: ${error.message}`);
  });
  const erased = await findErasures(file, erasures, config);
  const backup = orRefuse(await openBackup(file, passphrase), (reason) => sentence(reason, config));
  try {
    await check(backup, config);
    let count = 0;
    const settle = async (tx: Transaction) => {
      if (erased !== null) count = await eraseAgain(tx, erased);
    };
    const manifest = await restore(backup, config, { progress: openProgress(command), settle });
    const { origin, taken, tables } = manifest;
    const again = count === 0 ? "" : ` Erased again, because it was erased since: ${count}.`;
    print(command, {
      text: `${origin} is here as it was on ${taken}.${again} Start the server: what was still to be sent goes out.`,
      json: { origin, taken, tables: tables.length, erased: count },
    });
  } finally {
    await backup.close();
  }
}

/** What was erased since, as far as a list says so; one that is named has to be there. */
async function findErasures(backup: string, named: string | undefined, { origin }: Config): Promise<KeptList | null> {
  const file = named ?? erasuresBeside(backup, origin);
  const list = await readErasures(file);
  if (list === null && named !== undefined) throw new WrongUsage(`${file} cannot be read: there is no such file`);
  if (list !== null && list.origin !== origin)
    throw new WrongUsage(
      `${file} is of ${list.origin}, and this instance is ${origin}. Name the right one with --erasures.`,
    );
  return list;
}

/** What can be known before anything is touched. */
async function check({ manifest, secret }: OpenBackup, config: Config): Promise<void> {
  if (manifest.origin !== config.origin)
    throw new Refusal(
      `This backup is of ${manifest.origin}, and this instance is ${config.origin}. Restore it with ORIGIN=${manifest.origin}.`,
    );
  const here = await readSecretBytes(config.secretFile);
  if (here !== null && !here.equals(secret)) throw new Refusal(sentence("other-secret", config));
}

interface Restoring {
  readonly progress: Progress;
  readonly settle: (tx: Transaction) => Promise<void>;
}

async function restore(backup: OpenBackup, config: Config, { progress, settle }: Restoring): Promise<Manifest> {
  const before = await readSecretBytes(config.secretFile);
  const keepSecret = (secret: Buffer) => writeSecret(config.secretFile, secret);
  let restored: Manifest | null = null;
  try {
    await withPostgres(config, async (_db, pgPool, url) => {
      await runMigrations({ pgPool });
      const outcome = await restoreBackup(backup, { url, keepSecret, progress: progress.step, settle }).catch(
        orDamaged,
      );
      restored = orRefuse(outcome, (reason) => sentence(reason, config));
    });
  } finally {
    progress.end();
    if (restored === null && before === null) await rm(config.secretFile, { force: true });
  }
  return restored ?? backup.manifest;
}

function orDamaged(error: unknown): never {
  if (!(error instanceof Damaged)) throw error;
  throw new Refusal(`This backup is damaged or was altered: ${error.message}. Nothing was changed; try an older one.`);
}

function sentence(reason: BackupRefusal, { secretFile }: Config): string {
  const sentences: Record<BackupRefusal, string> = {
    "cannot-be-opened":
      "This passphrase does not open this file, or the file is no backup of Essaim. Nothing was changed.",
    damaged: "This backup is cut off or was altered. Nothing was changed; try an older one.",
    "not-a-backup": "This file is no backup of Essaim. Nothing was changed.",
    "newer-backup": "This backup was written by a newer Essaim. Install that version, then restore.",
    "newer-schema":
      "This backup was written by a newer Essaim: it knows tables that this one does not. Upgrade first, then restore.",
    "other-schema":
      "The database here was used by another version than the backup’s. Restore before the first start: with an empty DATA_DIR, or an empty database.",
    "not-empty": "Somebody is set up here. Restore with an empty DATA_DIR, or an empty database.",
    "server-running": "A server runs on this database. Stop it, then restore.",
    "other-secret": `${secretFile} holds another secret than the backup’s. If nothing here needs it any more, move it away, then restore.`,
  };
  return sentences[reason];
}
