import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** How many bytes are free on the disk under a folder. */
export async function findFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether so much room is enough: a full disk stops the database. */
export function judgeFreeBytes(free: number): "ok" | "warning" | "fault" {
  if (free < 200 * 2 ** 20) return "fault";
  return free < 2 ** 30 ? "warning" : "ok";
}

/** A folder, or the one above it that is there: before the first start the folder is not, but its disk is. */
export function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(resolve(folder)));
}
