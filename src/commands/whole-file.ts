import { rmSync } from "node:fs";
import { open, readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { markOf } from "../foundation/process-files.ts";

type Content = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Writes a file that stands there whole or not at all: aside first, then under its name. */
export async function writeWhole(file: string, content: Content, mode = 0o600): Promise<void> {
  await removeLeftOver(file);
  const partial = `${file}.${process.pid}.partial`;
  const remove = () => rmSync(partial, { force: true });
  process.once("exit", remove);
  try {
    const handle = await open(partial, "wx", mode);
    await pipeline(content, handle.createWriteStream({ flush: true }));
    await rename(partial, file);
    await syncFolder(dirname(file));
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** What processes that were killed have left beside the file. */
async function removeLeftOver(file: string): Promise<void> {
  const prefix = `${basename(file)}.`;
  for (const name of await readdir(dirname(file)).catch(() => [])) {
    const pid = name.startsWith(prefix) && /^(\d{1,9})\.partial$/.exec(name.slice(prefix.length))?.[1];
    if (pid && markOf(Number(pid)) === null) rmSync(join(dirname(file), name), { force: true });
  }
}

/** A rename lasts once its folder is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
