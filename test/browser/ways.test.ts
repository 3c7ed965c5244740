import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flat, invent, perPerson } from "../support/invented-hosts.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  await invent(site.db, {
    ...{ name: "four-banal", territory: { codes: ["dep:69"], policy: "priority" } },
    offers: [
      {
        slug: "bureau",
        content: {
          ...{ title: "Un bureau commun", needs: ["file-sharing", "calendar"], tiers: [perPerson(200)] },
          ...{ does: ["Installer"], doesNot: ["Réparer vos ordinateurs"], backups: "Chaque nuit", isolation: "shared" },
        },
      },
    ],
  });
  await invent(site.db, {
    name: "tilleul",
    offers: [
      {
        slug: "sondages",
        content: { title: "Choisir une date", needs: ["polls"], tiers: [flat(300)] },
        state: "limited",
      },
    ],
  });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const two = "offer=four-banal.example/bureau&offer=tilleul.example/sondages";
const addresses = [
  "/directory/questions",
  "/directory/questions/place?need=polls&place=",
  "/directory/questions/help?place=Saint-Denis&users=douze",
  "/directory/questions/help",
  "/directory/questions/results?need=calendar&need=polls&territory=com%3A69123&users=4&help=training",
  `/directory/combination?need=calendar&need=polls&${two}`,
  `/directory/compare?${two}`,
  "/directory/compare",
];

describe.each(addresses)("%s", (address) => {
  test.each(["light", "dark"] as const)("has nothing that axe finds wrong, in the %s", async (colorScheme) => {
    const violations = await reading(browser, { colorScheme }, async (page) => {
      await page.goto(site.origin + address);
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  });

  test("fits a screen of 320 pixels", async () => {
    const width = await reading(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(site.origin + address);
      return page.evaluate(() => document.documentElement.scrollWidth);
    });
    expect(width).toBeLessThanOrEqual(320);
  });
});

test.each([true, false])(
  "an association finds who answers its need together, with JavaScript %s",
  async (javaScriptEnabled) => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${site.origin}/directory/questions`);
      await page.getByLabel("Agenda partagé").check();
      await page.getByLabel("Ou que voulez-vous quitter").fill("doodle");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByLabel("Où est votre association").fill("69003");
      await page.getByLabel("Combien de personnes").fill("quatre");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByRole("alert").getByText("Écrivez un nombre entier").waitFor();
      await page.getByLabel("Combien de personnes").fill("4");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByLabel("Apprendre à s’en servir").check();
      await page.getByRole("button", { name: "Voir les réponses" }).click();
      await page.getByRole("heading", { name: /Avec .*Tilleul/ }).waitFor();
      await page.getByRole("link", { name: "Cette réponse à plusieurs" }).click();
      await page.getByRole("link", { name: "Les comparer" }).click();
      await page.getByRole("columnheader", { name: /Un bureau commun/ }).waitFor();
      await page.goBack();
      await page.goBack();
      await page.getByRole("link", { name: "Changer (Lieu et nombre)" }).click();
      expect(await page.getByLabel("Combien de personnes").inputValue()).toBe("4");
    });
  },
);

test("the questions are answered by keyboard alone", async () => {
  await reading(browser, {}, async (page) => {
    await page.goto(`${site.origin}/directory/questions`);
    await page.getByLabel("Agenda partagé").focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Ou que voulez-vous quitter").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/questions\/place\?need=calendar$/);
    await page.getByLabel("Où est votre association").focus();
    for (let presses = 0; presses < 8; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.textContent?.includes("Je ne sais pas"))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/questions\/help\?need=calendar$/);
  });
});

test("on a phone, each point of the comparison stands alone, and each answer under the name of its offer", async () => {
  await reading(browser, { viewport: { width: 390, height: 800 } }, async (page) => {
    await page.goto(`${site.origin}/directory/compare?${two}`);
    const row = page.getByRole("row", { name: /Prix par mois pour vous/ });
    expect(await row.textContent()).toMatch(/Un bureau commun\s*10\s€[\s\S]*Choisir une date\s*3\s€/);
    for (const name of await row.locator(".compare-offer").all()) expect(await name.isVisible()).toBe(true);
    const lefts = await row
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(new Set(lefts).size).toBe(1);
  });
});
