import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { done, type Outcome, refused } from "./outcome.ts";

/** A process, told apart from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly started: string;
}

/** The mark of a living process; null when there is none of that number. */
export function markOf(pid: number): ProcessMark | null {
  const started = existsSync("/proc/self/stat") ? startFromProc(pid) : startFromPs(pid);
  return started === null ? null : { pid, started };
}

export function lives(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started;
}

/** Waits until the process is gone; false when it is still there after that many seconds. */
export async function waitForEnd(mark: ProcessMark, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1_000;
  while (lives(mark)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

/** Writes this process's mark into a file that only one living process can hold; refused with the mark of who holds it. */
export async function takeFile(file: string): Promise<Outcome<{ release(): Promise<void> }, ProcessMark>> {
  const mine = JSON.stringify(markOf(process.pid));
  for (;;) {
    try {
      await writeFile(file, mine, { flag: "wx", mode: 0o600 });
      return done({ release: () => rm(file, { force: true }) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readMark(file);
    if (holder && lives(holder)) return refused(holder);
    if (holder || (await isOld(file))) await rm(file, { force: true });
    else await pause(20);
  }
}

/** The mark that a file holds; null when the file is gone or not yet written to its end. */
export async function readMark(file: string): Promise<ProcessMark | null> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}

// A file without a mark is being written just now, unless its writer died while at it.
async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > 2_000;
}

function startFromProc(pid: number): string | null {
  try {
    // The command's name, in brackets, may hold spaces: what follows it is counted from the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startFromPs(pid: number): string | null {
  try {
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    });
    return started.trim() || null;
  } catch {
    return null;
  }
}
