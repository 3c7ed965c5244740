import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { removeEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { ownPort } from "./own-port.ts";

export type Settings = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of the real command line to its end. */
export async function essaim(args: readonly string[], settings: Settings): Promise<Ended> {
  const child = run("essaim.js", args, settings);
  const output = collect(child);
  const [code] = await once(child, "close");
  return { code, ...output() };
}

export interface Server extends AsyncDisposable {
  readonly pid: number;
  /** All that it has printed so far. */
  output(): string;
  /** Waits until it has printed this. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Waits until it ends by itself. */
  ended(): Promise<Ended>;
}

/** Starts a real server in a process of its own; `await using` kills it when a test leaves it running. */
export function startServer(settings: Settings): Server {
  return watch(run("main.js", [], settings));
}

/** Starts one command of the real command line, to be looked at or ended while it works. */
export function startCommand(args: readonly string[], settings: Settings): Server {
  return watch(run("essaim.js", args, settings));
}

function watch(child: ChildProcess): Server {
  const output = collect(child);
  const closed = once(child, "close").then(([code]) => ({ code, ...output() }));
  const printed = () => output().stdout + output().stderr;
  return {
    pid: child.pid ?? 0,
    output: printed,
    ended: () => closed,
    async printed(pattern) {
      for (;;) {
        const found = printed().match(pattern);
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${printed()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end(signal) {
      child.kill(signal);
      return await closed;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/** A data folder that the embedded PostgreSQL's user can enter; `await using` removes it with all that runs on it. */
export async function freshFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "essaim-test-data-"));
  await chmod(path, 0o755);
  return {
    path,
    async [Symbol.asyncDispose]() {
      await removeEmbedded(path);
    },
  };
}

/** The settings of a server of its own on loopback. */
export async function settingsOf(folder: string, databaseUrl: string): Promise<Settings> {
  const port = await ownPort();
  return {
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    ALLOWED_PRIVATE_RANGES: "127.0.0.0/8",
  };
}

/** Sets a server up by the command line. */
export async function setUp(folder: string, settings: Settings): Promise<void> {
  const file = join(folder, "password");
  await writeFile(file, "un bocal de cornichons bleus\n");
  const who = ["--admin-email", "ada@example.org", "--admin-password-file", file];
  const ended = await essaim(["setup", "--name", "La Pomme", "--handle", "la_pomme", ...who], settings);
  if (ended.code !== 0) throw new Error(ended.stderr);
}

/** The address of the host's actor. */
export async function actorOf({ ORIGIN }: Settings): Promise<string> {
  const answer = await fetch(`${ORIGIN}/@la_pomme`, { headers: { accept: "application/activity+json" } });
  return ((await answer.json()) as { id: string }).id;
}

function run(program: string, args: readonly string[], settings: Settings): ChildProcess {
  const environment = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...settings };
  return spawn(process.execPath, [join(inject("built"), program), ...args], {
    env: environment,
    cwd: projectPath(),
  });
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  const written = { stdout: "", stderr: "" };
  child.stdout?.on("data", (text) => {
    written.stdout += text;
  });
  child.stderr?.on("data", (text) => {
    written.stderr += text;
  });
  return () => ({ ...written });
}
