import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "../../../src/foundation/free-port.ts";
import type { Figure } from "../figures.ts";
import { requestBytes, shoot } from "../http-load.ts";
import { usageOf } from "../machine.ts";
import { endProcess, type Subject } from "../subject.ts";
import { actorNamed } from "./actors.ts";

/** What TLS through a proxy costs; nothing is measured where Caddy is not installed. */
export async function measureProxy(subject: Subject, seconds: number): Promise<readonly Figure[]> {
  if (spawnSync("caddy", ["version"]).error) {
    process.stderr.write("Caddy is not installed: nothing is measured behind it.\n");
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), "essaim-bench-caddy-"));
  const port = await findFreePort();
  const file = join(folder, "Caddyfile");
  await writeFile(file, caddyfile(port, subject.origin));
  const environment = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder };
  const caddy = spawn("caddy", ["run", "--config", file, "--adapter", "caddyfile"], {
    env: environment,
    stdio: "ignore",
  });
  try {
    const path = new URL(await actorNamed(subject, "un_hebergeur")).pathname;
    while (!(await answers(port, path))) await pause(100);
    return await measure(subject, { port, path, seconds, pid: caddy.pid ?? 0 });
  } finally {
    await endProcess(caddy);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Behind {
  readonly port: number;
  readonly path: string;
  readonly seconds: number;
  readonly pid: number;
}

async function measure(subject: Subject, { port, path, seconds, pid }: Behind): Promise<readonly Figure[]> {
  const bytes = requestBytes("GET", `https://localhost:${port}${path}`, { accept: "application/activity+json" });
  const run = async (target: Parameters<typeof shoot>[0]) => {
    const until = performance.now() + seconds * 1_000;
    const started = performance.now();
    const shots = await shoot(target, 16, () => (performance.now() < until ? bytes : null));
    return (shots.length * 1_000) / (performance.now() - started);
  };
  const direct = await run({ host: "127.0.0.1", port: subject.ports[0] ?? 0 });
  const before = usageOf([pid]).cpuMs;
  const value = await run({ host: "127.0.0.1", port, tls: true });
  const each = (usageOf([pid]).cpuMs - before) / (value * seconds);
  return [
    {
      ...{ name: "actor document through TLS, 16 connections", value, unit: "/s", aim: null, peer: null },
      bound: `Caddy: ${each.toFixed(2)} ms each; without it ${Math.round(direct)}/s`,
    },
  ];
}

const caddyfile = (port: number, origin: string): string => `{
	admin off
	auto_https disable_redirects
	skip_install_trust
}
https://localhost:${port} {
	tls internal
	reverse_proxy ${new URL(origin).host} {
		header_up Host ${new URL(origin).host}
	}
}
`;

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, path, servername: "localhost", rejectUnauthorized: false };
    const asked = request({ ...options, headers: { accept: "application/activity+json", host: `localhost:${port}` } });
    asked.on("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });
}
