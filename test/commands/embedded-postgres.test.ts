import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { becomeServer, openEmbedded, removeEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { lives, markOf, takeFile } from "../../src/foundation/process-files.ts";
import { projectPath } from "../../src/foundation/project-path.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-data-"));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  await removeEmbedded(folder);
});

describe("the embedded PostgreSQL", () => {
  test("keeps what was written from one start to the next", async () => {
    const first = await openEmbedded(folder);
    await ask(first.url, "create table kept as select 'yes' as word");
    await first.stop();
    expect(first.alive()).toBe(false);

    const second = await openEmbedded(folder);
    expect(await ask(second.url, "select word from kept")).toEqual([{ word: "yes" }]);
    await second.stop();
  });

  test("is one for all who open it, and ends with the last who leaves", async () => {
    const [server, command] = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
    expect(command.url).toBe(server.url);
    await command.stop();
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(server.alive()).toBe(false);
  });

  test("goes on with the one that a killed process left behind", async () => {
    const left = await openInProcess(folder);
    await ask(left.url, "create table kept as select 'yes' as word");
    await left.kill();
    expect(await ask(left.url, "select word from kept")).toEqual([{ word: "yes" }]);

    const next = await openEmbedded(folder);
    expect(next.url).toBe(left.url);
    await next.stop();
    expect(next.alive()).toBe(false);
  });

  test("recovers when PostgreSQL was killed too, even if another process now has its number", async () => {
    const first = await openEmbedded(folder);
    await ask(first.url, "create table kept as select 'yes' as word");
    const note = await readNote();
    process.kill(note.pid, "SIGKILL");
    await expect.poll(() => first.alive()).toBe(false);
    const pidFile = join(note.elsewhere ?? join(folder, "postgres"), "18", "postmaster.pid");
    const lines = await readFile(pidFile, "utf8");
    const other = spawn("sleep", ["60"]);
    await writeFile(pidFile, lines.replace(/^\d+/, String(other.pid)));
    await writeFile(join(folder, "postgres.json"), JSON.stringify({ ...note, pid: other.pid }));

    const second = await openEmbedded(folder);
    expect(await ask(second.url, "select word from kept")).toEqual([{ word: "yes" }]);
    await second.stop();
    await first.stop();
    expect(lives(markOf(other.pid ?? 0) ?? { pid: 0, started: "" })).toBe(true);
    other.kill();
  });

  test("shows its note and its password to nobody else", async () => {
    const embedded = await openEmbedded(folder);
    expect((await stat(join(folder, "postgres.json"))).mode & 0o777).toBe(0o600);
    const wrong = new URL(embedded.url);
    wrong.password = "guessed";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password/);
    await embedded.stop();
  });

  test("runs side by side with those of other folders", async () => {
    const other = await mkdtemp(join(tmpdir(), "essaim-test-data-"));
    const [one, two] = await Promise.all([openEmbedded(folder), openEmbedded(other)]);
    expect(one.url).not.toBe(two.url);
    await Promise.all([one.stop(), two.stop()]);
    await removeEmbedded(other);
  });

  test.runIf(process.getuid?.() === 0)(
    "keeps its cluster elsewhere when its user cannot reach the folder",
    async () => {
      const closed = await mkdtemp(join(tmpdir(), "essaim-test-data-"));
      const embedded = await openEmbedded(join(closed, "data"));
      expect(await ask(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
      const { elsewhere } = JSON.parse(await readFile(join(closed, "data", "postgres.json"), "utf8"));
      expect(elsewhere).toMatch(/^\//);
      await embedded.stop();
      expect(await removeEmbedded(join(closed, "data"))).toBe(true);
      await expect(stat(elsewhere)).rejects.toThrow(/ENOENT/);
      await rm(closed, { recursive: true });
    },
  );
});

describe("one data folder", () => {
  test("has one server of each kind", async () => {
    const first = await becomeServer(folder, "all");
    expect(first.done).toBe(true);
    expect(await becomeServer(folder, "all")).toEqual({ done: false, reason: markOf(process.pid) });
    if (first.done) await first.value.release();
    expect((await becomeServer(folder, "all")).done).toBe(true);
  });

  test("is taken over from a server that is gone, or whose number someone else has now", async () => {
    const file = join(folder, "server.pid");
    await writeFile(file, JSON.stringify({ pid: process.pid, started: "long ago" }));
    expect((await takeFile(file)).done).toBe(true);
    await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, started: "1" }));
    expect((await takeFile(file)).done).toBe(true);
  });
});

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

async function readNote(): Promise<{ pid: number; elsewhere: string | null }> {
  return JSON.parse(await readFile(join(folder, "postgres.json"), "utf8"));
}

/** Opens it in a process of its own, to be killed. */
async function openInProcess(dataDir: string): Promise<{ url: string; kill(): Promise<void> }> {
  const program = `
    import { openEmbedded } from ${JSON.stringify(projectPath("src/foundation/embedded-postgres.ts"))};
    console.log((await openEmbedded(${JSON.stringify(dataDir)})).url);
    setInterval(() => {}, 1000);`;
  const opener = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: projectPath(),
  });
  const [url] = await once(opener.stdout, "data");
  return {
    url: String(url).trim(),
    async kill() {
      opener.kill("SIGKILL");
      await once(opener, "exit");
    },
  };
}
