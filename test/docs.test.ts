import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { settingNames } from "../src/foundation/config.ts";
import { projectPath } from "../src/foundation/project-path.ts";

const read = (...path: string[]) => readFile(projectPath(...path), "utf8");
const foldersOf = async (...path: string[]) =>
  (await readdir(projectPath(...path), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test("every setting is explained in docs/running.md", async () => {
  const text = await read("docs", "running.md");
  for (const name of settingNames) expect(text).toContain(`| \`${name}\` |`);
});

test("every room is on the map", async () => {
  const text = await read("docs", "map.md");
  for (const room of [...(await foldersOf("src")), ...(await foldersOf("federation"))])
    expect(text, room).toContain(room);
});

test("everything we understand is told in FEDERATION.md", async () => {
  const text = await read("FEDERATION.md");
  const files = (await readdir(projectPath("federation", "receive"))).filter((file) => file.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(text, file).toContain(`receive/${file}`);
});

test("everything we say is told in FEDERATION.md", async () => {
  const text = await read("FEDERATION.md");
  for (const file of await readdir(projectPath("federation", "send"))) expect(text, file).toContain(`send/${file}`);
});

test("decisions are numbered without gaps", async () => {
  const numbers = (await readdir(projectPath("docs", "decisions")))
    .map((file) => Number(file.slice(0, 4)))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
