import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { criteria } from "../../src/hosts/statement-pages.tsx";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const read = async (path: string, language = "fr") =>
  (await fetch(site.origin + path, { headers: { "accept-language": language } })).text();

describe("the statement of accessibility", () => {
  test("counts what the list of criteria says, all 106 of them", async () => {
    const list = await readFile(projectPath("docs", "accessibility.md"), "utf8");
    const states = [...list.matchAll(/^\| \d+\.\d+ \|[^|]+\| (C|NA|NC) \|/gm)].map(([, state]) => state);
    expect(states).toHaveLength(106);
    expect(criteria.held).toBe(states.filter((state) => state === "C").length);
    expect(criteria.asked).toBe(states.filter((state) => state !== "NA").length);
  });

  test("claims no more than that, and says whom to write to", async () => {
    const html = await read("/about/accessibility");
    expect(html).toContain("partiellement conforme");
    expect(html).toContain(`${criteria.held} des ${criteria.asked}`);
    expect(html).toContain("Défenseur des droits");
    expect(await read("/about/accessibility", "en")).toContain("partially");
  });
});

test("the page of sobriety tells what was measured: the first page in 150 kB and 15 requests", async () => {
  const { pages } = JSON.parse(await readFile(projectPath("src/hosts/data/sobriety.json"), "utf8")) as {
    pages: { page: string; bytes: number; requests: number }[];
  };
  const home = pages.find(({ page }) => page === "home");
  expect(home?.bytes).toBeLessThanOrEqual(150_000);
  expect(home?.requests).toBeLessThanOrEqual(15);
  expect(await read("/about/sobriety")).toContain(`${Math.round((home?.bytes ?? 0) / 1_000)}`);
});

test("every foot leads to the map of the site", async () => {
  for (const path of ["/", "/about", "/about/map", "/nothing"]) expect(await read(path)).toContain('href="/about/map"');
});
