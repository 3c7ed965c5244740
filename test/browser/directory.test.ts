import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillCatalogue } from "../../src/site-catalogue.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { sample } from "../support/sample/sample.ts";
import { files, publish, say } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading, type Served, servePages } from "./browser.ts";

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await openBrowser();
  served = await servePages();
  const { pages, origin } = served;
  const now = new Date();
  await publish(pages.db, "fichiers", files, now);
  await say(pages.db, "fichiers", { state: "limited", slots: 7 }, now);
  await fillCatalogue(pages.db, origin);
  const neighbours = sample().hosts.map(({ id }, at) => ({ id, trust: at % 4 === 3 ? (2 as const) : (4 as const) }));
  await knowNeighbours(pages.db, neighbours, now);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await browser.close();
});

const phone = { viewport: { width: 320, height: 700 } };
const found = (page: Page) => page.locator("#found").textContent();

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("looking for a host %s", (_, javaScriptEnabled) => {
  test("somebody says what and where, narrows it, and takes a choice away again", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${served.origin}/directory`);
      await page.fill("#q", "fichiers");
      await page.fill("#territory", "Strasbourg (67)");
      await page.click("button:has-text('Trouver')");
      expect(page.url()).toBe(`${served.origin}/directory?q=fichiers&territory=com%3A67482#results`);
      expect(await page.inputValue("#territory")).toBe("Strasbourg");
      const before = await found(page);
      await page.check("input[name=need][value=file-sharing]");
      await page.click("button:has-text('Appliquer')");
      expect(page.url()).toContain("q=fichiers&need=file-sharing&territory=com%3A67482");
      expect(await page.isChecked("input[name=need][value=file-sharing]")).toBe(true);
      await page.click(".tag-remove:has-text('Partage et synchronisation')");
      expect(await found(page)).toBe(before);
    });
  });

  test("on a phone, the filters wait behind a link, and go away again", async () => {
    await reading(browser, { javaScriptEnabled, ...phone }, async (page) => {
      await page.goto(`${served.origin}/directory`);
      expect(await page.isVisible("input[name=need]")).toBe(false);
      await page.click("a:has-text('Affiner')");
      expect(await page.isVisible("input[name=need]")).toBe(true);
      await page.click("a:has-text('Fermer')");
      expect(await page.isVisible("input[name=need]")).toBe(false);
    });
  });

  test("somebody in one of several places of a name chooses, and what was ticked stays", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${served.origin}/directory?need=file-sharing&territory=Saint-Denis`);
      await page.click(".notice a:has-text('La Réunion')");
      expect(page.url()).toContain("need=file-sharing&territory=com%3A97411");
    });
  });

  test("a department of the map leads to what is there for it", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${served.origin}/directory/map`);
      await page.getByRole("link", { name: "Bas-Rhin : 1 hébergeur" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/territory=dep%3A67/);
      expect(await page.inputValue("#territory")).toBe("Bas-Rhin");
    });
  });
});

test("a search is made, and an offer opened, by keyboard alone", async () => {
  await reading(browser, {}, async (page) => {
    await page.goto(`${served.origin}/directory`);
    await page.focus("#q");
    await page.keyboard.type("nextcloud");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=nextcloud/);
    // What was found comes next: the reader does not walk through all filters again.
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest("#results") !== null);
    expect(inside).toBe(true);
    await page.locator(".card-title a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/offers\//);
  });
});

test.each(["/directory", "/directory/hosts/arn.example"])(
  "the first card of %s stands where its list begins, with its pin",
  async (path) => {
    await reading(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(served.origin + path);
      const list = page.locator(".grid:has(> .card)").first();
      const [whole, first] = [await list.boundingBox(), await list.locator(".card").first().boundingBox()];
      expect([first?.x, first?.y]).toEqual([whole?.x, whole?.y]);
      const pin = await list.locator(".card-where use").first().boundingBox();
      expect(pin?.height).toBeGreaterThan(8);
    });
  },
);

test("the boxes of a comparison are reached above the card that is one link", async () => {
  await reading(browser, {}, async (page) => {
    await page.goto(`${served.origin}/directory`);
    await page.locator(".card-compare").nth(0).click();
    await page.locator(".card-compare").nth(1).click();
    await page.click("button:has-text('Comparer les offres cochées')");
    expect(new URL(page.url()).searchParams.getAll("offer")).toHaveLength(2);
  });
});

test.each([
  "/directory?trust=all&q=nexcloud&price_max=20&gb=40",
  "/directory?territory=Saint-Denis&need=flying",
  "/directory?territory=Trifouillis",
  "/directory?q=xylophone&need=pad",
  "/directory/map",
  "/directory/hosts/arn.example",
  "/directory/hosts/arn.example/offers/arn-groupe",
  "/directory/hosts/nobody.example",
  "/",
])(
  "nothing is wrong with %s, light or dark, on a phone of 320 pixels",
  async (path) => {
    await reading(browser, { ...phone, reducedMotion: "reduce" }, async (page) => {
      expect(await faultsOf(page, path)).toEqual([]);
    });
  },
  200_000,
);

async function faultsOf(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(served.origin + path);
  const light = await axeFaults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFaults(page, "color-contrast");
  await page.emulateMedia({ colorScheme: "light" });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const wide = width > (page.viewportSize()?.width ?? 0) ? [`${path}: ${width} pixels wide`] : [];
  return [...[...light, ...dark].map((fault) => `${path}: ${fault}`), ...wide];
}
