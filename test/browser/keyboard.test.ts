import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import { importSample } from "../../src/exchange/sample.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { eventually } from "../support/eventually.ts";
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

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.origin}/admin`);
  await write(page, /^Votre adresse de courriel/, "administrator@example.org");
  await write(page, /^Votre mot de passe/, password);
  await press(page, /^Entrer$/);
}

test("by keyboard alone, somebody signs in, writes an offer from a model, publishes it, invites a colleague and leaves", async () => {
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await signIn(page);
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

test("by keyboard alone, an association asks for a place, and somebody answers it with yes", async () => {
  const demonstrated = { host: "la-pomme", publish: true, now: new Date() };
  await site.db.transaction().execute((tx) => importSample(tx, demonstration, demonstrated));
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.origin}/offers/fichiers-et-agendas`);
    await press(page, /^Demander une place$/);
    await write(page, /^Nom de votre association/, "Les Jardins du Lavoir");
    await write(page, /^Combien de personnes/, "12");
    await write(page, /^Pour quoi faire/, "Nos dossiers, avant le printemps.");
    await write(page, /^Comment vous joindre/, "jardins@example.org");
    await page.waitForTimeout(3_100); // faster is what robots do
    await press(page, /^Envoyer la demande/);
    await page.getByText("Votre demande est partie").waitFor();
    await signIn(page);
    await press(page, /^Demandes reçues/);
    await press(page, /^Les Jardins du Lavoir/);
    await to(page, /^Accepter/);
    await page.keyboard.press("Enter"); // unfolds
    await write(page, /^Un mot pour la suite/, "Nous vous appelons lundi.");
    await press(page, /^Accepter la demande/);
  });
  const { state } = await site.db.selectFrom("placeRequests").select("state").executeTakeFirstOrThrow();
  expect(state).toBe("accepted");
});

test("by keyboard alone, somebody has an address looked at, and drops the import", async () => {
  await reading(browser, { javaScriptEnabled: false }, async (page) => {
    await signIn(page);
    await press(page, /^Importer, exporter$/);
    await write(page, /^Ou une adresse/, `${site.origin}/rien.json`);
    await press(page, /^Voir ce qui changerait/);
    await eventually(async () => {
      await page.reload();
      return page.getByText("Il n’y a pas de fichier à cette adresse").first().isVisible();
    });
    await press(page, /^Essayer autre chose/);
  });
});
