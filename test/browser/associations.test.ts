import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { idOf } from "../web/associations.ts";
import { password, signedIn } from "../web/desk.ts";
import { files, publish } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let other: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  other = await startSite({ name: "La Poire", handle: "la_poire" });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await browser.close();
});

const asso = { name: "Le Rucher partagé", email: "rucher@asso.example", password: "douze ruches au soleil" };
const account = () => `@la_poire@${new URL(other.origin).host}`;
const longest = 120_000;

/** Goes to a page until it says something: what comes from another server takes a moment. */
const comesTo = (page: Page, path: string, text: string) =>
  eventually(async () => {
    await page.goto(`${site.origin}${path}`);
    return (await page.getByText(text).count()) > 0;
  });

describe("without JavaScript, on a phone of 320 pixels", () => {
  const options = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };

  test(
    "an association registers, is accepted, follows a host elsewhere and reads its news",
    async () => {
      await reading(browser, options, async (page) => {
        await page.goto(`${site.origin}/sign-in`);
        await page.getByRole("link", { name: "L’ouvrir" }).click();
        await page.getByLabel("Nom de l’association").fill(asso.name);
        await page.getByLabel("Que faites-vous").fill("Des ruches au milieu de la ville.");
        await page.getByLabel("Votre adresse de courriel").fill(asso.email);
        await page.getByLabel("Mot de passe").fill(asso.password);
        await page.waitForTimeout(3_100); // as long as a person takes at least
        await page.getByRole("button", { name: "Ouvrir le compte" }).click();
        await page.getByRole("heading", { name: "Votre inscription attend une réponse" }).waitFor();
        await accept();
        await page.goto(`${site.origin}/association`);
        await page.getByRole("link", { name: "Suivre un hébergeur" }).click();
        await page.getByLabel("Qui suivre").fill(account());
        await page.getByRole("button", { name: "Suivre" }).click();
        await page.getByRole("status").waitFor();
        await comesTo(page, "/association/following", "La Poire");
        await eventually(async () => (await other.db.selectFrom("followers").select("follower").execute()).length > 0);
        await publish(other.db, "ruche", { ...files, title: "La ruche en ligne" });
        await comesTo(page, "/association/news", "La ruche en ligne");
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(320);
      });
    },
    longest,
  );

  /** Somebody of the host reads the registration at the desk, and agrees. */
  async function accept(): Promise<void> {
    await signedIn(site);
    await reading(browser, { ...options, viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${site.origin}/admin`);
      await page.getByLabel("Adresse").fill("administrator@example.org");
      await page.getByLabel("Mot de passe").fill(password);
      await page
        .getByRole("button", { name: /Entrer|connecter/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Lire l’inscription" }).click();
      await page.getByRole("button", { name: "Accepter" }).click();
      await page.getByText("L’association est acceptée").waitFor();
    });
  }
});

describe("in every room of an association", () => {
  const keys = ["/account/passkeys/new", "/account/codes", "/account/codes/recovery", "/account/codes/off"];
  const paths = ["", "/news", "/following", "/people", "/profile", "/account", ...keys, "/account/close"];

  /** The page of the desk on which somebody is invited anew, as somebody who administers the host sees it. */
  async function lookAtDesk(page: Page, id: string, look: (path: string) => Promise<void>): Promise<void> {
    const { cookies } = await signedIn(site);
    const own = [...cookies].map(([name, value]) => ({ name, value, url: site.origin }));
    await page.context().addCookies(own);
    await look(`/admin/associations/${id}`);
    await look(`/admin/associations/${id}/invite`);
  }

  test.each(["fr-FR", "en-GB"])(
    "axe finds nothing, light and dark, and nothing is wider than a phone, in %s",
    async (locale) => {
      await reading(browser, { locale, viewport: { width: 320, height: 700 } }, async (page) => {
        const found: string[] = [];
        const look = async (path: string) => {
          await page.goto(`${site.origin}${path}`);
          for (const colorScheme of ["dark", "light"] as const) {
            await page.emulateMedia({ colorScheme });
            found.push(...(await axeFaults(page)));
          }
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > 320) found.push(`${path} is ${width} pixels wide`);
        };
        await look("/association/new");
        await look("/association/sign-in");
        await page.locator("#email").fill(asso.email);
        await page.locator("#password").fill(asso.password);
        await page.locator('button[value="password"]').click();
        await page.waitForURL(`${site.origin}/association`);
        for (const path of paths) await look(`/association${path}`);
        await page.goto(`${site.origin}/association/account/codes`);
        await page.locator("main form button").click(); // what the telephone photographs
        found.push(...(await axeFaults(page)));
        await lookAtDesk(page, await idOf(site, asso.name), look);
        expect(await idOf(site, asso.name)).not.toBe("");
        expect(found).toEqual([]);
      });
    },
    longest,
  );
});
