import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { joined, sheetNames } from "../../src/web/sheets.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading, type Served, servePages } from "./browser.ts";

let browser: Browser;
let site: Served;

beforeAll(async () => {
  browser = await openBrowser();
  site = await servePages();
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const open = async (page: Page, query = "") => {
  await page.goto(`${site.origin}/about/design${query}`);
  for (const more of await page.locator("details").all()) await more.evaluate((part) => part.setAttribute("open", ""));
};

describe("the page of the look", () => {
  test.each([
    ["light", ""],
    ["dark", ""],
    ["light", "?scheme=dark"],
    ["dark", "?scheme=light"],
  ] as const)("has nothing that axe finds wrong, on a machine set to %s, at %s", async (colorScheme, query) => {
    const violations = await reading(browser, { colorScheme }, async (page) => {
      await open(page, query);
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  });

  test.each([
    ["of 320 pixels", { viewport: { width: 320, height: 640 } }],
    ["of 1280 pixels at 200 %", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
    ["of 1280 pixels at 400 %", { viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 }],
  ])("fits a screen %s", async (_, options) => {
    const wide = await reading(browser, options, async (page) => {
      await open(page);
      return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    });
    expect(wide).toBeLessThanOrEqual(0);
  });

  test("asks nothing of anyone else, and breaks no rule of its own policy", async () => {
    await reading(browser, {}, async (page) => {
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(site.origin)) elsewhere.push(request.url());
      });
      page.on("console", (message) => complaints.push(message.text()));
      await open(page);
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test("shows the dark on a machine set to light, and the other way round", async () => {
    const ground = async (colorScheme: "light" | "dark", query: string) =>
      reading(browser, { colorScheme }, async (page) => {
        await open(page, query);
        return page.locator(".scheme").evaluate((part) => getComputedStyle(part).backgroundColor);
      });
    const dark = await ground("dark", "");
    expect(await ground("light", "?scheme=dark")).toBe(dark);
    expect(await ground("dark", "?scheme=light")).toBe(await ground("light", ""));
    expect(await ground("light", "")).not.toBe(dark);
  });

  test("explains a word without a script, and stops explaining with Escape", async () => {
    await reading(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(`${site.origin}/about/design`);
      const meaning = page.locator("#gloss-imap");
      expect(await meaning.isVisible()).toBe(false);
      await page.getByRole("button", { name: "IMAP" }).press("Enter");
      expect(await meaning.isVisible()).toBe(true);
      const box = await meaning.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
      await page.keyboard.press("Escape");
      expect(await meaning.isVisible()).toBe(false);
    });
  });
});

test("a browser reads the joined sheets as it reads their files", async () => {
  const folder = projectPath("src", "web", "styles");
  const read = (file: string) => readFileSync(`${folder}/${file}`, "utf8");
  const files = [folder, `${folder}/components`].flatMap((place) =>
    readdirSync(place)
      .filter((file) => file.endsWith(".css"))
      .map((file) => read(place === folder ? file : `components/${file}`)),
  );
  const rules = await reading(browser, {}, async (page) => {
    const rulesOf = (css: string) =>
      page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map(({ cssText }) => cssText);
      }, css);
    return {
      apart: (await Promise.all(files.map(rulesOf))).flat(),
      joined: (await Promise.all(sheetNames.map((name) => rulesOf(joined(name))))).flat(),
    };
  });
  const own = (rule: string) => !/^@layer [\w, ]+;$/.test(rule) && !rule.includes(".scheme-dark");
  // In what a custom property holds, a browser keeps the space as it was written.
  const plain = (rule: string) => rule.replaceAll(/\s+/g, " ").replaceAll(", ", ",");
  // A file may stand in two sheets.
  const each = (some: readonly string[]) => [...new Set(some.map(plain))].sort();
  expect(each(rules.joined.filter(own))).toEqual(each(rules.apart));
});
