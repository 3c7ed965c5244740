import { stat } from "node:fs/promises";
import { ageOfBackup, backupFolder, findNewestBackup, oldBackupDays } from "../../backups/newest.ts";
import { existingFolder, findFreeBytes, judgeFreeBytes } from "../../foundation/disk.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** Whether this Node is one that Essaim runs on. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 7)
    ? fine("node", `Node is ${version}.`)
    : fault(
        "node",
        `Node is ${version}, and passwords need 24.7.`,
        "Start with npm start or npx essaim, which bring their own Node.",
      );
}

/** Whether the disk under a folder has room left. */
export async function checkDisk(
  folder: string,
  freeBytes: (folder: string) => Promise<number> = findFreeBytes,
): Promise<Finding> {
  const free = await freeBytes(existingFolder(folder));
  const what = `${readable(free)} are free in ${folder}.`;
  const todo = "Make room, or move DATA_DIR to a larger disk; a full disk stops the database.";
  const outcome = judgeFreeBytes(free);
  if (outcome === "ok") return fine("disk", what);
  return (outcome === "fault" ? fault : warning)("disk", what, todo);
}

/** Bytes as people say them. */
export function readable(bytes: number): string {
  const [size, unit] = bytes < 2 ** 30 ? [bytes / 2 ** 20, "MB"] : [bytes / 2 ** 30, "GB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** Whether the secret is there, and nobody else's to read. */
export async function checkSecretFile(file: string): Promise<Finding> {
  const found = await stat(file).catch(() => null);
  if (!found) {
    return fault(
      "secret",
      `There is no secret at ${file}.`,
      "Start Essaim once to make it; on an instance that has run before, restore it from a backup.",
    );
  }
  const mode = found.mode & 0o777;
  const what = `The secret ${file} can be read by other users of this machine (${mode.toString(8).padStart(4, "0")}).`;
  if (process.platform !== "win32" && (mode & 0o077) !== 0) return fault("secret", what, `chmod 600 ${file}`);
  return fine("secret", `The secret ${file} is its owner's only.`);
}

/** Whether the backups that stand in DATA_DIR are of today or yesterday. */
export async function checkBackups(dataDir: string, now: Date): Promise<Finding> {
  const folder = backupFolder(dataDir);
  const newest = await findNewestBackup(dataDir);
  if (newest === null) {
    return warning(
      "backup",
      `There is no backup in ${folder}.`,
      "Make one every day, and keep a copy on another machine; if yours are elsewhere, look there.",
    );
  }
  const days = ageOfBackup(newest, now);
  return days < oldBackupDays
    ? fine("backup", `The last backup is of ${newest.toISOString().slice(0, 16).replace("T", " ")} UTC.`)
    : warning(
        "backup",
        `The last backup in ${folder} is ${days} days old.`,
        "See why the daily backup no longer runs.",
      );
}
