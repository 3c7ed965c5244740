import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needHost } from "../../src/hosts/queries.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { startBareSite } from "../support/site.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";
import { setUpBy } from "./first-steps.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("somebody who opens the printed link has a page at the end, without any script", async () => {
  await using site = await startBareSite();
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await setUpBy(page, site, async (name) => {
      expect(await page.locator("h1").count(), name).toBe(1);
      expect(await page.locator(".button-main").count(), name).toBe(1);
    });
    await page.goto(`${site.origin}/admin/first-run`);
    await page.getByRole("heading", { name: "La mise en route est finie" }).waitFor();
  });
  expect((await listOffers(site.db)).map(({ state }) => state)).toEqual(["draft"]);
  expect((await needHost(site.db)).profile).toMatchObject({
    ...{ name: "La Pomme du voisin", tagline: "Des outils libres pour les associations", legalForm: "association" },
    ...{
      territory: { codes: ["dep:69", "com:97411"], policy: "priority" },
      capabilities: ["hosting", "accompaniment"],
    },
    ...{ languages: ["fr"], contact: { email: "bonjour@pomme.example" } },
  });
});

test.each([
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)("each step has nothing that axe finds wrong and fits its screen, at %o", async ({ width, colorScheme }) => {
  await using site = await startBareSite();
  await reading(browser, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
    await setUpBy(page, site, async (name) => {
      expect(await axeFaults(page), name).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(width);
    });
  });
});

test("with scripts, nobody leaves what they typed without being asked", async () => {
  await using site = await startBareSite();
  await reading(browser, {}, async (page) => {
    await setUpBy(page, site, async () => {});
    await page.goto(`${site.origin}/admin/host/identity`);
    await page.getByLabel("Votre phrase").fill("Une autre");
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByRole("link", { name: "Votre page d’hébergeur" }).first().click();
    await page.waitForURL(`${site.origin}/admin/host`);
    expect(asked).toEqual(["beforeunload"]);
  });
});

test.each([false, true])(
  "what is seen before it is saved can be saved, and written on (scripts: %s)",
  async (javaScriptEnabled) => {
    await using site = await startBareSite();
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await setUpBy(page, site, async () => {});
      await page.goto(`${site.origin}/admin/host/commitments`);
      await page.getByLabel("Nous nous engageons à").first().fill("Nous publions nos comptes.");
      await page.getByRole("button", { name: "Ajouter des lignes" }).click();
      await page.getByRole("button", { name: "Voir avant d’enregistrer" }).click();
      await page.getByText("Nous publions nos comptes.").waitFor();
      expect((await needHost(site.db)).profile.commitments).toEqual([]);
      await page.getByRole("button", { name: "Reprendre" }).click();
      await page.getByLabel("Ce qui le montre").first().fill("https://pomme.example/comptes");
      await page.getByRole("button", { name: "Voir avant d’enregistrer" }).click();
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await page.getByRole("heading", { name: "C’est enregistré" }).waitFor();
    });
    expect((await needHost(site.db)).profile.commitments).toEqual([
      { claim: "Nous publions nos comptes.", evidence: "https://pomme.example/comptes", asOf: null, answer: null },
    ]);
  },
);

test("a word is explained where it stands: by a click, without a script, and closed by Escape", async () => {
  await using site = await startBareSite();
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await setUpBy(page, site, async (name) => {
      if (name !== "reach") return;
      const word = page.getByRole("button", { name: "Hébergeur" });
      await word.focus();
      await page.keyboard.press("Enter");
      const meaning = page.locator("#word-host");
      expect(await meaning.isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await meaning.isVisible()).toBe(false);
    });
  });
});
