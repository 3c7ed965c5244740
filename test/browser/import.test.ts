import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  await signedIn(site, "editor");
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const file = (tagLine: string) => ({
  name: "librehost.json",
  mimeType: "application/json",
  buffer: Buffer.from(
    JSON.stringify({
      "@context": "https://schema.org",
      name: "La Pomme",
      homeUrl: "https://pomme.example/",
      tagLine,
      description: "Texte du fichier",
    }),
  ),
});
const profile = async () => {
  const host = await findHost(site.db);
  if (host === null) throw new Error("nobody hosts here");
  return host.profile;
};

/** Without scripts, a page that shows a long work is looked at again by its link. */
async function comes(page: Page, title: string): Promise<void> {
  await eventually(async () => {
    if (await page.getByText(title).first().isVisible()) return true;
    await page.reload();
    return false;
  });
}

test.each([false, true])(
  "a host takes in a file over what it wrote, and keeps what it wants (scripts: %s)",
  async (javaScriptEnabled) => {
    const tagline = `Vos outils, ici ${javaScriptEnabled}`;
    await site.db
      .transaction()
      .execute(async (tx) =>
        changeHost(tx, { ...(await profile()), tagline: null, summary: "Notre texte" }, new Date()),
      );
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${site.origin}/admin/exchange`);
      await page.getByLabel("Votre adresse de courriel").fill("editor@example.org");
      await page.getByLabel("Votre mot de passe").fill(password);
      await page.getByRole("button", { name: "Entrer", exact: true }).click();
      await page.getByLabel("Un fichier").setInputFiles(file(tagline));
      await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
      await comes(page, "Reprendre tout cela");
      const row = page.getByRole("row", { name: "Présentation" });
      expect(await row.textContent()).toContain("Notre texte");
      await row.getByRole("checkbox").check();
      if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Reprendre tout cela" }).click();
      await comes(page, "C’est repris.");
    });
    expect(await profile()).toMatchObject({ tagline, summary: "Notre texte" });
  },
);
