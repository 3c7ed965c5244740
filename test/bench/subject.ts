import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createToken } from "../../src/accounts/tokens.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { openEmbedded, removeEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { findFreePort } from "../../src/foundation/free-port.ts";
import { migrate } from "../../src/foundation/migrate.ts";
import { readMark } from "../../src/foundation/process-files.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { openSecret } from "../../src/foundation/secret.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { createOffer, publishOffer } from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { onServer, urlOf } from "../support/server.ts";

/** The built server under load, as an operator would run it: durable PostgreSQL, processes of its own. */
export interface Subject extends AsyncDisposable {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly db: Database;
  readonly token: string;
  /** The processes of Essaim, and the one of PostgreSQL. */
  readonly essaim: readonly number[];
  readonly postgres: number;
  /** Where each process that answers listens; the first one on the port of `origin`. */
  readonly ports: readonly number[];
  /** Ends all of Essaim's processes. */
  stop(): Promise<void>;
  /** Starts them again, and waits until they answer. */
  start(): Promise<void>;
  /** Starts one alone and gives it back at once, for whoever measures the start. */
  spawnOne(): ChildProcess;
}

/** So many processes that answer, and so many that work. */
export interface Layout {
  readonly web: number;
  readonly worker: number;
}

export interface SubjectOptions {
  /** One process that does all, where none is given. */
  readonly layout?: Layout | null;
  /** For Node, as `--cpu-prof`. */
  readonly flags?: readonly string[];
  readonly handle?: string;
  /** Besides those that every subject has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Makes a site with one published offer and starts it. */
export async function openSubject(options: SubjectOptions = {}): Promise<Subject> {
  const { layout = null, flags = [], handle = "un_hebergeur" } = options;
  const folder = await mkdtemp(join(tmpdir(), "essaim-bench-"));
  await chmod(folder, 0o755);
  const cluster = await openEmbedded(folder, {
    settings: { max_connections: "200", shared_preload_libraries: "pg_stat_statements" },
  });
  const databaseUrl = await createDatabase(cluster.url);
  const pool = openPool(databaseUrl, 4, () => {});
  const db = openDatabase(pool);
  await migrate(db, pool);
  const token = await fill(db, join(folder, "secret"), handle);
  const ports = await freePorts(layout?.web ?? 1);
  const origin = `http://127.0.0.1:${ports[0]}`;
  const settings = {
    ORIGIN: origin,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    LOG_LEVEL: "error",
    ...options.settings,
  };
  const running: ChildProcess[] = [];
  const run = (role: string, port: number) => spawnServer({ ...settings, ROLE: role, PORT: String(port) }, flags);
  const start = async () => {
    if (layout === null) running.push(run("all", ports[0] ?? 0));
    else {
      running.push(...ports.map((port) => run("web", port)));
      running.push(...Array.from({ length: layout.worker }, () => run("worker", 0)));
    }
    await Promise.all(running.map(ready));
  };
  const stop = async () => void (await Promise.all(running.splice(0).map(endProcess)));
  await start();
  return {
    ...{ origin, databaseUrl, db, token, ports, start, stop },
    get essaim() {
      return running.map(({ pid }) => pid ?? 0);
    },
    postgres: (await postgresOf(folder)) ?? 0,
    spawnOne: () => run("all", ports[0] ?? 0),
    async [Symbol.asyncDispose]() {
      await stop();
      await db.destroy();
      await cluster.stop();
      await removeEmbedded(folder);
    },
  };
}

/** Waits until a process says that it runs. */
async function ready(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stdout ?? []) if (/Essaim (answers|works)/.test(String(chunk))) break;
  child.stdout?.resume();
}

/** Ends a process as its supervisor would. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGTERM");
  await closed;
}

// As `npm start` does.
const asStarted = ["--max-semi-space-size=8", "--max-old-space-size=512"];

function spawnServer(settings: Readonly<Record<string, string>>, flags: readonly string[]): ChildProcess {
  const environment = { PATH: process.env["PATH"], HOME: process.env["HOME"], ALLOWED_PRIVATE_RANGES: "127.0.0.0/8" };
  return spawn(process.execPath, [...asStarted, ...flags, projectPath("dist", "main.js")], {
    env: { ...environment, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function createDatabase(clusterUrl: string): Promise<string> {
  await onServer(clusterUrl, "create database bench");
  return urlOf(clusterUrl, "bench");
}

async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let index = 0; index < count; index += 1) ports.push(await findFreePort());
  return ports;
}

async function postgresOf(folder: string): Promise<number | null> {
  return (await readMark(join(folder, "postgres.json")))?.pid ?? null;
}

async function fill(db: Database, secretFile: string, handle: string): Promise<string> {
  await writeFile(secretFile, randomBytes(32).toString("base64url"), { mode: 0o600 });
  const secret = await openSecret(secretFile);
  const now = new Date();
  return await db.transaction().execute(async (tx) => {
    await setUp(tx, { name: "Un hébergeur", handle, territory: "dep:69", now });
    await createOffer(tx, offer, { slug: "fichiers", now });
    await publishOffer(tx, "fichiers", now);
    return (await createToken(tx, secret, { scope: "admin", label: "bench", now })).token;
  });
}

const offer = StoredOffer.parse({
  title: "Fichiers partagés 50 Go",
  summary: "Vos fichiers, à l’abri et à plusieurs.",
  needs: ["file-sharing"],
  does: ["sauvegarde quotidienne"],
  doesNot: ["suite bureautique"],
  software: [{ name: "Nextcloud", license: "AGPL-3.0-or-later" }],
  tiers: [{ id: "base", price: { model: "flat", amount: 2_400, currency: "EUR", period: "year" } }],
});
