import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
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
  while (!(await writeNew(file, mine))) {
    const holder = await readMark(file);
    if (holder && lives(holder)) return refused(holder);
    if (holder || (await isOld(file))) await clearAway(file);
    else await pause(20);
  }
  return done({ release: () => rm(file, { force: true }) });
}

/** The mark that a file holds; null when the file is gone or not yet written to its end. */
export async function readMark(file: string): Promise<ProcessMark | null> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

// Moved aside before it is removed: another process may have cleared it away and taken the file meanwhile, and gets it back.
async function clearAway(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  if (
    !(await rename(file, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  const moved = await readMark(aside);
  if (moved && lives(moved)) await rename(aside, file);
  else await rm(aside);
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
