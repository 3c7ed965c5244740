// Compiles the sources into dist/ and trims the data that ships with them; run by `prepare`, on any Node from 20 on.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const territories = new URL("hosts/territories-build.mjs", import.meta.url);

rmSync(dist, { recursive: true, force: true });
compile();
await trimTerritories();

function compile() {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", "src/build.json"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(1);
}

async function trimTerritories() {
  if (!existsSync(territories)) return;
  mkdirSync(`${dist}/data`, { recursive: true });
  const { buildTerritories } = await import(territories.href);
  await buildTerritories(`${dist}/data/territories.json`);
}
