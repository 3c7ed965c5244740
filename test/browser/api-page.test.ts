import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "../support/site.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

test.each(["light", "dark"] as const)(
  "the page of the API has nothing that axe finds wrong, in the %s",
  async (colorScheme) => {
    const violations = await reading(browser, { colorScheme }, async (page) => {
      await page.goto(`${site.origin}/api`);
      for (const more of await page.locator("details").all())
        await more.evaluate((part) => part.setAttribute("open", ""));
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  },
);

test("it fits a screen of 320 pixels, with everything opened", async () => {
  const width = await reading(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto(`${site.origin}/api`);
    for (const more of await page.locator("details").all())
      await more.evaluate((part) => part.setAttribute("open", ""));
    return page.evaluate("document.documentElement.scrollWidth");
  });
  expect(width).toBe(320);
});

test("the type of a problem leads to what explains it, and every link on the page leads somewhere", async () => {
  const { type } = (await (await fetch(`${site.origin}/api/v1/offers?limit=0`)).json()) as { type: string };
  await reading(browser, {}, async (page) => {
    await page.goto(new URL(type, site.origin).href);
    expect(await page.locator(":target dd").textContent()).toContain("errors");
    const links = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    const lost = links.filter((link) => !ids.includes(link.slice(1)));
    expect(lost).toEqual([]);
  });
});
