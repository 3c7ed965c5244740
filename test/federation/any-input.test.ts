import { execFile } from "node:child_process";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyId, anyRequest } from "../support/any-request.ts";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { freshFolder, type Settings, settingsOf, setUp, startServer } from "../support/processes.ts";
import { type RawRequest, statusOf } from "../support/raw-http.ts";
import { startSite, type TestSite } from "../support/site.ts";

/** A site with everything that has an address, and the ids that are there. */
async function startFullSite(): Promise<TestSite & { readonly ids: readonly string[] }> {
  const site = await startSite();
  await site.api("POST", "/offers", { title: "Courriel", needs: ["email"], slug: "courriel" });
  await site.api("POST", "/offers/courriel/publish");
  const handles = await site.db.selectFrom("handles").select("id").execute();
  return { ...site, ids: [anyId, ...handles.map(({ id }) => id)] };
}

test("no request, sane or not, makes an answer of 500 or none at all", async () => {
  await using site = await startFullSite();
  const { host } = new URL(site.origin);
  const request = fc.tuple(anyRequest(host), fc.constantFrom(...site.ids)).map(([one, id]) => ({
    ...one,
    target: one.target.replaceAll(anyId, id),
  }));
  const seen = new Set<number>();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(request, async (one) => {
      asked += 1;
      const status = await statusOf(site.origin, one, `127.1.${asked >> 8}.${asked & 255}`); // nobody's quota ends
      expect(status).not.toBeNull();
      expect(status).toBeLessThan(500);
      seen.add(status ?? 0);
    }),
    { numRuns: 2_500 },
  );
  for (const status of [200, 400, 404, 415]) expect(seen).toContain(status); // it came through to all of it
});

test("twenty thousand requests, whatever they are, leave nothing behind in memory", { timeout: 300_000 }, async () => {
  await using folder = await freshFolder();
  const database = await freshDatabase();
  const snapshots = { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder.path}` };
  const settings: Settings = { ...(await settingsOf(folder.path, database.url)), ...snapshots };
  const origin = String(settings["ORIGIN"]);
  await setUp(folder.path, settings);
  await using server = startServer(settings);
  await server.printed(/Essaim answers/);
  await askAll(origin, 2_000);
  const before = await heapOf(server.pid, origin, folder.path);
  await askAll(origin, 20_000);
  expect((await heapOf(server.pid, origin, folder.path)) / before).toBeLessThan(1.1);
  expect(await megabytes(server.pid)).toBeLessThan(900); // that of two snapshots included
  expect(server.output()).not.toContain("ERROR");
  await server.end("SIGTERM");
  await database.drop();
});

/** The size of a snapshot of what is still in use, garbage collected before. */
async function heapOf(pid: number, origin: string, folder: string): Promise<number> {
  const taken = async () => (await readdir(folder)).filter((name) => name.endsWith(".heapsnapshot"));
  const before = await taken();
  process.kill(pid, "SIGUSR2");
  const file = await eventually(async () => (await taken()).find((name) => !before.includes(name)));
  const well: RawRequest = { method: "GET", target: "/healthz", fields: [["host", "x"]], body: "" };
  expect(await statusOf(origin, well, "127.0.0.1", 60)).toBe(200); // nothing is answered until it is written
  const { size } = await stat(join(folder, file));
  await rm(join(folder, file));
  return size;
}

async function askAll(origin: string, count: number): Promise<void> {
  const requests: readonly RawRequest[] = fc.sample(anyRequest(new URL(origin).host), count);
  for (let at = 0; at < count; at += 50) {
    const some = requests.slice(at, at + 50);
    // From several addresses of the loopback, since each has only so many ports.
    await Promise.all(some.map((one, n) => statusOf(origin, one, `127.0.0.${2 + (n % 50)}`)));
  }
}

async function megabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) / 1_024;
}
