import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAvailability } from "../../src/availability/queries.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { startBareSite } from "../support/site.ts";
import { openBrowser, reading } from "./browser.ts";
import { setUpBy } from "./first-steps.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = { width: 390, height: 844 };

test.each([false, true])(
  "somebody new goes from the printed link to a published offer with a logo, and changes its availability on a phone (scripts: %s)",
  async (javaScriptEnabled) => {
    await using site = await startBareSite();
    const logo = await sharp({ create: { width: 300, height: 300, channels: 3, background: "#6a1b47" } })
      .png()
      .toBuffer();
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await setUpBy(page, site, async (name) => {
        if (name === "face")
          await page
            .locator("input[type=file]")
            .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
      });
      await page.getByRole("link", { name: "Offres", exact: true }).first().click();
      await page.locator("tbody th a").first().click();
      await page.getByRole("link", { name: "Relire et publier" }).click();
      await page.getByRole("button", { name: "Publier l’offre" }).click();
      await page.getByText("L’offre est publiée").waitFor();
      await page.setViewportSize(phone);
      await page.getByRole("link", { name: "Disponibilités" }).click();
      await page
        .getByRole("button", { name: /^Ouvert/ })
        .first()
        .click();
      await page.getByRole("status").getByText("C’est dit.").waitFor();
      await page.goto(site.origin);
      expect(await page.locator("header img").count()).toBe(1);
      await page.locator(".card a").first().click();
      await page.getByRole("link", { name: "Demander une place" }).first().waitFor();
    });
    const [offer] = await listOffers(site.db, { states: ["published"] });
    expect(offer && (await findAvailability(site.db, offer.id))?.state).toBe("open");
  },
);
