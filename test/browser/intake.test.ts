import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftFunding } from "../../src/funding/changes.ts";
import { openOrHold } from "../../src/funding/holding.ts";
import { asked, must, someFunding, someParty } from "../support/funding.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let code: string;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  code = (await someFunding(site.db, new Date())).code;
  await site.db.transaction().execute(async (tx) => {
    const requester = await someParty(tx, new Date());
    const draft = must(await draftFunding(tx, asked({ title: "Un wiki" }), { requester, now: new Date() }));
    must(await openOrHold(tx, draft.code, { by: requester.id, now: new Date() }));
    const reported = { id: "form:x", objects: [`${site.origin}/funding/${code}`], content: "C’est une arnaque." };
    await tx
      .insertInto("reports")
      .values({ ...reported, contact: "eve@example.org" })
      .execute();
  });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** What axe finds wrong, light and dark, and what is wider than a small telephone. */
async function faults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFaults(page)));
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > 320 ? [...found, `${page.url()} is ${width} pixels wide`] : found;
}

test.each(["fr-FR", "en-GB"])(
  "the pages around what people write are for all readers (%s)",
  async (locale) => {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 640 } });
    const colleague = await signedIn(site, "administrator", `${locale.toLowerCase()}@example.org`);
    const cookies = [...colleague.cookies].map(([name, value]) => ({ name, value, url: site.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const paths = ["/funding/compose", `/funding/${code}/compose`, `/funding/${code}/report`, "/f/22222222"];
    for (const path of [...paths, "/admin/funding/held", "/admin/messages/reports"]) {
      await page.goto(`${site.origin}${path}`);
      expect(await faults(page), path).toEqual([]);
    }
    await page.goto(`${site.origin}/funding/compose`);
    await page.locator("main button[type=submit]").click();
    expect(await page.locator("[aria-invalid=true]").count()).toBe(1);
    expect(await faults(page), "refused").toEqual([]);
    await context.close();
  },
  180_000,
);
