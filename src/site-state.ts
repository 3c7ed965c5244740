import { countUndelivered } from "../federation/figures.ts";
import { ageOfBackup, findNewestBackup, oldBackupDays } from "./backups/newest.ts";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import { findDatabaseBytes } from "./foundation/database-size.ts";
import { existingFolder, findFreeBytes, judgeFreeBytes } from "./foundation/disk.ts";
import { countLateLetters } from "./foundation/late-letters.ts";
import { countWorkers } from "./foundation/lives.ts";
import { sendsMail } from "./foundation/mail.ts";
import { countJobs, oldestDueJob } from "./foundation/queue-depth.ts";
import { countPeers } from "./peers/queries.ts";
import type { ServerState } from "./today/server.ts";

/** How this instance stands now. */
export async function findServerState(config: Config, db: Database, version: string, now: Date): Promise<ServerState> {
  const { dataDir } = config;
  const freeBytes = await findFreeBytes(existingFolder(dataDir)).catch(() => null); // some file systems do not say
  const backup = await findNewestBackup(dataDir);
  const { waiting = 0, held = 0, failed = 0 } = await countUndelivered(db);
  return {
    version,
    databaseBytes: await findDatabaseBytes(db),
    freeBytes,
    disk: freeBytes === null ? "ok" : judgeFreeBytes(freeBytes),
    backup,
    backupDays: backup === null ? 0 : ageOfBackup(backup, now),
    oldBackupDays,
    mail: sendsMail(config),
    lateLetters: await countLateLetters(db),
    workers: await countWorkers(db),
    jobs: { ...(await countJobs(db)), oldestSeconds: await oldestDueJob(db) },
    deliveries: { waiting, held, failed },
    peers: await countPeers(db),
  };
}
