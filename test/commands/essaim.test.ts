import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProgram } from "../../src/commands/program.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { freshDatabase } from "../support/database.ts";
import { type Ended, essaim, freshFolder, type Settings } from "../support/processes.ts";

const sample = projectPath("src/demo.json");
let folder = "";
let settings: Settings = {};
let drop = async () => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  await writeFile(join(folder, "password"), "un bocal de cornichons bleus\n");
  await writeFile(join(folder, "short"), "court\n");
  const database = await freshDatabase();
  drop = database.drop;
  settings = {
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, "data"),
    ORIGIN: "https://pomme.example",
    LANGUAGE: "en",
  };
});

afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

const setUp = (...more: string[]) =>
  essaim(
    [
      "setup",
      "--name",
      "La Pomme",
      "--handle",
      "la_pomme",
      "--admin-email",
      "ada@example.org",
      "--admin-password-file",
      join(folder, "password"),
      ...more,
    ],
    settings,
  );

describe("the command line", () => {
  test("sets a host up, as far as nothing stands against it", async () => {
    const refused = await essaim(
      [
        "setup",
        "--name",
        "La Pomme",
        "--handle",
        "la_pomme",
        "--admin-email",
        "ada@example.org",
        "--admin-password-file",
        join(folder, "short"),
      ],
      settings,
    );
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/too short/);
    expect(await setUp("--territory", "dep:69", "--json")).toMatchObject({
      code: 0,
      stderr: "",
      stdout: `${JSON.stringify({ name: "La Pomme", handle: "la_pomme", url: "https://pomme.example/@la_pomme" })}\n`,
    });
    const again = await setUp();
    expect(again).toMatchObject({ code: 1, stdout: "", stderr: "This site is someone’s already.\n" });
  });

  test("takes in a file of offers as drafts, and publishes when told so", async () => {
    const drafts = json(await essaim(["import", sample, "--host", "la-pomme", "--json"], settings));
    expect(drafts).toMatchObject({ taken: ["fichiers-et-agendas", "compta-et-adherents"], notUnderstood: [] });
    const listed = json(await essaim(["offer", "list", "--json"], settings));
    expect(listed.items.map(({ state }: { state: string }) => state)).toEqual(["draft", "draft"]);
    expect((await essaim(["import", sample, "--host", "la-pomme", "--publish"], settings)).stdout).toMatch(/unchanged/);
    const published = json(await essaim(["offer", "list", "--state", "published", "--json"], settings));
    expect(published.items[0]).toMatchObject({
      slug: "fichiers-et-agendas",
      url: "https://pomme.example/offers/fichiers-et-agendas",
      availability: { state: "open" },
    });
  });

  test("says who can still get in", async () => {
    const changed = await essaim(
      ["availability", "set", "compta-et-adherents", "between-waves", "--next-opening", "2999-03-01", "--json"],
      settings,
    );
    expect(json(changed)).toMatchObject({
      availability: { state: "between-waves", slots: null, nextOpening: "2999-03-01" },
    });
    expect(
      json(await essaim(["availability", "set", "compta-et-adherents", "open", "--slots", "7", "--json"], settings))
        .availability.slots,
    ).toBe(7);
    const refused = await essaim(["availability", "set", "compta-et-adherents", "between-waves"], {
      ...settings,
      LANGUAGE: "fr",
    });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/prochaine ouverture/);
  });

  test("publishes and withdraws single offers", async () => {
    expect(await essaim(["offer", "publish", "compta-et-adherents"], settings)).toMatchObject({ code: 1, stdout: "" });
    const withdrawn = await essaim(["offer", "withdraw", "compta-et-adherents", "--json"], settings);
    expect(json(withdrawn)).toMatchObject({ slug: "compta-et-adherents", state: "withdrawn" });
    const unknown = await essaim(["offer", "withdraw", "nothing"], settings);
    expect(unknown).toMatchObject({ code: 1, stderr: "There is no offer “nothing”.\n" });
  });

  test("makes administrators and keys to the API", async () => {
    const made = await essaim(
      ["admin", "create", "--email", "bea@example.org", "--password-file", join(folder, "password"), "--json"],
      settings,
    );
    expect(json(made)).toMatchObject({ email: "bea@example.org" });
    await writeFile(join(folder, "new"), "quatre tasses de thé vert\n");
    const reset = ["admin", "password", "--email", "BEA@example.org", "--password-file", join(folder, "new"), "--json"];
    expect(json(await essaim(reset, settings))).toMatchObject({ email: "bea@example.org" });
    const codesOff = ["admin", "codes-off", "--email", "bea@example.org", "--json"];
    expect(json(await essaim(codesOff, settings))).toMatchObject({ email: "bea@example.org" });
    const { items } = json(await essaim(["admin", "list", "--json"], settings));
    expect(items.map(({ email, role }: { email: string; role: string }) => [email, role])).toEqual([
      ["ada@example.org", "administrator"],
      ["bea@example.org", "administrator"],
    ]);
    expect(JSON.stringify(items)).not.toContain("argon2");
    const unknown = ["admin", "password", "--email", "eve@example.org", "--password-file", join(folder, "new")];
    expect(await essaim(unknown, settings)).toMatchObject({
      ...{ code: 1, stdout: "", stderr: expect.stringMatching(/^Nobody has an account here/) },
    });
    const token = json(await essaim(["token", "create", "--scope", "offers", "--label", "site", "--json"], settings));
    expect(token.token).toMatch(/^essaim_/);
    const alone = await essaim(["token", "create", "--scope", "read"], settings);
    expect(alone.stdout).toMatch(/^essaim_\S+\n$/);
    const listed = await essaim(["token", "list", "--json"], settings);
    expect(json(listed).items).toMatchObject([
      { id: token.id, label: "site", scope: "offers", used: null },
      { label: "command line", scope: "read" },
    ]);
    expect(listed.stdout).not.toContain(token.token);
    expect((await essaim(["token", "revoke", String(token.id)], settings)).code).toBe(0);
    expect((await essaim(["token", "list"], settings)).stdout).toMatch(/^\S+\tread\tnever used\tcommand line\n$/);
    const unknownToken = await essaim(["token", "revoke", String(token.id)], settings);
    expect(unknownToken).toMatchObject({ code: 1, stderr: `There is no key ${token.id}.\n` });
  });

  test("ends with 2 when it cannot understand what was typed", async () => {
    const wrong = [
      ["dance"],
      ["token", "create", "--scope", "all"],
      ["availability", "set", "x", "ajar"],
      ["availability", "set", "x", "open", "--slots", "some"],
      ["import", "/nowhere.json", "--host", "a"],
      ["setup", "--name", "X"],
    ];
    for (const args of wrong) {
      const ended = await essaim(args, settings);
      expect({ args, code: ended.code, stdout: ended.stdout }).toEqual({ args, code: 2, stdout: "" });
      expect(ended.stderr).not.toBe("");
    }
    expect(await essaim(["version"], { ...settings, PORT: "a lot" })).toMatchObject({ code: 0 });
    expect(await essaim(["migrate"], { ...settings, PORT: "a lot" })).toMatchObject({
      code: 2,
      stderr: "PORT must be a number.\n",
    });
  });

  test("refuses with a sentence when PostgreSQL is not there", async () => {
    const ended = await essaim(["migrate"], { ...settings, DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^PostgreSQL does not answer[^\n]*\n$/);
  });

  test("works without a server, starting the embedded PostgreSQL for the time of the command", async () => {
    await using home = await freshFolder();
    const alone = { DATA_DIR: home.path };
    const first = json(await essaim(["migrate", "--json"], alone));
    expect(first.applied.length).toBeGreaterThan(0);
    expect(json(await essaim(["migrate", "--json"], alone))).toEqual({ applied: [] });
    const [file, adminPasswordFile] = [join(folder, "setup.json"), join(folder, "password")];
    const wanted = {
      name: "Le Portail",
      handle: "portail",
      adminEmail: "ada@example.org",
      adminPasswordFile,
      hub: true,
    };
    await writeFile(file, JSON.stringify(wanted));
    expect(json(await essaim(["setup", "--file", file, "--name", "L’Autre", "--json"], alone))).toMatchObject({
      name: "L’Autre",
      handle: "portail",
    });
  });

  test("shows examples and exit codes with the help of every command, in 80 columns", () => {
    const commands = withDescendants(buildProgram());
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) {
      const help: string[] = [];
      command.configureOutput({ writeOut: (text) => void help.push(text), getOutHelpWidth: () => 80 });
      command.outputHelp();
      const text = help.join("");
      expect(text, command.name()).toMatch(/^Examples?:\s+essaim /m);
      expect(text, command.name()).toContain("Exit codes: 0 done, 1 refused");
      for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test("takes --json on every command that prints something else than a script", () => {
    const leaves = withDescendants(buildProgram()).filter(({ commands }) => commands.length === 0);
    const without = leaves.filter(({ options }) => !options.some(({ long }) => long === "--json"));
    expect(without.map((command) => command.name())).toEqual(["completion"]);
  });

  test("names the command that was probably meant", async () => {
    const [command, below, option] = await Promise.all([
      essaim(["ofer", "list"], settings),
      essaim(["queue", "rety"], settings),
      essaim(["offer", "list", "--sate", "draft"], settings),
    ]);
    expect(command.stderr).toContain("Did you mean offer?");
    expect(below.stderr).toContain("Did you mean retry?");
    expect(option.stderr).toContain("Did you mean --state?");
  });

  test.each(["completion bash", "export"])("is not upset when the reader of %s has read enough", async (command) => {
    const script = `"$0" --import tsx "$1" ${command} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)(
      "bash",
      ["-c", script, process.execPath, projectPath("src/essaim.ts")],
      { cwd: projectPath(), env: { ...process.env, ...settings } },
    );
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });
});

function withDescendants(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}

function json(ended: Ended) {
  if (ended.code !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}
