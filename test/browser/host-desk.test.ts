import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import type { HostProfile } from "../../src/hosts/host.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
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

const say = (said: Partial<HostProfile>) =>
  site.db.transaction().execute(async (tx) => changeHost(tx, { ...(await needHost(tx)).profile, ...said }, new Date()));

async function enter(page: Page, path: string): Promise<void> {
  await page.goto(`${site.origin}/admin/sign-in?back=${path}`);
  await page.getByLabel("Votre adresse de courriel").fill("administrator@example.org");
  await page.getByLabel("Votre mot de passe").fill(password);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await page.waitForURL(`${site.origin}${path}`);
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults = await axeFaults(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return width > 0 ? [...faults, `${width} pixels too wide`] : faults;
}

test.each([
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)(
  "nothing is wrong where two people meet, and before and after a closing, at %o",
  async ({ width, colorScheme }) => {
    await reading(browser, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      const found: Record<string, readonly string[]> = {};
      await enter(page, "/admin/host/identity");
      await page.getByLabel("Votre phrase").fill("La mienne");
      await say({ tagline: `La sienne, ${width}` });
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await page.getByRole("heading", { name: "Quelqu’un a changé cela" }).waitFor();
      found["conflict"] = await faultsOf(page);
      await page.getByRole("button", { name: "Voir avant d’enregistrer" }).click();
      found["preview"] = await faultsOf(page);
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await page.getByRole("heading", { name: "C’est enregistré" }).waitFor();
      await page.goto(`${site.origin}/admin/host/closing`);
      await page.getByLabel("Dernier jour").fill("2099-06-30");
      await page
        .getByLabel("Qui prend la suite")
        .fill("https://un-tres-long-nom-de-domaine-qui-ne-finit-pas.example/suite");
      await page.getByRole("button", { name: "Voir ce qui va se passer" }).click();
      found["review"] = await faultsOf(page);
      await page.getByRole("button", { name: "Annoncer la fermeture" }).click();
      await page.getByRole("heading", { name: "C’est annoncé" }).waitFor();
      found["announced"] = await faultsOf(page);
      await page.getByRole("button", { name: "Rester ouverts" }).click();
      await page.getByRole("heading", { name: "Vous restez ouverts" }).waitFor();
      expect(found).toEqual({ conflict: [], preview: [], review: [], announced: [] });
    });
    expect((await needHost(site.db)).profile).toMatchObject({ tagline: "La mienne", closing: null });
  },
);
