// Every .properties file here is synthetic: see test/support/chatons-directory.ts.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ChatonsReport } from "../../src/exchange/chatons/chatons.ts";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { listServices } from "../../src/services/queries.ts";
import { type FileServer, serveFiles, settle } from "../support/chatons.ts";
import { directory } from "../support/chatons-directory.ts";
import { freshDatabase } from "../support/database.ts";
import { type Ended, essaim, type Settings, startCommand } from "../support/processes.ts";

let folder = "";
let settings: Settings = {};
let db: ReturnType<typeof openDatabase>;
let end = async () => {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  const database = await freshDatabase();
  db = openDatabase(openPool(database.url, 2, () => {}));
  await db.transaction().execute(settle);
  settings = {
    ...{ DATABASE_URL: database.url, DATA_DIR: join(folder, "data"), ORIGIN: "https://pomme.example", LANGUAGE: "en" },
    ALLOWED_PRIVATE_RANGES: "127.0.0.0/8",
  };
  end = async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  };
});
afterEach(() => end());

const json = ({ stdout }: Ended): ChatonsReport => JSON.parse(stdout);

async function serveDirectory(): Promise<FileServer & { services: ReturnType<typeof directory>["services"] }> {
  const server = await serveFiles();
  const { pages, services } = directory(server.origin);
  for (const [path, page] of pages) server.pages.set(path, page);
  return { ...server, services };
}

describe("essaim import of ChatonsInfos files", () => {
  test("asks nothing of a blocked domain, neither for these files nor for others", async () => {
    const server = await serveDirectory();
    await db
      .insertInto("blocks")
      .values({ id: randomUUID(), domain: new URL(server.origin).host })
      .execute();
    const files = await essaim(["import", `${server.origin}/organization.properties`, "--json"], settings);
    expect(files.code).toBe(1);
    expect(json(files).refused).toMatchObject([{ reason: "address-refused" }]);
    const document = await essaim(["import", `${server.origin}/librehost.json`], settings);
    expect(document).toMatchObject({ code: 1, stderr: expect.stringContaining("never goes to") });
    expect(server.asked).toEqual([]);
  });

  test("takes in a directory of two hundred with every irregularity, and tells of each line it did not understand", async () => {
    const server = await serveDirectory();
    const ended = await essaim(["import", `${server.origin}/organization.properties`, "--json"], settings);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const report = json(ended);
    expect(report).toMatchObject({ host: "Les Cornichons", changed: [], unchanged: [], refused: [] });
    expect(report.taken).toHaveLength(200);
    const expected = server.services.flatMap(({ path, odd }) =>
      odd.map(([line, key, reason]) => ({ file: server.origin + path, line, key, reason })),
    );
    expect(report.notUnderstood).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
    const services = await listServices(db);
    expect(services).toHaveLength(199);
    expect(new Set(services.map(({ content }) => content.started))).toEqual(new Set([null, "2020-07-06"]));
    expect(services.find(({ slug }) => slug === "app-4")?.content.extra).toEqual({
      "service.registration": "Everyone",
    });
  });

  test("is interrupted by Ctrl-C, and goes on where it stopped without reading anything again", async () => {
    const server = await serveDirectory();
    const stuck = server.services[60]?.path ?? "";
    const page = server.pages.get(stuck) ?? "";
    server.pages.set(stuck, () => {});
    const first = startCommand(["import", `${server.origin}/organization.properties`], settings);
    await first.printed(/62\/200 .*app-60\.properties/);
    const interrupted = await first.end("SIGINT");
    expect(interrupted.code).toBe(130);
    expect(interrupted.stderr).toMatch(/Interrupted\. What was taken in is kept/);
    expect(await listServices(db)).toHaveLength(60);
    server.pages.set(stuck, page);
    server.asked.length = 0;
    const report = json(await essaim(["import", `${server.origin}/organization.properties`, "--json"], settings));
    expect(report.unchanged).toHaveLength(61);
    expect(report.taken).toHaveLength(139);
    expect(server.asked.filter(({ status }) => status === 304)).toHaveLength(61);
    expect(report.notUnderstood).toHaveLength(server.services.flatMap(({ odd }) => odd).length);
    expect(await listServices(db)).toHaveLength(199);
  });

  test("says step by step in a pipe how far it is, and that drafts stay drafts", async () => {
    const server = await serveFiles({
      "/pad.properties": "service.name = Pad\nsoftware.name = Etherpad\nservice.x = \u001b[2J",
    });
    const ended = await essaim(["import", `${server.origin}/pad.properties`, "--publish"], settings);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toBe(`1/1 ${server.origin}/pad.properties\n`);
    expect(ended.stdout).toMatch(/files taken in: 1, changed: 0, unchanged: 0, refused: 0/);
    expect(ended.stdout).toContain("draft offer “pad”");
    expect(ended.stdout).toContain("stay drafts, even with --publish");
    expect(ended.stdout).toContain("line 3, service.x: there are invisible characters");
    const states = await db.selectFrom("offers").select("state").execute();
    expect(states).toEqual([{ state: "draft" }]);
  });

  test("ends with 1 when nothing at all could be taken, and says why", async () => {
    await writeFile(join(folder, "chatons.properties"), "file.class = Federation\nfederation.name = Les Chatons\n");
    const ended = await essaim(["import", join(folder, "chatons.properties")], settings);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/Name the file of your own organisation/);
    expect(ended.stderr).toMatch(/Nothing could be taken in\.\n$/);
    const { ALLOWED_PRIVATE_RANGES: _, ...closed } = settings;
    const server = await serveFiles({ "/a.properties": "service.name = A" });
    const refused = await essaim(["import", `${server.origin}/a.properties`, "--json"], closed);
    expect(refused.code).toBe(1);
    expect(json(refused).refused).toMatchObject([{ reason: "address-refused" }]);
    expect(server.asked).toEqual([]);
  });

  test("takes a file on disk by what stands in it, whatever its name", async () => {
    await writeFile(join(folder, "chez-nous"), "\uFEFF# synthetic\norganization.name = Chez nous\n");
    expect(json(await essaim(["import", join(folder, "chez-nous"), "--json"], settings)).host).toBe("Chez nous");
    expect((await essaim(["import", join(folder, "missing.properties")], settings)).code).toBe(2);
    await writeFile(join(folder, "hosts.json"), "{}");
    expect((await essaim(["import", join(folder, "hosts.json")], settings)).stderr).toMatch(/--host ID/);
  });
});
