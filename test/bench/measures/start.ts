import { setTimeout as pause } from "node:timers/promises";
import { type Figure, median, shown } from "../figures.ts";
import { usageOf } from "../machine.ts";
import { endProcess, type Subject } from "../subject.ts";
import { actorNamed } from "./actors.ts";

/** How long a restart leaves others without an answer, on a database that exists; and what an idle process takes of memory. */
export async function measureStart(subject: Subject): Promise<readonly Figure[]> {
  const url = await actorNamed(subject, "un_hebergeur");
  await subject.stop();
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push(await startOnce(subject, url));
  const cpu = median(runs.map(({ cpuMs }) => cpuMs));
  const figures: Figure[] = [
    {
      ...{ name: "start to the first actor document", value: median(runs.map(({ ms }) => ms)) / 1_000, unit: "s" },
      ...{
        aim: { most: 0.8 },
        peer: "1.1 s (Node)",
        bound: `${shown(cpu)} ms of processor time, most of it loading code`,
      },
    },
    {
      ...{ name: "memory of one process, idle", value: median(runs.map(({ rss }) => rss)), unit: "MiB" },
      ...{ aim: { most: 130 }, peer: "112 MiB (Go)", bound: "the code of Fedify and its vocabulary" },
    },
  ];
  await subject.start();
  return figures;
}

async function startOnce(subject: Subject, url: string) {
  const started = performance.now();
  const child = subject.spawnOne();
  child.stdout?.resume();
  const pid = child.pid ?? 0;
  while (!(await answers(url))) await pause(3);
  const ms = performance.now() - started;
  const { cpuMs } = usageOf([pid]);
  await pause(5_000); // what was only needed for the start is freed by then
  const { rss } = usageOf([pid]);
  await endProcess(child);
  return { ms, cpuMs, rss };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { headers: { accept: "application/activity+json" } })).status === 200;
  } catch {
    return false;
  }
}

/** What the processes take of memory after all that load. */
export function measureMemory(subject: Subject): readonly Figure[] {
  const value = usageOf(subject.essaim).rss;
  return [
    {
      ...{ name: "memory after the load", value, unit: "MiB", aim: { most: 250 }, peer: "130 MiB idle (Node)" },
      bound: "the heap that V8 keeps after a burst",
    },
  ];
}
