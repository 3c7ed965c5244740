import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeProposal } from "../../src/funding/proposals.ts";
import { goals, lived, lives, promised } from "../support/campaigns.ts";
import { must, promise, someFunding, someParty } from "../support/funding.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading, type Served, servePages } from "./browser.ts";

let browser: Browser;
let site: Served;
/** Every page that there is to look at, by what it shows. */
const pages = new Map<string, string>();

beforeAll(async () => {
  browser = await openBrowser();
  const opened = new Date();
  site = await servePages({
    ...{
      interest: { likes: 12, boosts: 4, votes: [{ label: "20 €", count: 3 }] },
      payment: "https://caisse.example/velo",
    },
    elsewhere: [
      {
        ...{ title: "Un serveur de vidéos", url: "/funding/elsewhere/1", origin: "https://valdorsene.example" },
        ...{ requester: "Ciné-club du Lavoir", goal: { amount: 90_000, participants: null, currency: "EUR" } },
        ...{ total: 70_000, participants: 9, closes: new Date(opened.getTime() + 86_400_000), state: "open" as const },
        ...{ needs: [], territories: [], language: "fr", asOf: opened },
      },
    ],
  });
  const { db } = site.pages;
  const long = await someFunding(db, opened, {
    ...{ title: "Un planning-de-bénévoles relié à Paheko", kind: "shared-development", license: "AGPL-3.0-or-later" },
    ...{ goal: goals["minimum-then-optimum"], deadline: dayFrom(opened, 40), extension: dayFrom(opened, 60) },
    ...{ beneficiaries: "Toutes.", returns: "Le module.", helpWanted: "Des essais.", territories: ["dep:69"] },
  });
  await promised(db, long, "Foyer de Lignol-sur-Orsène", promise(15_000), opened);
  await promised(db, long, "Radio Bocage", promise(8_000, { visibility: "amount-hidden" }), opened);
  await promised(db, long, "Personne", promise(8_000, { visibility: "anonymous" }), opened);
  await promised(db, long, "Jardins", promise(2_000, { condition: { total: 99_999, participants: 9 } }), opened);
  const help = { amount: null, help: { count: 2, unit: "day" as const } };
  await promised(db, long, "Compagnie", { ...promise(0), ...help }, opened, "deux demi-journées d’essais");
  await db.transaction().execute(async (tx) => {
    const { id: by } = await someParty(tx, opened, "Tilleul & Compagnie");
    const answer = {
      amount: 180_000,
      currency: "EUR",
      period: null,
      ready: "2027-04-01",
      terms: "Deux ans.",
      url: null,
    };
    must(
      await makeProposal(tx, long.code, { ...answer, visibility: "everyone", text: "Dix jours." }, { by, now: opened }),
    );
  });
  pages.set("a request with everything", `/funding/${long.code}`).set("its poster", `/funding/${long.code}/poster`);
  for (const life of lives) {
    const mode = life === "open" ? "headcount" : life === "committed" ? "recurring" : "all-or-nothing";
    const { code } = await lived(db, mode, life, opened);
    pages.set(`a request that is ${life}`, `/funding/${code}`);
  }
  pages.set("the list", "/funding").set("the list of what is over", "/funding?state=done");
  pages.set("an empty list", "/funding?q=zzz").set("a place that nobody knows", "/funding?territory=Nullepart");
  pages.set("the home", "/").set("the look", "/about/design");
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

const dayFrom = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults = [...(await axeFaults(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axeFaults(page, "color-contrast")));
  await page.emulateMedia({ colorScheme: "light" });
  return faults.map((fault) => `${name}: ${fault}`);
}

describe("the pages of funding requests", () => {
  test.each([
    ["fr-FR", 1280],
    ["en-GB", 320],
  ])(
    "have nothing that axe finds wrong, light and dark, in %s and %i pixels wide, and fit there",
    async (locale, width) => {
      const faults: string[] = [];
      await reading(browser, { locale, viewport: { width, height: 800 }, reducedMotion: "reduce" }, async (page) => {
        for (const [name, path] of pages) {
          await page.goto(site.origin + path);
          faults.push(...(await faultsOf(page, name)));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          if (wide > width) faults.push(`${name}: ${wide} pixels wide`);
        }
      });
      expect(faults).toEqual([]);
    },
    180_000,
  );

  test("put the poster alone on one sheet of paper", async () => {
    await reading(browser, {}, async (page) => {
      await page.goto(site.origin + (pages.get("its poster") ?? ""));
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".site-header").isVisible()).toBe(false);
      expect(await page.getByText("Imprimez cette page").isVisible()).toBe(false);
      expect(await page.locator(".poster .qr").isVisible()).toBe(true);
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    });
  });

  test("are read aloud as one sentence, and lead by keyboard to where one promises", async () => {
    await reading(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(site.origin + (pages.get("a request with everything") ?? ""));
      const said = "310\u00a0€ promis sur 900\u00a0€, 3 participants, encore 41 jours";
      expect(await page.getByRole("img", { name: said }).count()).toBe(1);
      const button = page.getByRole("link", { name: "Participer", exact: true });
      await button.focus();
      expect(await button.getAttribute("href")).toMatch(/^\/funding\/\w+\/pledge$/);
      await page.getByRole("link", { name: "L’affiche à imprimer" }).click();
      expect(page.url()).toMatch(/\/poster$/);
    });
  });
});
