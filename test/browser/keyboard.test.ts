import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOffers } from "../../src/offers/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  await signedIn(site);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** Goes on with Tab until the thing of this name has the focus. */
async function to(page: Page, name: RegExp): Promise<void> {
  for (let left = 250; left > 0; left -= 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
      return (label ?? "").replace(/\s+/g, " ").trim();
    });
    if (name.test(here)) return;
  }
  throw new Error(`the keyboard reaches nothing called ${name}`);
}

/** Goes to a link or a button, and presses it. */
async function press(page: Page, name: RegExp): Promise<void> {
  await to(page, name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await to(page, name);
  await page.keyboard.type(text);
}

test("by keyboard alone, somebody signs in, writes an offer from a model, publishes it, invites a colleague and leaves", async () => {
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.origin}/admin`);
    await write(page, /^Votre adresse de courriel/, "administrator@example.org");
    await write(page, /^Votre mot de passe/, password);
    await press(page, /^Entrer$/);
    await press(page, /^Offres$/);
    await press(page, /^Partir d’un modèle$/);
    await to(page, /Pour essayer/i);
    await page.keyboard.press("Space");
    await press(page, /^Commencer cette offre$/);
    await press(page, /^Résumé$/);
    await press(page, /^Relire et publier$/);
    await press(page, /^Publier l’offre$/);
    await page.getByText("L’offre est publiée").waitFor();
    await press(page, /^Collègues/);
    await press(page, /^Inviter quelqu’un$/);
    await write(page, /^Son adresse de courriel/, "bob@example.org");
    await press(page, /^Inviter$/);
    await press(page, /^Mon compte|^administrator/);
    await press(page, /^Se déconnecter/);
  });
  expect((await listOffers(site.db)).map(({ state }) => state)).toEqual(["published"]);
  const invited = await site.db.selectFrom("journal").select("deed").where("deed", "=", "colleague-invited").execute();
  expect(invited).toHaveLength(1);
});
