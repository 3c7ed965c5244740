import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bashCompletion } from "../../src/commands/completion/bash.ts";
import { fishCompletion } from "../../src/commands/completion/fish.ts";
import { readTree } from "../../src/commands/completion/tree.ts";
import { buildProgram } from "../../src/commands/program.ts";
import { essaim } from "../support/processes.ts";

const tree = readTree(buildProgram());
// Not on every machine.
const fish = "fish";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  await mkdir(join(folder, "my offers"));
  await writeFile(join(folder, "offers.json"), "");
});

afterAll(() => rm(folder, { recursive: true }));

/** What bash proposes for the last word of each line, the way it calls a completion. */
async function proposedByBash(lines: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const asked = lines.map(
    (words) =>
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _essaim; printf '%s\\n' "\${COMPREPLY[@]}"; echo ---`,
  );
  const script = [bashCompletion(tree), ...asked].join("\n");
  const { stdout } = await promisify(execFile)("bash", ["-uc", script], { cwd: folder });
  return stdout
    .split("---\n")
    .slice(0, -1)
    .map((reply) => reply.split("\n").filter((word) => word !== ""));
}

const proposed = async (...words: string[]) => (await proposedByBash([["essaim", ...words]]))[0];

describe("completion in bash", () => {
  test("knows every command and every option of the program", async () => {
    const commands = withPaths(buildProgram());
    const replies = await proposedByBash(commands.map(({ path }) => ["essaim", ...path, ""]));
    expect(commands.length).toBeGreaterThan(15);
    for (const [index, { command, path }] of commands.entries()) {
      const wanted = [...command.commands.map((below) => below.name()), ...command.options.map(({ long }) => long)];
      expect(replies[index], path.join(" ")).toEqual(expect.arrayContaining(wanted));
    }
  });

  test("knows what may follow each option that has choices", async () => {
    const options = withPaths(buildProgram()).flatMap(({ command, path }) =>
      command.options.flatMap(({ long, argChoices }) => (long && argChoices ? [{ path, long, argChoices }] : [])),
    );
    expect(options.length).toBeGreaterThan(3);
    const replies = await proposedByBash(options.map(({ path, long }) => ["essaim", ...path, long, ""]));
    expect(replies).toEqual(options.map(({ argChoices }) => argChoices));
  });

  test("completes what was begun", async () => {
    expect(await proposed("of")).toEqual(["offer"]);
    expect(await proposed("queue", "re")).toEqual(["retry"]);
    expect(await proposed("queue", "list", "--pe")).toEqual(["--peer"]);
    expect(await proposed("queue", "list", "--state", "fa")).toEqual(["failed"]);
    expect(await proposed("queue", "list", "--state", "=", "fa")).toEqual(["failed"]);
    expect(await proposed("availability", "set", "mail", "between")).toEqual(["between-waves"]);
    expect(await proposed("--json", "offer", "list", "--json", "--st")).toEqual(["--state"]);
  });

  test("is not led astray by what follows an option", async () => {
    expect(await proposed("setup", "--name", "queue", "--handle", "list", "--adm")).toEqual([
      ...["--admin-email", "--admin-password-file"],
    ]);
    expect(await proposed("availability", "set", "--message", "we are full", "mail", "clo")).toEqual(["closed"]);
    expect(await proposed("token", "create", "--label", "")).toEqual([]);
  });

  test("completes files where a file is meant, and there only", async () => {
    expect(await proposed("import", "offers")).toEqual(["offers.json"]);
    expect(await proposed("import", "my")).toEqual(["my offers"]);
    expect(await proposed("setup", "--file", "of")).toEqual(["offers.json"]);
    expect(await proposed("offer", "publish", "offers")).toEqual([]);
  });
});

describe("completion in fish", () => {
  const script = fishCompletion(tree);

  test("has a line for every command, every option and every choice", () => {
    for (const { command, path } of withPaths(buildProgram()).slice(1)) {
      const above = path.slice(0, -1).join(" ");
      expect(script).toContain(`__essaim_at \\'${above}\\' 0' -a '${command.name()}'`);
      for (const { long, argChoices } of command.options) {
        const line = script
          .split("\n")
          .find((text) => text.includes(`\\'${path.join(" ")}\\''`) && text.includes(` -l ${long?.slice(2)} `));
        expect(line, `${path.join(" ")} ${long}`).toBeDefined();
        if (argChoices) expect(line).toContain(`-x -a '${argChoices.join(" ")}'`);
      }
    }
  });

  test("is made of whole commands, with every quote closed", () => {
    for (const line of script.split("\n").filter((text) => text.startsWith("complete ")))
      expect(line).toMatch(/^complete -c essaim( (-[a-zA-Z]+|[\w-]+|'([^'\\]|\\['\\])*'))*$/);
  });

  test.runIf(spawnSync(fish, ["--version"]).status === 0)("proposes in fish what it proposes in bash", async () => {
    const asked = ["queue list --state ", "offer ", "availability set mail between", "import off"];
    const calls = asked.map((line) => `complete -C 'essaim ${line}'; echo ---`);
    const { stdout } = await promisify(execFile)(fish, ["--no-config", "-c", [script, ...calls].join("\n")], {
      cwd: folder,
    });
    const replies = stdout.split("---\n").map((reply) =>
      reply
        .split("\n")
        .map((line) => line.split("\t")[0])
        .filter(Boolean),
    );
    expect(replies[0]).toEqual(["failed", "held", "waiting"]);
    expect(replies[1]).toEqual(expect.arrayContaining(["list", "publish", "withdraw"]));
    expect(replies[2]).toEqual(["between-waves"]);
    expect(replies[3]).toEqual(["offers.json"]);
  });
});

test("the command line prints the scripts, and knows no other shell", async () => {
  const [bash, fish, other] = await Promise.all(
    ["bash", "fish", "csh"].map((shell) => essaim(["completion", shell], {})),
  );
  expect(bash).toEqual({ code: 0, stdout: bashCompletion(tree), stderr: "" });
  expect(fish).toEqual({ code: 0, stdout: fishCompletion(tree), stderr: "" });
  expect(other).toMatchObject({ code: 2, stdout: "" });
});

interface Found {
  readonly command: Command;
  readonly path: readonly string[];
}

function withPaths(command: Command, path: readonly string[] = []): readonly Found[] {
  return [{ command, path }, ...command.commands.flatMap((below) => withPaths(below, [...path, below.name()]))];
}
