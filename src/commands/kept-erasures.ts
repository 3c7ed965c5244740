import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { KeptList } from "../erasures/kept-list.ts";
import { jsonOf } from "../foundation/json.ts";
import { WrongUsage } from "./operate.ts";

/** Where the list of what an instance erased stands, for all its backups in one folder. */
export const erasuresBeside = (backup: string, origin: string): string =>
  join(dirname(backup), `erasures-${new URL(origin).host.replaceAll(":", "-")}.json`);

/** The list in a file; null where there is no such file. */
export async function readErasures(file: string): Promise<KeptList | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new WrongUsage(`${file} cannot be read: ${error.message}`);
  });
  if (text === null) return null;
  const read = KeptList.safeParse(jsonOf(text));
  if (!read.success)
    throw new WrongUsage(`${file} is no list of what was erased. Move it away, or bring the right one.`);
  return read.data;
}
