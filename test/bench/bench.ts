import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { idleShare, measureRsa } from "./machine.ts";
import { measurePart, type Part, parts } from "./parts.ts";
import { studies } from "./studies.ts";
import { tableOf } from "./table.ts";

const { values, positionals } = parseArgs({
  // Names of studies; without one, the parts are measured.
  allowPositionals: true,
  options: {
    /** Which of the parts; all by default. */
    parts: { type: "string", default: parts.join(",") },
    /** Which of the figures; all by default. */
    only: { type: "string" },
    /** Fewer and shorter runs. */
    quick: { type: "boolean", default: false },
    out: { type: "string", default: "bench.json" },
    /** A folder for processor profiles of the server. */
    profile: { type: "string" },
    /** Of the studies that deal by chance. */
    seed: { type: "string", default: "1" },
  },
});

const idle = await idleShare(() => pause(2_000));
if (idle < 0.9)
  note(`The machine is ${Math.round(100 - idle * 100)} % busy with something else: read ratios, not figures.`);
const rsa = measureRsa();
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version, idle, rsa };
const measured: Record<string, unknown> = {};
for (const name of positionals) await study(name);
if (positionals.length === 0)
  for (const part of parts.filter((one) => values.parts.split(",").includes(one))) await measure(part);
await writeFile(
  values.out,
  `${JSON.stringify({ made: new Date().toISOString(), machine, parts: measured }, null, 2)}\n`,
);
note(`Written to ${values.out}`);

async function measure(part: Part): Promise<void> {
  const { title, figures } = await measurePart(part, {
    quick: values.quick,
    rsa,
    chosen: values.only?.split(",") ?? null,
    profile: values.profile ?? null,
    note,
  });
  measured[part] = figures;
  process.stdout.write(`\n${title}\n\n${tableOf(figures)}\n`);
}

async function study(name: string): Promise<void> {
  const run = studies[name];
  if (run === undefined) throw new Error(`there is no study ${name}, only ${Object.keys(studies).join(", ")}`);
  const { text, figures, holds } = await run({ quick: values.quick, seed: Number(values.seed), note });
  measured[name] = figures;
  process.stdout.write(`\n${text}\n`);
  if (!holds) process.exitCode = 1;
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
