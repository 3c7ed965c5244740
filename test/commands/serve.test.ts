import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lives, type ProcessMark } from "../../src/foundation/process-files.ts";
import { ownPort } from "../support/own-port.ts";
import { essaim, freshFolder, type Settings, startServer } from "../support/processes.ts";

describe("a server", () => {
  test("is set up by the link of its first start, is alone on its folder, and works beside the command line", async () => {
    await using home = await freshFolder();
    const settings = await settingsIn(home.path);
    await using server = startServer(settings);
    const [link] = await server.printed(/http:\S+\/admin\/setup\?token=\S+/);
    expect(server.output()).toContain(`Essaim answers on http://localhost:${settings["PORT"]}`);
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(`${link}x`)).status).toBe(410);

    const second = await startServer(settings).ended();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Essaim already runs on DATA_DIR [^\n]+\n$/);

    expect(await setUp(home.path, settings)).toMatchObject({ code: 0 });
    expect(await (await fetch(`http://localhost:${settings["PORT"]}/`)).text()).toContain("La Pomme");
    expect((await fetch(`http://localhost:${settings["PORT"]}/readyz`)).status).toBe(200);

    const database = await databaseOf(home.path);
    expect(lives(database)).toBe(true);
    const began = Date.now();
    expect(await server.end("SIGTERM")).toMatchObject({ code: 0 });
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(lives(database)).toBe(false);
  });

  test("goes on with its own database after it was killed", async () => {
    await using home = await freshFolder();
    const settings = await settingsIn(home.path);
    await using killed = startServer(settings);
    await killed.printed(/Set it up/);
    expect(await setUp(home.path, settings)).toMatchObject({ code: 0 });
    await killed.end("SIGKILL");
    const orphan = await databaseOf(home.path);
    expect(lives(orphan)).toBe(true);

    await using next = startServer(settings);
    await next.printed(/Essaim answers/);
    expect(await databaseOf(home.path)).toEqual(orphan);
    expect(await (await fetch(`http://localhost:${settings["PORT"]}/`)).text()).toContain("La Pomme");
    const ended = await next.end("SIGINT");
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).not.toContain("/admin/setup");
    expect(lives(orphan)).toBe(false);
  });

  test("runs side by side with others, and as two processes on one database", async () => {
    await using home = await freshFolder();
    await using elsewhere = await freshFolder();
    await using web = startServer({ ...(await settingsIn(home.path)), ROLE: "web" });
    await web.printed(/Essaim answers/);
    await using worker = startServer({ ...(await settingsIn(home.path)), ROLE: "worker" });
    await using other = startServer(await settingsIn(elsewhere.path));
    await Promise.all([worker.printed(/Essaim works/), other.printed(/Essaim answers/)]);
    const codes = await Promise.all([web, worker, other].map((server) => server.end("SIGTERM")));
    expect(codes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(lives(await databaseOf(home.path))).toBe(false);
    expect(lives(await databaseOf(elsewhere.path))).toBe(false);
  });

  test("says what is wrong with its settings, and which port is taken", async () => {
    const wrong = await startServer({ PORT: "a lot", ROLE: "king" }).ended();
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toBe("PORT must be a number.\nROLE must be web, worker or all.\n");

    await using home = await freshFolder();
    await using elsewhere = await freshFolder();
    const settings = await settingsIn(home.path);
    await using first = startServer(settings);
    await first.printed(/Essaim answers/);
    const second = await startServer({ ...settings, DATA_DIR: elsewhere.path }).ended();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Another program already listens on this port[^\n]*\n$/);
    expect(lives(await databaseOf(elsewhere.path))).toBe(false);
    await first.end("SIGTERM");
  });

  test("ends when its database does", async () => {
    await using home = await freshFolder();
    await using server = startServer(await settingsIn(home.path));
    await server.printed(/Essaim answers/);
    process.kill((await databaseOf(home.path)).pid, "SIGKILL");
    expect((await server.ended()).code).toBe(1);
  });
});

async function settingsIn(folder: string): Promise<Settings> {
  return { DATA_DIR: folder, PORT: String(await ownPort()) };
}

async function setUp(folder: string, settings: Settings) {
  const file = join(folder, "password");
  await writeFile(file, "un bocal de cornichons bleus\n");
  const who = ["--admin-email", "ada@example.org", "--admin-password-file", file];
  return await essaim(["setup", "--name", "La Pomme", "--handle", "la_pomme", ...who], settings);
}

async function databaseOf(folder: string): Promise<ProcessMark> {
  const { pid, started } = JSON.parse(await readFile(join(folder, "postgres.json"), "utf8"));
  return { pid, started };
}
