import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { files, offer, publish } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
/** Her cookies, so that she signs in once. */
let ada: Awaited<ReturnType<BrowserContext["storageState"]>>;

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  await signedIn(site, "editor", "ada@example.org");
  await publish(site.db, "fichiers", files);
  await publish(site.db, "retiree", { ...files, title: "Retirée" });
  await offer(site.db, "courriel", { ...files, title: "Des courriels pour l’équipe" });
  ada = await reading(browser, {}, async (page) => {
    await enter(page);
    return page.context().storageState();
  });
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

async function enter(page: Page): Promise<void> {
  await page.goto(`${site.origin}/admin/sign-in?back=/admin/offers`);
  await page.fill("#email", "ada@example.org");
  await page.fill("#password", password);
  await page.click("main button.button-main");
  await page.waitForURL(/\/admin\/offers$/);
}

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  test("somebody writes an offer from a model, corrects its price, looks at it and publishes it", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await enter(page);
      await page.getByRole("link", { name: "Écrire une offre" }).click();
      await page.getByText("Petites associations").click();
      await page.getByLabel("Titre de l’offre").fill(`Des dossiers communs ${javaScriptEnabled ? "un" : "deux"}`);
      await page.getByRole("button", { name: "Commencer cette offre" }).click();
      await page.getByText("Le brouillon est prêt").waitFor();
      await page.getByLabel("En deux phrases").fill("Un dossier commun, et personne pour le perdre.");
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await page.getByLabel("Nous ne faisons pas").fill("Dépanner vos ordinateurs\nTrier vos papiers");
      await page.getByRole("button", { name: "Enregistrer et continuer" }).click();
      await page.getByLabel("Prix", { exact: true }).first().fill("neuf");
      await page.getByRole("button", { name: "Enregistrer", exact: true }).last().click();
      await page.getByRole("alert").getByRole("link").click();
      expect(
        await page
          .getByLabel("Prix", { exact: true })
          .first()
          .evaluate((field) => field === document.activeElement),
      ).toBe(true);
      await page.getByLabel("Prix", { exact: true }).first().fill("9,50");
      await page.getByRole("button", { name: "Calculer" }).click();
      await page.getByRole("table", { name: "Détail du prix" }).getByText("9,50\u00a0€").first().waitFor();
      await page.getByRole("button", { name: "Enregistrer", exact: true }).last().click();
      await page.getByText("Enregistré. Rien n’est encore publié.").waitFor();
      await page.getByRole("link", { name: "Résumé" }).last().click();
      await page.getByRole("link", { name: "Aperçu" }).click();
      await page.getByText("Voici la page comme le public la verra").waitFor();
      expect(await page.locator(".tier-price").first().textContent()).toContain("9,50\u00a0€");
      await page.getByRole("link", { name: "Revenir à l’offre" }).click();
      await page.getByRole("link", { name: "Relire et publier" }).click();
      await page.getByText("Personne ne suit encore votre compte").waitFor();
      await page.getByRole("button", { name: "Publier l’offre" }).click();
      await page.getByText("L’offre est publiée").waitFor();
      await page.getByRole("link", { name: "Voir la page publique" }).click();
      await page.getByText("Trier vos papiers").waitFor();
    });
  });
});

test("the calculator follows what is typed, quantities and prices alike", async () => {
  await reading(browser, { storageState: ada }, async (page) => {
    await page.goto(`${site.origin}/admin/offers/courriel/price`);
    const total = page.locator(".receipt tfoot td");
    const totals = async (wanted: string) =>
      page.waitForFunction((sum) => document.querySelector(".receipt tfoot td")?.textContent === sum, wanted);
    await page.getByLabel("Espace").fill("200");
    await page.getByLabel("oui").check();
    await totals("37,50\u00a0€");
    await page.locator('[name="tiers.0.price.graduated.base.amount"]').fill("3,50");
    await totals("38,50\u00a0€");
    await page.locator('[name="tiers.0.price.model"]').selectOption("flat");
    await page.locator('[name="tiers.0.price.flat.amount"]').fill("12");
    await totals("12\u00a0€");
    expect(await page.getByLabel("Espace").count()).toBe(0);
    expect(await total.count()).toBe(1);
  });
});

test("shows the fields of the way of counting that is chosen, and none of the others, without a script", async () => {
  await reading(browser, { javaScriptEnabled: false, storageState: ada }, async (page) => {
    await page.goto(`${site.origin}/admin/offers/courriel/price`);
    const shown = (name: string) => page.locator(`[name="tiers.0.price.${name}"]`).isVisible();
    expect([await shown("graduated.unit"), await shown("flat.amount")]).toEqual([true, false]);
    await page.locator('[name="tiers.0.price.model"]').selectOption("flat");
    expect([await shown("graduated.unit"), await shown("flat.amount"), await shown("period")]).toEqual([
      false,
      true,
      true,
    ]);
    await page.locator('[name="tiers.0.price.model"]').selectOption("");
    expect([await shown("flat.amount"), await shown("period")]).toEqual([false, false]);
  });
});

test("the key Enter saves, and adds no row", async () => {
  await reading(browser, { storageState: ada }, async (page) => {
    await page.goto(`${site.origin}/admin/offers/courriel/price`);
    await page.locator('[name="tiers.0.title"]').press("Enter");
    await page.getByText("Rien n’avait changé").waitFor();
    expect(page.url()).not.toContain("add=");
  });
});

const sections = "what scope price accompaniment support safety leaving territory start software".split(" ");
const paths = [
  ...["", "/new", "/courriel", "/courriel/publish", "/courriel/post", "/courriel/preview", "/courriel/delete"],
  ...["/courriel/history", "/fichiers", "/fichiers/withdraw", ...sections.map((section) => `/courriel/${section}`)],
];

/** A page of the desk, for somebody who is signed in, with everything opened. */
async function opened(page: Page, path: string): Promise<void> {
  await page.goto(`${site.origin}/admin/offers${path}`);
  for (const more of await page.locator("details").all()) await more.evaluate((part) => part.setAttribute("open", ""));
}

describe.each(paths)("/admin/offers%s", (path) => {
  test.each(["light", "dark"] as const)("has nothing that axe finds wrong, in the %s", async (colorScheme) => {
    await reading(browser, { colorScheme, storageState: ada }, async (page) => {
      await opened(page, path);
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  test("fits a screen of 320 pixels, with everything opened", async () => {
    await reading(browser, { viewport: { width: 320, height: 640 }, storageState: ada }, async (page) => {
      await opened(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});
