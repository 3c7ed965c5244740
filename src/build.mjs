// Compiles the sources into dist/ and trims the data that ships with them; run by `prepare`, on any Node from 20 on.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const partial = `${dist}.new`;
const territories = new URL("hosts/territories-build.mjs", import.meta.url);

rmSync(partial, { recursive: true, force: true });
await trimTerritories();
compile();
// Only a whole build takes the place of the last one.
rmSync(dist, { recursive: true, force: true });
renameSync(partial, dist);

async function trimTerritories() {
  mkdirSync(`${partial}/data`, { recursive: true });
  if (!existsSync(territories)) return;
  const { buildTerritories } = await import(territories.href);
  await buildTerritories(`${partial}/data/territories.json`);
}

function compile() {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const args = [compiler, "-p", "src/build.json", "--outDir", partial];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  rmSync(partial, { recursive: true, force: true });
  process.exit(1);
}
