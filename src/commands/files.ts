import { readFile } from "node:fs/promises";
import { WrongUsage } from "./operate.ts";

/** What the command line names: a file on disk, or an address. */
export interface Named {
  readonly source: string;
  readonly url: URL | null;
}

export function nameOf(source: string): Named {
  return { source, url: /^https?:\/\//i.test(source) && URL.canParse(source) ? new URL(source) : null };
}

/** The text of a file that the command line names. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A password that stands alone in a file, without the line's end. */
export async function readPassword(file: string): Promise<string> {
  return (await readText(file)).replace(/\r?\n$/, "");
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUsage(`${file} is not JSON: ${(error as Error).message}`);
  }
}
