import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAvailability } from "../../src/availability/queries.ts";
import { findOffer } from "../../src/offers/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "../web/desk.ts";
import { files, lists, offer, publish, say } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let desk: Visitor;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite({ settings: { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "pomme@example.org" } });
  desk = await signedIn(site);
  await publish(site.db, "fichiers", files);
  await publish(site.db, "listes", lists);
  await publish(site.db, "visio", { ...files, title: "Visioconférence" });
  await offer(site.db, "atelier", { ...files, title: "Atelier" });
  await say(site.db, "fichiers", { state: "limited", slots: 7, capacity: 40 }, ago(3));
  await say(site.db, "listes", { state: "open" }, ago(88));
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const stateOf = async (slug: string) => {
  const found = await findOffer(site.db, slug);
  return found && (await findAvailability(site.db, found.id))?.state;
};

/** Opens the desk as somebody who is signed in. */
function atDesk<Result>(options: BrowserContextOptions, use: (page: Page) => Promise<Result>): Promise<Result> {
  return reading(browser, options, async (page) => {
    const cookies = [...desk.cookies].map(([name, value]) => ({ name, value, url: site.origin }));
    await page.context().addCookies(cookies);
    return use(page);
  });
}

test("on a phone without scripts, an availability is changed in two presses from any page of the desk", async () => {
  await atDesk(phone, async (page) => {
    await page.goto(`${site.origin}/admin/server`);
    await page.getByRole("link", { name: "Disponibilités" }).click();
    await page.getByRole("button", { name: "En pause : Partager des fichiers" }).click();
    await page.getByRole("status").getByText("C’est dit.").waitFor();
  });
  expect(await stateOf("fichiers")).toBe("paused");
});

test("on a phone without scripts, the menu is one line that opens and closes again", async () => {
  await atDesk(phone, async (page) => {
    await page.goto(`${site.origin}/admin/server`);
    const menu = page.getByRole("navigation", { name: "Bureau" });
    const team = menu.getByRole("link", { name: "Collègues" });
    const closed = (await menu.boundingBox())?.height ?? 0;
    expect(closed).toBeLessThan(80);
    expect(await menu.getByRole("link", { name: "État du serveur" }).getAttribute("aria-current")).toBe("page");
    expect(await team.isVisible()).toBe(false);
    await menu.getByRole("link", { name: /^Menu/ }).click();
    await menu.getByRole("list", { name: "Chez vous" }).waitFor();
    expect(await team.isVisible()).toBe(true);
    await menu.getByRole("link", { name: "Fermer le menu" }).click();
    expect(await team.isVisible()).toBe(false);
    expect((await menu.boundingBox())?.height).toBe(closed);
  });
});

test("and by keyboard alone", async () => {
  await atDesk(phone, async (page) => {
    await page.goto(`${site.origin}/admin`);
    await tabTo(page, "#desk-menu");
    await page.keyboard.press("Enter");
    await tabTo(page, "/admin/partners");
    await Promise.all([page.waitForURL("**/admin/partners"), page.keyboard.press("Enter")]);
  });
});

/** Presses Tab until a link to this address has the focus. */
async function tabTo(page: Page, href: string): Promise<void> {
  for (let left = 30; left > 0; left -= 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.getAttribute("href"))) === href) return;
  }
  throw new Error(`the keyboard does not come to ${href}`);
}

test("and “still true” in one press from the page of today", async () => {
  const before = await findOffer(site.db, "listes").then((found) => found && findAvailability(site.db, found.id));
  await atDesk(phone, async (page) => {
    await page.goto(`${site.origin}/admin`);
    await page.getByRole("button", { name: "Toujours ouvert" }).click();
    await page.getByRole("status").waitFor();
  });
  const after = await findOffer(site.db, "listes").then((found) => found && findAvailability(site.db, found.id));
  expect(after?.version).toBe((before?.version ?? 0) + 1);
});

test("all is filled in, read once more and said with the keyboard alone", async () => {
  await atDesk({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.origin}/admin/availability/offers/visio?state=between-waves`);
    await page.getByLabel("ou seulement le mois").selectOption({ index: 3 });
    await page.getByLabel("Places libres").press("Enter"); // the form is read, no row of waves is added
    await page.getByRole("heading", { name: "Ce qui va se passer" }).waitFor();
    await page.getByRole("button", { name: "Annoncer" }).press("Enter");
    await page.getByRole("status").waitFor();
  });
  expect(await stateOf("visio")).toBe("between-waves");
});

test("what is wrong is led to by the summary", async () => {
  await atDesk({}, async (page) => {
    await page.goto(`${site.origin}/admin/availability/offers/visio`);
    await page.getByLabel("Places libres").fill("beaucoup");
    await page.getByRole("button", { name: "Relire" }).click();
    await page.getByRole("alert").getByRole("link").click();
    expect(await page.getByLabel("Places libres").evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel("Places libres").inputValue()).toBe("beaucoup");
  });
});

const addresses = [
  "/admin",
  "/admin/availability",
  "/admin/availability/offers/fichiers",
  "/admin/availability/all",
  "/admin/server",
];

describe.each(addresses)("%s", (address) => {
  test.each(["light", "dark"] as const)("has nothing that axe finds wrong, in the %s", async (colorScheme) => {
    const violations = await atDesk({ colorScheme }, async (page) => {
      await page.goto(site.origin + address);
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  });

  test("fits a screen of 320 pixels, and its buttons a thumb", async () => {
    await atDesk({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(site.origin + address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const low = await page
        .locator("main button:visible")
        .evaluateAll((buttons) => buttons.filter((one) => one.getBoundingClientRect().height < 40).length);
      expect(low).toBe(0);
    });
  });
});
