import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startMastodonApi } from "../support/mastodon-api.ts";
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
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** What axe finds wrong, light and dark, and what is wider than the screen. */
async function faults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFaults(page)));
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > 320 ? [...found, `${page.url()} is ${width} pixels wide`] : found;
}

const fr = { account: "Votre adresse", go: "Continuer sur mon serveur", message: "Plutôt par un message" };
const en = { account: "Your address", go: "Go on to my server", message: "By a message instead" };

/** axe takes its time, four times on each way. */
const longest = 90_000;
const readers = [
  ["fr-FR", false, fr],
  ["fr-FR", true, fr],
  ["en-GB", true, en],
] as const;

describe.each(readers)("on a phone of 320 pixels, in %s, with JavaScript %s", (locale, javaScriptEnabled, word) => {
  // axe is a script itself.
  const faultsOf = (page: Page) => (javaScriptEnabled ? faults(page) : []);
  const options = { locale, javaScriptEnabled, viewport: { width: 320, height: 700 } };

  test(
    "somebody comes in by their own server, sees who they are, and leaves",
    async () => {
      await using api = await startMastodonApi();
      await reading(browser, options, async (page) => {
        await page.goto(`${site.origin}/sign-in`);
        expect(await faultsOf(page)).toEqual([]);
        await page.getByLabel(word.account).fill("alice@127.0.0.1:9");
        await page.getByRole("button", { name: word.go }).click();
        await page.getByRole("alert").waitFor();
        expect(await page.getByLabel(word.account).inputValue()).toBe("alice@127.0.0.1:9");
        expect(await faultsOf(page)).toEqual([]);
        await page.getByLabel(word.account).fill(`@alice@${api.host}`);
        await page.getByRole("button", { name: word.go }).click();
        await page.getByRole("button", { name: "yes" }).click();
        await page.getByRole("heading", { level: 1, name: /Alice Martin/ }).waitFor();
        expect(page.url()).toBe(`${site.origin}/sign-in/you`);
        expect(await faultsOf(page)).toEqual([]);
        await page.locator('form[action="/sign-out"] button').first().click();
        await page.getByRole("status").waitFor();
        expect(await faultsOf(page)).toEqual([]);
      });
    },
    longest,
  );

  test(
    "somebody comes in by a message, and the page waits for it by a button",
    async () => {
      await using alice = await startFakeMastodon();
      await reading(browser, options, async (page) => {
        await page.goto(`${site.origin}/sign-in?then=/about`);
        await page.getByLabel(word.account).fill(alice.handle);
        await page.getByRole("button", { name: word.message }).click();
        expect(await faultsOf(page)).toEqual([]);
        const send = page.locator('form[action="/sign-in/code"] button');
        await send.click();
        await page.getByRole("status").waitFor();
        expect(await faultsOf(page)).toEqual([]);
        const message = (await page.locator("main code").textContent()) ?? "";
        const intake = await alice.find(message.trim().split(/\s+/)[0] ?? "");
        await alice.mention(String(intake["id"]), `<p>${message}</p>`);
        await send.click();
        await page.waitForURL(`${site.origin}/about`);
      });
    },
    longest,
  );
});
