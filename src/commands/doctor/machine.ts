import { existsSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
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
  freeBytes: (folder: string) => Promise<number> = findFree,
): Promise<Finding> {
  const free = await freeBytes(existing(folder));
  const what = `${readable(free)} are free in ${folder}.`;
  const todo = "Make room, or move DATA_DIR to a larger disk; a full disk stops the database.";
  if (free < 200 * 2 ** 20) return fault("disk", what, todo);
  return free < 2 ** 30 ? warning("disk", what, todo) : fine("disk", what);
}

// Before the first start the folder is not there yet, but its disk is.
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(resolve(folder)));
}

async function findFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
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
  const folder = join(dataDir, "backups");
  const newest = await findNewest(folder);
  if (newest === null) {
    return warning(
      "backup",
      `There is no backup in ${folder}.`,
      "Make one every day, and keep a copy on another machine; if yours are elsewhere, look there.",
    );
  }
  const days = Math.floor((now.getTime() - newest.getTime()) / 86_400_000);
  return days < 2
    ? fine("backup", `The last backup is of ${newest.toISOString().slice(0, 16).replace("T", " ")} UTC.`)
    : warning(
        "backup",
        `The last backup in ${folder} is ${days} days old.`,
        "See why the daily backup no longer runs.",
      );
}

async function findNewest(folder: string): Promise<Date | null> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
