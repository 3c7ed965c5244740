import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Where backups are looked for. */
export const backupFolder = (dataDir: string): string => join(dataDir, "backups");

/** When the newest backup that stands in DATA_DIR was written; null when none does. */
export async function findNewestBackup(dataDir: string): Promise<Date | null> {
  const folder = backupFolder(dataDir);
  const names = await readdir(folder).catch(() => [] as string[]);
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** How many whole days old a backup is; from two on, the daily one no longer runs. */
export function ageOfBackup(made: Date, now: Date): number {
  return Math.floor((now.getTime() - made.getTime()) / 86_400_000);
}
export const oldBackupDays = 2;
