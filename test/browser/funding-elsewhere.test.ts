import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listListedFunding } from "../../src/listed-funding/queries.ts";
import { eventually } from "../support/eventually.ts";
import { someFunding } from "../support/funding.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let home: TestSite;
let away: TestSite;
let path: string;
beforeAll(async () => {
  browser = await openBrowser();
  home = await startSite();
  away = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(home, away);
  await someFunding(home.db, new Date(), { title: "Un planning-de-bénévoles relié à Paheko", minimumPledge: "5.00" });
  const { id } = await eventually(async () => (await listListedFunding(away.db, { trust: 2 }))[0]);
  path = `${away.origin}/funding/elsewhere/${id}`;
  await signedIn(away);
});
afterAll(async () => {
  await away[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
  await browser.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${away.origin}/admin/sign-in`);
  await page.locator("[name=email]").fill("administrator@example.org");
  await page.locator("[name=password]").fill(password);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/admin(?!\/sign-in)/);
}

async function isFine(page: Page): Promise<void> {
  const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(wider).toBeLessThanOrEqual(0);
  expect(await axeFaults(page)).toEqual([]);
}

describe.each(["fr", "en"])("the page of a request of another instance, in %s", (locale) => {
  test("can be read by anyone on a small screen", async () => {
    await reading(browser, { locale, viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(path);
      await isFine(page);
      expect(await page.locator("[name=amount]").count()).toBe(0);
    });
  });

  test("lets the host promise on a small screen, and says what is wrong", async () => {
    await reading(browser, { locale, viewport: { width: 320, height: 640 } }, async (page) => {
      await signIn(page);
      await page.goto(path);
      await isFine(page);
      await page.locator("[name=amount]").first().fill("2");
      await page.locator("main form:has([name=amount]) button[type=submit]").first().click();
      await page.locator(".error-summary, [role=alert]").first().waitFor();
      await isFine(page);
      expect(await page.locator("[name=amount]").first().inputValue()).toBe("2");
    });
  });
});
