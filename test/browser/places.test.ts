import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAvailability } from "../../src/availability/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { files, publish, say } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  await publish(site.db, "fichiers", files);
  await say(site.db, "fichiers", { state: "limited", slots: 2 });
  await signedIn(site, "editor");
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** What axe finds wrong, light and dark, and what is wider than the screen. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  for (const more of await page.locator("details").all()) await more.evaluate((part) => part.setAttribute("open", ""));
  const found = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFaults(page)));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return width > 320 ? [...found, `${page.url()} is ${width} pixels wide`] : found;
}

async function ask(page: Page, name: string): Promise<void> {
  await page.goto(`${site.origin}/offers/fichiers`);
  await page.getByRole("link", { name: "Demander une place" }).click();
  await page.getByLabel("Nom de votre association").fill(name);
  await page.getByLabel("Combien de personnes").fill("20");
  await page.getByLabel("Pour quoi faire").fill("Nos dossiers, avant le printemps.");
  await page.getByLabel("Comment vous joindre").fill("jardins@example.org");
  await page.waitForTimeout(3_100); // faster is what robots do
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await page.getByRole("status").getByText("Votre demande est partie").waitFor();
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.origin}/admin/requests`);
  await page.getByLabel("courriel").fill("editor@example.org");
  await page.getByLabel("passe").fill(password);
  await page.locator("main .button-main").click();
}

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  test("an association asks for a place, the host accepts it, and the association reads so", async () => {
    const name = `Jardins ${javaScriptEnabled}`;
    await reading(browser, { javaScriptEnabled }, async (asker) => {
      await ask(asker, name);
      const own = asker.url().replace("?done=sent", "");
      await reading(browser, { javaScriptEnabled }, async (host) => {
        await signIn(host);
        await host.getByRole("link", { name }).click();
        await host.getByText("Accepter", { exact: true }).click();
        await host.getByLabel("Un mot pour la suite").fill("Nous vous appelons lundi.");
        await host.getByRole("button", { name: "Accepter la demande" }).click();
        await host.getByRole("status").getByText("La demande est acceptée").waitFor();
      });
      await asker.goto(own);
      await asker.getByText("Acceptée : une place est pour vous").waitFor();
      await asker.getByText("Nous vous appelons lundi.").waitFor();
    });
  });
});

test("two acceptances have taken the two places, and the offer is closed", async () => {
  const { id } = await site.db.selectFrom("offers").select("id").executeTakeFirstOrThrow();
  expect(await findAvailability(site.db, id)).toMatchObject({ state: "closed", slots: 0 });
  await say(site.db, "fichiers", { state: "open" });
});

test("nothing is wrong on the form, on one’s own page, and at the desk, with everything opened", async () => {
  // Colours that are still changing have the contrast of neither.
  await reading(browser, { reducedMotion: "reduce" }, async (page) => {
    await page.goto(`${site.origin}/offers/fichiers/place`);
    expect(await faultsOf(page)).toEqual([]);
    await page.waitForTimeout(3_100);
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await page.getByRole("alert").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await ask(page, "Radio Bocage");
    expect(await faultsOf(page)).toEqual([]);
    await signIn(page);
    await page.getByRole("link", { name: "Radio Bocage" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Radio Bocage" }).click();
    await page.getByRole("heading", { level: 1, name: "Radio Bocage" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

test("the keyboard goes from field to field and never into the trap, and an error takes it to its field", async () => {
  await reading(browser, {}, async (page) => {
    await page.goto(`${site.origin}/offers/fichiers/place`);
    await page.getByLabel("Nom de votre association").focus();
    const visited = [];
    for (let i = 0; i < 5; i += 1) {
      visited.push(
        await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim()),
      );
      await page.keyboard.press("Tab");
    }
    expect(visited).toEqual(["name", "people", "message", "contact", "Envoyer la demande"]);
    await page.waitForTimeout(3_100);
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("name");
  });
});
