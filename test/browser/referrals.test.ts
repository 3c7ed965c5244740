import { expect, test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import { importSample } from "../../src/exchange/sample.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { startSite } from "../support/site.ts";
import { someReferrals } from "../support/some-referred.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

test("nothing is wrong on any page of referrals, on a phone of 320 pixels, without scripts", async () => {
  const browser = await openBrowser();
  await using site = await startSite();
  const options = { host: "la-pomme", publish: true, now: new Date() };
  await site.db.transaction().execute((tx) => importSample(tx, demonstration, options));
  await knowNeighbours(site.db, [{ id: "le-rucher" }], new Date(), demonstration);
  await signedIn(site);
  const paths = await someReferrals(site, "fichiers-et-agendas");
  const faults: string[] = [];
  await reading(browser, { viewport: { width: 320, height: 700 }, reducedMotion: "reduce" }, async (page) => {
    await page.goto(`${site.origin}/admin/sign-in`);
    await page.fill("#email", "administrator@example.org");
    await page.fill("#password", password);
    await page.click("main button.button-main");
    for (const path of paths) {
      const answer = await page.goto(site.origin + path);
      expect(answer?.status(), path).toBe(200);
      faults.push(...(await axeFaults(page)).map((fault) => `${path}: ${fault}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) faults.push(`${path}: ${width} pixels wide`);
    }
  });
  await browser.close();
  expect(faults).toEqual([]);
});
