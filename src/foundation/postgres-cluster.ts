import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { findFreePort } from "./free-port.ts";
import { NoEmbeddedPostgres, type Place } from "./postgres-place.ts";
import { lives, markOf, type ProcessMark, waitForEnd } from "./process-files.ts";

/** A PostgreSQL that answers. */
export interface RunningCluster extends ProcessMark {
  readonly url: string;
}

/** What the data folder remembers of its cluster. */
export interface ClusterNote extends Partial<RunningCluster> {
  readonly password: string;
  /** The cluster's folder when it is not inside the data folder. */
  readonly elsewhere: string | null;
}

/** Makes an empty cluster in its place, whole or not at all. */
export async function createCluster(place: Place, home: string): Promise<ClusterNote> {
  const password = randomBytes(24).toString("base64url");
  const elsewhere = dirname(place.folder) === home ? null : place.folder;
  const partial = `${clusterOf(place)}.new`;
  const passwordFile = join(place.folder, "password");
  await rm(partial, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.user) await chown(passwordFile, place.user.uid, place.user.gid);
  const initdb = [
    `--pgdata=${partial}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  await promisify(execFile)(join(place.binaries, "bin", "initdb"), initdb, surroundings(place)).catch((error) => {
    throw new NoEmbeddedPostgres(`its cluster could not be created (${String(error.stderr || error.message).trim()})`);
  });
  await rm(passwordFile);
  await rename(partial, clusterOf(place));
  return { password, elsewhere };
}

/** The cluster's server, when one runs: perhaps left over by a server that was killed. Waits for one that is still starting. */
export async function findRunning(place: Place, note: ClusterNote): Promise<RunningCluster | null> {
  const { pid, started, url } = note;
  if (pid === undefined || started === undefined || url === undefined) return null;
  if (lives({ pid, started })) return await answering({ pid, started, url });
  await forgetReusedNumber(place, { pid, started });
  return null;
}

/** Starts the cluster's server on a free port of the loopback. */
export async function startCluster(
  place: Place,
  note: ClusterNote,
  settings: Readonly<Record<string, string>>,
): Promise<RunningCluster> {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort();
    const log = join(place.folder, "log");
    const server = await launch(place, port, log, settings);
    const mark = server.pid === undefined ? null : markOf(server.pid);
    const url = `postgres://${owner}:${note.password}@127.0.0.1:${port}/postgres`;
    const running = mark && (await answering({ ...mark, url }));
    if (running) return running;
    // Another process may have taken the port in between.
    const told = await readFile(log, "utf8").catch(() => "");
    if (tries === 3)
      throw new NoEmbeddedPostgres(`it ended at its start (${told.trim().split("\n").slice(-3).join(" ")})`);
  }
}

/** Ends the cluster's server: gently, and if that takes long at once; what was committed stays either way. */
export async function stopCluster(running: ProcessMark): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 3],
    ["SIGQUIT", 1],
    ["SIGKILL", 1],
  ] as const) {
    if (!lives(running)) return;
    process.kill(running.pid, signal);
    if (await waitForEnd(running, seconds)) return;
  }
}

const owner = "essaim";

function clusterOf(place: Place): string {
  return join(place.folder, "18");
}

function surroundings(place: Place) {
  // The cluster's own locale is built in; messages in English, whatever the machine speaks.
  return { env: { PATH: process.env["PATH"], LC_ALL: "C" }, cwd: place.folder, ...place.user };
}

async function launch(
  place: Place,
  port: number,
  log: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const all = { listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "", ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const output = await open(log, "w", 0o600);
  // Detached: Ctrl-C in a terminal is for the server, which ends PostgreSQL when it is done with it.
  const options = {
    ...surroundings(place),
    detached: true,
    stdio: ["ignore", output.fd, output.fd] as ["ignore", number, number],
  };
  const server = spawn(join(place.binaries, "bin", "postgres"), ["-D", clusterOf(place), ...args], options);
  server.on("error", () => {});
  server.unref();
  await output.close();
  return server;
}

/** Waits until the server answers; null when it ended before. */
async function answering(server: RunningCluster): Promise<RunningCluster | null> {
  for (;;) {
    const client = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return server;
    } catch {
      if (!lives(server)) return null;
      await pause(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

// PostgreSQL would take another process that was given its old number for itself, and not start.
async function forgetReusedNumber(place: Place, former: ProcessMark): Promise<void> {
  if (markOf(former.pid) === null) return;
  const file = join(clusterOf(place), "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  if (Number(text.split("\n")[0]) === former.pid) await rm(file);
}
