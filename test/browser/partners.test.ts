import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser } from "./browser.ts";

let browser: Browser;
let one: TestSite;
let other: TestSite;

beforeAll(async () => {
  browser = await openBrowser();
  one = await startSite({ name: "La Pomme", handle: "la_pomme" });
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await befriend(one, other);
  await befriend(other, one);
  for (const site of [one, other]) await signedIn(site, "editor");
});

afterAll(async () => {
  for (const site of [one, other]) await site?.[Symbol.asyncDispose]();
  await browser.close();
});

/** A colleague on a phone, without scripts, signed in at the desk of a site. */
async function colleagueOf(site: TestSite): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const phone = { locale: "fr-FR", viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${site.origin}/admin/partners`);
  await page.getByLabel("courriel").fill("editor@example.org");
  await page.getByLabel("passe").fill(password);
  await page.locator("main .button-main").click();
  return { page, context };
}

/** What axe finds wrong, light and dark, and what is wider than a narrow phone; the page is shown with scripts for that. */
async function faultsOf(context: BrowserContext, address: string): Promise<readonly string[]> {
  const cookies = await context.cookies();
  const looking = await browser.newContext({ locale: "fr-FR", viewport: { width: 320, height: 640 } });
  await looking.addCookies(cookies);
  const page = await looking.newPage();
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await page.evaluate(() => {
      for (const more of document.querySelectorAll("details")) more.open = true;
    });
    found.push(...(await axeFaults(page)));
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await looking.close();
  return [...found, ...(width > 320 ? [`${width} pixels wide`] : [])].map((fault) => `${address}: ${fault}`);
}

test("a host asks another, which accepts; then both show it to everybody", async () => {
  const [asker, asked] = [await colleagueOf(one), await colleagueOf(other)];
  const faults: string[] = [];
  const look = async ({ page, context }: typeof asker) => void faults.push(...(await faultsOf(context, page.url())));

  const { page } = asker;
  await page.getByRole("link", { name: "Demander un partenariat" }).click();
  await look(asker);
  await page.getByLabel("Le Rucher").check();
  await page.getByLabel("Échange de compétences").check();
  await page.getByRole("group", { name: "Ce que vous cherchez" }).getByLabel("Formation").check();
  await page.getByLabel("Votre message").fill("Vous formez, nous hébergeons\u202f?");
  await page.getByLabel("D’accord pour le montrer à tous").check();
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await page.getByRole("status").getByText("La demande est partie").waitFor();
  await look(asker);

  await eventually(async () => {
    await asked.page.goto(`${other.origin}/admin/partners`);
    return (await asked.page.getByRole("link", { name: "La Pomme", exact: true }).count()) > 0;
  });
  await look(asked);
  await asked.page.getByRole("link", { name: "La Pomme", exact: true }).click();
  await asked.page.getByText("Vous formez, nous hébergeons").waitFor();
  await look(asked);
  await asked.page.getByLabel("Le montrer à tous").check();
  await asked.page.getByRole("button", { name: "Accepter le partenariat" }).click();
  await asked.page.getByRole("status").getByText("Le partenariat est accepté").waitFor();

  for (const [who, site, name] of [
    [asker, one, "Le Rucher"],
    [asked, other, "La Pomme"],
  ] as const) {
    const partners = who.page.getByRole("table").getByRole("link", { name });
    await eventually(async () => {
      await who.page.goto(`${site.origin}/partners`);
      return (await partners.count()) > 0;
    });
    expect(await who.page.getByRole("navigation", { name: "Le réseau des hébergeurs" }).getByRole("link").count()).toBe(
      2,
    );
    await look(who);
    await who.page.goto(`${site.origin}/about`);
    expect(await who.page.locator("#partners").innerText()).toContain(name);
    await look(who);
  }
  expect(faults).toEqual([]);
  for (const { context } of [asker, asked]) await context.close();
}, 240_000);
