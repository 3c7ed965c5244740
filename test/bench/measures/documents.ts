import { spawn } from "node:child_process";
import { findFreePort } from "../../../src/foundation/free-port.ts";
import { findHandle } from "../../../src/hosts/handles.ts";
import { costOf, type Figure, median, shown } from "../figures.ts";
import { quantile, requestBytes, shoot } from "../http-load.ts";
import { endProcess, type Subject } from "../subject.ts";

const connections = 16;
const accept = { accept: "application/activity+json" };

/** How fast another server gets an actor's document, beside the barest Node server that gives out the same bytes. */
export async function measureDocuments(subject: Subject, seconds: number): Promise<readonly Figure[]> {
  const host = await findHandle(subject.db, "un_hebergeur");
  const url = `${subject.origin}/ap/actors/${host?.id}`;
  await load(url, 1, subject.ports);
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    let shots: Awaited<ReturnType<typeof load>> = [];
    const cost = await costOf(subject, async () => {
      shots = await load(url, seconds, subject.ports);
    });
    runs.push({ rate: shots.length / cost.seconds, app: cost.app / shots.length, p99: quantile(shots, 0.99) });
  }
  const bare = await measureBare(Buffer.from(await (await fetch(url, { headers: accept })).arrayBuffer()), seconds);
  const bound = `a bare node:http server that gives out the same bytes: ${shown(bare)}/s`;
  return [
    {
      ...{ name: "actor document, 16 connections", value: median(runs.map(({ rate }) => rate)), unit: "/s" },
      ...{ aim: { least: 5_000 }, peer: "4,036/s (C)", bound },
    },
    {
      ...{ name: "  processor time each", value: median(runs.map(({ app }) => app)), unit: "ms" },
      ...{
        aim: { most: 0.12 },
        peer: "2.1 ms (Node)",
        bound: `99 % within ${shown(median(runs.map(({ p99 }) => p99)))} ms`,
      },
    },
  ];
}

async function load(url: string, seconds: number, ports: readonly number[]) {
  const request = requestBytes("GET", url, accept);
  const until = performance.now() + seconds * 1_000;
  const next = () => (performance.now() < until ? request : null);
  const targets = ports.map((port) => ({ host: "127.0.0.1", port }));
  const shots = (await Promise.all(targets.map((target) => shoot(target, connections / ports.length, next)))).flat();
  const bad = shots.find(({ status }) => status !== 200);
  if (bad) throw new Error(`an actor's document was answered with ${bad.status}`);
  return shots;
}

async function measureBare(body: Buffer, seconds: number): Promise<number> {
  const port = await findFreePort();
  const program = `const body = Buffer.from("${body.toString("base64")}", "base64");
    require("node:http").createServer((request, response) => {
      response.writeHead(200, { "content-type": "application/activity+json", "content-length": body.length });
      response.end(body);
    }).listen(${port}, "127.0.0.1", () => console.log("ready"));`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const url = `http://127.0.0.1:${port}/`;
    await load(url, 1, [port]);
    const started = performance.now();
    const shots = await load(url, seconds, [port]);
    return (shots.length * 1_000) / (performance.now() - started);
  } finally {
    await endProcess(child);
  }
}
