import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterList } from "../../src/unclaimed/changes.ts";
import { emptyHub } from "../support/hub.ts";
import { listHost } from "../support/listed.ts";
import type { TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await emptyHub("Le Réseau des jardins");
  await signedIn(site);
  await listHost(site.db, "https://courge.example", {
    name: "La Courge",
    titles: ["Un courriel pour votre association", "Un agenda à plusieurs"],
  });
  await listHost(site.db, "https://navet.example", { name: "Le Navet", titles: ["Un site web"] });
  const sighting = {
    file: "https://radis.example/o.properties",
    name: "Le Radis",
    website: "https://radis.example/",
    language: "fr",
    territory: "country:FR",
  };
  const found = { source: "chatonsinfos" as const, listName: "Les jardins", files: [sighting.file], left: [] };
  await site.db
    .transaction()
    .execute((tx) =>
      enterList(
        tx,
        "https://jardins.example/federation.properties",
        { ...found, sightings: [{ ...sighting, summary: "Des outils libres.", needs: ["email"] }] },
        new Date(),
      ),
    );
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** What axe finds wrong, and what is wider than the screen. */
async function look(page: Page, faults: string[]): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > (page.viewportSize()?.width ?? 0)) faults.push(`${page.url()}: ${width} pixels wide`);
  faults.push(...(await axeFaults(page)).map((fault) => `${page.url()}: ${fault}`));
  const folder = process.env["SHOTS"];
  if (folder)
    await page.screenshot({
      path: `${folder}/${new URL(page.url()).pathname.replaceAll(/[^a-z]+/g, "_")}-${page.viewportSize()?.width}.png`,
      fullPage: true,
    });
}

const press = (page: Page, name: string) => page.getByRole("button", { name }).first().click();

test("without scripts and on a small phone, a portal is put together, seen, and shown elsewhere", async () => {
  const faults: string[] = [];
  await reading(
    browser,
    { viewport: { width: 320, height: 700 }, javaScriptEnabled: false, locale: "fr" },
    async (page) => {
      await page.goto(`${site.origin}/admin/sign-in`);
      await page.fill("#email", "administrator@example.org");
      await page.fill("#password", password);
      await page.click("main button.button-main");
      await page.goto(`${site.origin}/admin`);
      expect(await page.locator(".desk-nav a").nth(1).textContent()).toContain("Portail");
      await page.goto(`${site.origin}/admin/portal`);
      await page.getByRole("link", { name: "Composer une sélection" }).click();
      await page.fill("#title", "Pour commencer");
      await page.fill("#introduction", "Ce que nos membres utilisent déjà.");
      await page.getByLabel("Par une liste").check();
      await press(page, "Composer cette sélection");
      for (const name of ["courriel", "Navet"]) {
        await page.fill("#find", name);
        await press(page, "Chercher");
        await page.locator("td.table-do button", { hasText: "Ajouter" }).first().click();
      }
      await page.goto(`${site.origin}/admin/portal/highlights/new?find=agenda`);
      await page.getByRole("link", { name: "Choisir" }).first().click();
      await page.fill("#reason", "Trois de nos membres s’en servent depuis deux ans.");
      await press(page, "Recommander");
      await page.goto(`${site.origin}/sections/pour-commencer`);
      expect(await page.locator("main article").count()).toBe(2);
      await page.goto(`${site.origin}/`);
      expect(await page.locator("main").textContent()).toContain("Trois de nos membres");
    },
  );
  const paths = [
    "/",
    "/sections",
    "/sections/pour-commencer",
    "/directory/unclaimed",
    "/admin/portal",
    "/admin/portal/embed",
    "/admin/portal/unclaimed",
  ];
  const { id } = await site.db.selectFrom("unclaimed").select("id").executeTakeFirstOrThrow();
  const section = await site.db.selectFrom("sections").select("id").executeTakeFirstOrThrow();
  const all = [
    ...paths,
    `/directory/unclaimed/${id}`,
    `/admin/portal/sections/${section.id}?find=courge`,
    `/admin/portal/sections/${section.id}/removal`,
    "/admin/portal/highlights/new?find=courge",
    "/admin/followers/list",
  ];
  for (const width of process.env["SHOTS"] ? [320, 1280] : [320])
    await reading(
      browser,
      { viewport: { width, height: 700 }, locale: "fr", reducedMotion: "reduce" },
      async (page) => {
        await page.goto(`${site.origin}/admin/sign-in`);
        await page.fill("#email", "administrator@example.org");
        await page.fill("#password", password);
        await page.click("main button.button-main");
        for (const path of all) {
          await page.goto(site.origin + path);
          await look(page, faults);
        }
      },
    );
  expect(faults).toEqual([]);
}, 400_000);
