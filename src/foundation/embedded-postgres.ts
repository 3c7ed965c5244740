import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { done, type Outcome, refused } from "./outcome.ts";
import {
  type ClusterNote,
  createCluster,
  findRunning,
  type RunningCluster,
  startCluster,
  stopCluster,
} from "./postgres-cluster.ts";
import { placePostgres } from "./postgres-place.ts";
import { lives, markOf, type ProcessMark, readMark, takeFile } from "./process-files.ts";

/** A PostgreSQL of our own, shared by all processes on one data folder. */
export interface Embedded {
  readonly url: string;
  /** Whether its server still runs. */
  alive(): boolean;
  /** Leaves it; the last process to leave ends it. */
  stop(): Promise<void>;
}

/** Settings of PostgreSQL that differ from its own, as `fsync: "off"` for tests. */
export interface EmbeddedOptions {
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Opens the PostgreSQL of a data folder: the one that runs there already, be it orphaned by a killed server, or a new one.
 * Throws `NoEmbeddedPostgres` with a sentence for the operator when none can run here.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const home = resolve(dataDir);
  await mkdir(join(home, "leases"), { recursive: true });
  return await alone(home, async () => {
    const note = await readNote(home);
    const place = await placePostgres(home, note?.elsewhere ?? null);
    const cluster = note ?? (await createCluster(place, home));
    await writeNote(home, cluster);
    const running = (await findRunning(place, cluster)) ?? (await startCluster(place, cluster, options.settings ?? {}));
    await writeNote(home, { ...cluster, ...running });
    const lease = join(home, "leases", randomUUID());
    await writeFile(lease, JSON.stringify(markOf(process.pid)));
    return {
      url: running.url,
      alive: () => lives(running),
      stop: () => alone(home, () => leave(home, lease, running)),
    };
  });
}

/** Makes this process the one server of a data folder; refused with the mark of the one that is there already. */
export async function becomeServer(
  dataDir: string,
  role: string,
): Promise<Outcome<{ release(): Promise<void> }, ProcessMark>> {
  await mkdir(dataDir, { recursive: true });
  const taken = await takeFile(join(dataDir, role === "all" ? "server.pid" : `server-${role}.pid`));
  return taken.done ? done(taken.value) : refused(taken.reason);
}

/** Removes a data folder and its PostgreSQL, wherever that is kept; false when a process still holds it. */
export async function removeEmbedded(dataDir: string): Promise<boolean> {
  const home = resolve(dataDir);
  if (await hasLeases(home)) return false;
  const { pid, started, elsewhere } = (await readNote(home)) ?? {};
  if (pid !== undefined && started !== undefined) await stopCluster({ pid, started });
  if (elsewhere) await rm(elsewhere, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
  return true;
}

async function leave(home: string, lease: string, running: RunningCluster): Promise<void> {
  await rm(lease, { force: true });
  if (!(await hasLeases(home))) await stopCluster(running);
}

async function hasLeases(home: string): Promise<boolean> {
  for (const name of await readdir(join(home, "leases")).catch(() => [])) {
    const file = join(home, "leases", name);
    const holder = await readMark(file);
    if (holder && lives(holder)) return true;
    await rm(file, { force: true });
  }
  return false;
}

/** Starting, joining and leaving are done by one process at a time. */
async function alone<Value>(home: string, act: () => Promise<Value>): Promise<Value> {
  const lock = await waitFor(join(home, "postgres.lock"));
  try {
    return await act();
  } finally {
    await lock.release();
  }
}

async function waitFor(file: string): Promise<{ release(): Promise<void> }> {
  for (;;) {
    const taken = await takeFile(file);
    if (taken.done) return taken.value;
    await pause(50);
  }
}

async function readNote(home: string): Promise<ClusterNote | null> {
  const text = await readFile(join(home, "postgres.json"), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

async function writeNote(home: string, note: ClusterNote): Promise<void> {
  const file = join(home, "postgres.json");
  await writeFile(`${file}.new`, JSON.stringify(note, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
