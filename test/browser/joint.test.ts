import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let pomme: TestSite;
let rucher: TestSite;

beforeAll(async () => {
  browser = await openBrowser();
  pomme = await startSite();
  rucher = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(pomme, rucher);
  for (const site of [pomme, rucher]) await signedIn(site);
});

afterAll(async () => {
  await rucher[Symbol.asyncDispose]();
  await pomme[Symbol.asyncDispose]();
  await browser.close();
});

const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, reducedMotion: "reduce" } as const;

async function signIn(page: Page, { origin }: TestSite): Promise<void> {
  await page.goto(`${origin}/admin/sign-in`);
  await page.locator("[name=email]").fill("administrator@example.org");
  await page.locator("[name=password]").fill(password);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/admin(?!\/sign-in)/);
}

/** The same page where scripts run, since axe is one. */
async function isFine(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  await reading(browser, { ...phone, javaScriptEnabled: true }, async (seen) => {
    await seen.context().addCookies(cookies);
    await seen.goto(page.url());
    const wide = await seen.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(wide, page.url()).toBeLessThanOrEqual(0);
    expect(await axeFaults(seen), page.url()).toEqual([]);
  });
}

/** Comes back until something is written there. */
const until = (page: Page, address: string, words: string | RegExp) =>
  eventually(async () => {
    await page.goto(address);
    return (await page.getByText(words).count()) > 0;
  });

const title = "Un Nextcloud accompagné";
const path = "/offers/un-nextcloud-accompagne";

async function draft(page: Page): Promise<void> {
  await page.goto(`${pomme.origin}/admin/joint`);
  await isFine(page);
  await page.getByRole("link", { name: "Préparer une offre commune" }).click();
  await isFine(page);
  await page.getByLabel("Hébergeur 1").fill(`${rucher.origin}/@le_rucher`);
  await page.getByLabel("Son titre").fill(title);
  await page.getByLabel("Son prix").fill("120");
  await page.getByRole("button", { name: "Continuer" }).click();
  await isFine(page);
  const part = page.getByRole("region", { name: /Le Rucher/ });
  await part.getByLabel("Formation").check();
  await part.getByLabel("Ce qu’il fait").fill("Deux séances de formation.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await isFine(page);
  await page.getByRole("button", { name: "Inviter" }).click();
  await page.getByRole("status").getByText("Les invitations sont parties.").waitFor();
}

test("two hosts draft, sign and publish an offer together from their phones; one leaves, and it is suspended", async () => {
  await reading(browser, phone, async (ada) => {
    await signIn(ada, pomme);
    await draft(ada);
    expect((await fetch(pomme.origin + path)).status).toBe(404);
    await reading(browser, phone, async (bob) => {
      await signIn(bob, rucher);
      await until(bob, `${rucher.origin}/admin/joint`, title);
      await bob.getByRole("link", { name: title }).click();
      await isFine(bob);
      await bob.getByText("Deux séances de formation.").waitFor();
      await bob.getByRole("button", { name: "J’accepte cette version" }).click();
      await bob.getByRole("status").getByText("Votre accord est donné.").waitFor();
      await until(ada, pomme.origin + path, "Qui fait quoi");
      await isFine(ada);
      await until(bob, `${rucher.origin}/about`, title);
      await bob.getByRole("link", { name: title }).click();
      await bob.getByText("Nous avons vérifié ces accords").waitFor();
      await isFine(bob);
      await until(bob, `${rucher.origin}/admin/joint`, title);
      await bob.getByRole("link", { name: title }).click();
      await bob.getByText("Partir de cette offre").click();
      await bob.getByRole("button", { name: "Partir" }).click();
      await until(ada, pomme.origin + path, "Cette offre est suspendue");
      await isFine(ada);
      await eventually(async () => !(await (await fetch(`${rucher.origin}/about`)).text()).includes(title));
    });
  });
});
