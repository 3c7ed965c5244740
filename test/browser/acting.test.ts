import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type MastodonApi, startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn } from "../web/desk.ts";
import { day } from "../web/visiting.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let api: MastodonApi;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  api = await startMastodonApi();
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const phone = { locale: "fr-FR", viewport: { width: 320, height: 700 } };
const open = (javaScriptEnabled: boolean) => browser.newContext({ ...phone, javaScriptEnabled });

/** As somebody of the host's team. */
async function asHost(context: BrowserContext): Promise<Page> {
  const { cookies } = await signedIn(site, "editor");
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.origin })));
  return context.newPage();
}

const press = (page: Page, name: string) => page.getByRole("button", { name }).first().click();
const codeOf = (page: Page) => new URL(page.url()).pathname.split("/")[2] ?? "";

test("a request is drafted, read by the desk, opened, promised towards, confirmed, committed and delivered without JavaScript", async () => {
  const [mine, theirs] = [await open(false), await open(false)];
  const [alice, host] = [await mine.newPage(), await asHost(theirs)];
  await alice.goto(`${site.origin}/funding/new`);
  await alice.getByLabel("Titre").fill("Un agenda pour le quartier");
  await alice.getByLabel("Description").fill("Nos dates, ensemble.");
  await alice.getByLabel("Montant à réunir").fill("50,00 €");
  await alice.getByRole("textbox", { name: "Date limite" }).fill(day(30));
  await press(alice, "Enregistrer le brouillon");
  await alice.getByRole("link", { name: /Mastodon/ }).click();
  await alice.getByLabel("Votre adresse").fill(`@alice@${api.host}`);
  await press(alice, "Continuer sur mon serveur");
  await press(alice, "yes");
  await alice.getByText("Ce que vous aviez écrit est là").waitFor();
  expect(await alice.getByLabel("Titre").inputValue()).toBe("Un agenda pour le quartier");
  await press(alice, "Relire avant d’ouvrir");
  await alice.getByText("Ce qui ne changera plus").waitFor();
  await press(alice, "Ouvrir l’annonce");
  await alice
    .getByText(/Attend l’équipe de ce site/)
    .first()
    .waitFor();
  const page = `${site.origin}/funding/${codeOf(alice)}`;

  await host.goto(`${site.origin}/admin/funding/held`); // nobody knows Alice yet
  await press(host, "Laisser passer");
  await host.getByText("L’annonce est ouverte.").waitFor();

  await host.goto(`${page}/pledge`);
  await host.getByLabel("Montant", { exact: true }).fill("50");
  await press(host, "Promettre");
  await host.getByText("C’est promis.").waitFor();

  await alice.goto(`${page}/steward`);
  await press(alice, "Demander les confirmations");
  await alice.getByText("Chacun est prié de confirmer.").waitFor();
  await host.reload();
  await press(host, "Je confirme");
  await host.getByText("C’est confirmé.").waitFor();

  await eventually(async () => {
    await alice.goto(`${page}/steward`);
    return (await alice.getByText("Commande signée").count()) > 0;
  });
  await alice.getByText("Dire où payer").click();
  await alice.getByLabel("Adresse de paiement").fill("https://pay.example/quartier");
  await alice.locator('form[action$="/payment"] button').click();
  await host.reload();
  expect(await host.getByRole("link", { name: /Payer/ }).getAttribute("href")).toBe("https://pay.example/quartier");
  await press(alice, "C’est lancé");
  await alice.getByLabel("Compte rendu").fill("L’agenda est là, pour tout le quartier.");
  await press(alice, "C’est livré");
  await alice.getByText("C’est livré. Merci").waitFor();
  await Promise.all([mine.close(), theirs.close()]);
});

test("the pages are clean to axe, light and dark, and no wider than a phone", async () => {
  const context = await open(true);
  const page = await asHost(context);
  const found: string[] = [];
  const look = async (path: string) => {
    await page.goto(`${site.origin}${path}`);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axeFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`${path} is ${width} pixels wide`);
  };
  await look("/funding/new");
  await page.getByLabel("Titre").fill("Un wiki pour le quartier");
  await page.getByLabel("Description").fill("Nos notes.");
  await press(page, "Enregistrer le brouillon");
  const code = codeOf(page);
  await look(`/funding/${code}/edit`);
  await look(`/funding/${code}/edit/opening`);
  await page.goto(`${site.origin}/funding/${code}/edit`);
  await page.getByLabel("Montant à réunir").fill("90");
  await page.getByRole("textbox", { name: "Date limite" }).fill(day(30));
  await press(page, "Relire avant d’ouvrir");
  await press(page, "Ouvrir l’annonce");
  await look(`/funding/${code}/pledge`);
  await page.getByLabel("Montant", { exact: true }).fill("90");
  await press(page, "Promettre");
  for (const path of [
    new URL(page.url()).pathname,
    "/funding/mine",
    `/funding/${code}/steward`,
    `/funding/${code}/answer`,
  ])
    await look(path);
  await look("/admin/funding");
  expect(found).toEqual([]);
  await context.close();
});
