import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { openCrowd } from "./crowd.ts";
import type { Figure } from "./figures.ts";
import { idleShare, measureRsa } from "./machine.ts";
import { measureDocuments } from "./measures/documents.ts";
import { measureFanOut } from "./measures/fan-out.ts";
import { measureFollows } from "./measures/follows.ts";
import { measureInbox } from "./measures/inbox.ts";
import { measureMemory, measureStart } from "./measures/start.ts";
import { openSubject } from "./subject.ts";
import { tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "bench.json" },
    only: { type: "string", default: "documents,inbox,follows,fan-out,start" },
    quick: { type: "boolean", default: false },
    profile: { type: "string" },
  },
});
const chosen = new Set(values.only.split(","));
const note = (text: string) => process.stderr.write(`${text}\n`);

const idle = await idleShare(() => pause(2_000));
if (idle < 0.9)
  note(`The machine is busy with something else (${Math.round(idle * 100)} % idle): read ratios, not figures.`);
const rsa = measureRsa();
const figures = await measureAll();
process.stdout.write(`${tableOf(figures)}\n`);
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version, idle, rsa };
await writeFile(values.out, `${JSON.stringify({ made: new Date().toISOString(), machine, figures }, null, 2)}\n`);
note(`Written to ${values.out}`);

async function measureAll(): Promise<readonly Figure[]> {
  const flags = values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${values.profile}`];
  await using subject = await openSubject({ flags });
  await using crowd = await openCrowd(1_000);
  await sql`create extension if not exists pg_stat_statements`.execute(subject.db);
  const seconds = values.quick ? 2 : 8;
  const count = values.quick ? 1_000 : 3_000;
  const runs = values.quick ? 1 : 3;
  const measures: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
    start: () => measureStart(subject),
    documents: () => measureDocuments(subject, seconds),
    inbox: () => measureInbox(subject, crowd, { count, runs, rsa }),
    follows: () => measureFollows(subject, crowd, 100, rsa),
    "fan-out": async () => [
      ...(await measureFanOut(subject, crowd, { servers: 200, most: 0.22, rsa })),
      ...(await measureFanOut(subject, crowd, { servers: 1_000, most: 0.85, rsa })),
    ],
  };
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (!chosen.has(name)) continue;
    note(`measuring: ${name}`);
    figures.push(...(await measure()));
  }
  return [...figures, ...measureMemory(subject)];
}
