import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, registered } from "../web/associations.ts";
import { signedIn, type Visitor } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let member: Visitor;
let colleague: Visitor;
const shots = process.env["SHOTS"];

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  member = await acceptedOn(site);
  colleague = await signedIn(site, "editor");
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** A telephone without JavaScript, on which somebody is signed in. */
async function phone(who: Visitor): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ locale: "fr-FR", viewport, javaScriptEnabled: false });
  await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: site.origin })));
  return { context, page: await context.newPage() };
}

/** What axe finds wrong, and what is wider than the telephone; axe itself needs JavaScript, and so looks with it. */
async function look(who: Visitor, at: string, name: string): Promise<void> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 844 } });
  await context.addCookies([...who.cookies].map(([key, value]) => ({ name: key, value, url: site.origin })));
  const page = await context.newPage();
  await page.goto(at);
  if (shots !== undefined) {
    await page.screenshot({ path: `${shots}/${name}-390.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: `${shots}/${name}-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
  }
  for (const more of await page.locator("details").all()) await more.evaluate((part) => part.setAttribute("open", ""));
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
}

test("an association asks two hosts together on a telephone, one leads, and it ends with a quote", async () => {
  const { context, page } = await phone(member);
  await page.goto(`${site.origin}/about`);
  await page.getByRole("link", { name: "Demander quelque chose à plusieurs hébergeurs ensemble" }).click();
  await page.getByLabel("Qu’est-ce qu’il vous faut").fill("Un Nextcloud et une formation pour 12 personnes.");
  await page.getByLabel("Ajouter un hébergeur").fill("contact@hote-b.example");
  await page.getByLabel("Son nom, si vous le connaissez").fill("Hôte B");
  await page.getByRole("button", { name: "Ajouter" }).click();
  expect(await page.getByLabel("Qu’est-ce qu’il vous faut").inputValue()).toContain("Nextcloud"); // nothing is lost
  await look(member, page.url(), "ask");

  await page.getByRole("button", { name: "Relire ma demande" }).click();
  await page.getByRole("alert").getByText("Dites comment vous joindre").waitFor();
  await page.getByLabel("Comment vous joindre").fill("Lin, lin@fil.example");
  await page.getByLabel("Pour combien de personnes").fill("12");
  await page.getByLabel("Votre budget").fill("600");
  await page.getByRole("button", { name: "Relire ma demande" }).click();
  await page.getByText("Relisez : c’est ce que les hébergeurs liront").waitFor();
  const own = page.url();
  await look(member, own, "draft");
  await page.getByRole("button", { name: "Envoyer aux hébergeurs" }).click();
  await page.getByRole("status").getByText("C’est parti").waitFor();
  await page.getByText("Les hébergeurs répondent", { exact: true }).waitFor();

  await page.goto(`${site.origin}/association`);
  await page.getByRole("row", { name: "Les hébergeurs répondent" }).getByRole("link").click();
  expect(page.url()).toBe(own.replace(/\?.*$/, ""));
  await look(member, `${site.origin}/association`, "home");

  const desk = await phone(colleague);
  await eventually(async () => {
    await desk.page.goto(`${site.origin}/admin/askings`);
    return (await desk.page.getByRole("link", { name: registered.name }).count()) === 1;
  });
  await look(colleague, `${site.origin}/admin/askings`, "desk");
  await desk.page.goto(`${site.origin}/admin`);
  await desk.page.getByRole("heading", { name: `${registered.name} vous demande, avec d’autres hébergeurs` }).waitFor();
  await desk.page.getByRole("link", { name: "Lire et répondre" }).first().click();
  await look(colleague, desk.page.url(), "desk-asking");
  expect(await desk.page.getByText("lin@fil.example").count()).toBe(0);
  await desk.page.getByLabel("Oui, et nous pouvons prendre la tête").check();
  await desk.page.getByLabel("Hébergement").check();
  await desk.page.getByRole("button", { name: "Répondre" }).click();
  await desk.page.getByRole("status").getByText("C’est répondu").waitFor();

  const { token } = await site.db
    .selectFrom("askingHosts")
    .select("token")
    .where("way", "=", "email")
    .executeTakeFirstOrThrow();
  const theirs = `${site.origin}/together/host/${token}`;
  await look(colleague, theirs, "host");
  await desk.page.goto(theirs);
  await desk.page.getByLabel("Oui, si un autre prend la tête").check();
  await desk.page.getByLabel("Formation").check();
  await desk.page.getByRole("button", { name: "Répondre" }).click();
  await desk.page.getByRole("status").getByText("C’est noté").waitFor();

  await eventually(async () => {
    await page.goto(own);
    return (await page.getByRole("button", { name: "Choisir" }).count()) === 1;
  });
  await look(member, own, "choose");
  await page.getByRole("button", { name: "Choisir" }).click();
  await page.getByText("Un hébergeur prend la tête").waitFor();

  await eventually(async () => {
    await desk.page.goto(`${site.origin}/admin/askings`);
    await desk.page.getByRole("link", { name: registered.name }).click();
    return (await desk.page.getByText("lin@fil.example").count()) === 1;
  });
  await desk.page.getByLabel(/^Le devis/).fill("Nextcloud 100 Go et une journée de formation.");
  await desk.page.getByLabel("Montant total").fill("580");
  await desk.page.getByRole("button", { name: "Envoyer la proposition" }).click();
  await desk.page.getByRole("status").getByText("La proposition est partie").waitFor();

  await eventually(async () => {
    await page.goto(own);
    return (await page.getByRole("button", { name: "Accepter cette proposition" }).count()) === 1;
  });
  await page.getByText("Hôte B n’a pas encore donné son accord").waitFor();
  await look(member, own, "result");
  await page.getByRole("button", { name: "Accepter cette proposition" }).click();
  await page.getByText("vous avez accepté un devis").waitFor();
  await look(member, `${site.origin}/together/mine`, "mine");

  await page.goto(own);
  await page.getByText("Tout effacer").click();
  await page.getByRole("button", { name: "Effacer" }).click();
  await page.getByRole("heading", { name: "Tout est effacé" }).waitFor();
  expect((await page.goto(own))?.status()).toBe(404);
  expect((await page.goto(theirs))?.status()).toBe(404);
  for (const one of [context, desk.context]) await one.close();
});
