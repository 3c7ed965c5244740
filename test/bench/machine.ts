import { execFileSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Processor time and memory of some processes, all their threads and children included. */
export interface Usage {
  readonly cpuMs: number;
  /** MiB. */
  readonly rss: number;
}

const tick = 1_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** What these processes and those that they have started have used so far. */
export function usageOf(pids: readonly number[]): Usage {
  const usages = withChildren(pids).map(usageOfOne);
  return {
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    rss: usages.reduce((sum, { rss }) => sum + rss, 0),
  };
}

function withChildren(pids: readonly number[]): readonly number[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))?.[1]) }));
  const found = new Set(pids);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

// Time of children that have ended counts for their parent (fields 14 to 17 of proc(5), counted behind the name).
function usageOfOne(pid: number): Usage {
  const fields = statOf(pid);
  if (!fields) return { cpuMs: 0, rss: 0 };
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { cpuMs: ticks * tick, rss: (Number(fields[21]) * 4_096) / 2 ** 20 };
}

function statOf(pid: number): readonly string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return null; // it has ended meanwhile
  }
}

/** How busy the machine is with something else: the share of all cores that was idle during a pause. */
export async function idleShare(pause: () => Promise<unknown>): Promise<number> {
  const before = times();
  await pause();
  const after = times();
  return (after.idle - before.idle) / (after.all - before.all);
}

function times() {
  const all = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({
    idle,
    all: user + nice + sys + idle + irq,
  }));
  return { idle: all.reduce((sum, one) => sum + one.idle, 0), all: all.reduce((sum, one) => sum + one.all, 0) };
}

/** What one core does of RSA-2048, a second: the bound of whatever signs and verifies. */
export interface RsaRates {
  readonly signs: number;
  readonly verifies: number;
}

export function measureRsa(): RsaRates {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  const text = Buffer.alloc(300, "x");
  const signature = sign("sha256", text, privateKey);
  return {
    signs: rateOf(() => sign("sha256", text, privateKey)),
    verifies: rateOf(() => verify("sha256", text, publicKey, signature)),
  };
}

function rateOf(act: () => unknown): number {
  const started = performance.now();
  let count = 0;
  for (; performance.now() - started < 500; count += 1) act();
  return Math.round((count * 1_000) / (performance.now() - started));
}
