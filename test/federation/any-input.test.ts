import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyId, anyRequest } from "../support/any-request.ts";
import { freshDatabase } from "../support/database.ts";
import { freshFolder, settingsOf, setUp, startServer } from "../support/processes.ts";
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

test("no request, sane or not, makes an answer of 500 or none at all", { timeout: 120_000 }, async () => {
  await using site = await startFullSite();
  const { host } = new URL(site.origin);
  const request = fc.tuple(anyRequest(host), fc.constantFrom(...site.ids)).map(([one, id]) => ({
    ...one,
    target: one.target.replaceAll(anyId, id),
  }));
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(request, async (one) => {
      const status = await statusOf(site.origin, one);
      expect(status).not.toBeNull();
      expect(status).toBeLessThan(500);
      seen.add(status ?? 0);
    }),
    { numRuns: 2_500 },
  );
  for (const status of [200, 400, 401, 404, 415, 421]) expect(seen).toContain(status); // it came through to all of it
});

test("memory does not grow with the number of requests, whatever they are", { timeout: 240_000 }, async () => {
  await using folder = await freshFolder();
  const database = await freshDatabase();
  const settings = await settingsOf(folder.path, database.url);
  const origin = String(settings["ORIGIN"]);
  await setUp(folder.path, settings);
  await using server = startServer(settings);
  await server.printed(/Essaim answers/);
  await askAll(origin, 4_000);
  const before = await megabytes(server.pid);
  await askAll(origin, 20_000);
  expect((await megabytes(server.pid)) - before).toBeLessThan(120);
  await server.end("SIGTERM");
  await database.drop();
});

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
