#!/usr/bin/env node
// `npx essaim`: the command line, on the packaged Node whichever one was found first.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("dist/essaim.js", import.meta.url));
const packaged = join(dirname(createRequire(import.meta.url).resolve("node/package.json")), "bin");
const environment = { ...process.env, PATH: `${packaged}${delimiter}${process.env.PATH ?? ""}` };
const { status } = spawnSync("node", [program, ...process.argv.slice(2)], { stdio: "inherit", env: environment });
process.exitCode = status ?? 1;
