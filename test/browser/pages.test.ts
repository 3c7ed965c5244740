import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { files, lists, publish, say, withdraw } from "../web/offers.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading, type Served, servePages } from "./browser.ts";

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
let browser: Browser;
let site: Served;
let theirs: Served;

beforeAll(async () => {
  browser = await openBrowser();
  theirs = await servePages({ name: "Leur serveur" });
  const news = [
    {
      author: "Mille Sabots",
      content: "Nos places sont prises.",
      published: new Date(),
      url: "https://sabots.example/1",
    },
  ];
  site = await servePages({
    news,
    notes: news,
    demonstration: true,
    followTemplate: async (account) => (account.startsWith("asso@") ? `${theirs.origin}/about?uri={uri}` : null),
  });
  const { db } = site.pages;
  await publish(db, "fichiers", files);
  await publish(db, "listes", lists);
  await publish(db, "agenda", files);
  await publish(db, "retiree", files);
  const territory = { codes: ["reg:84", "com:31555", "dep:974"], policy: "fallback" as const };
  await publish(db, "lyon", { ...files, territory }, ago(310));
  await withdraw(db, "retiree");
  await say(db, "fichiers", {
    state: "limited",
    slots: 7,
    nextOpening: "2099-03-01",
    message: "Deux semaines d’installation.",
  });
  await say(db, "agenda", {
    state: "between-waves",
    nextOpening: "2099-03-01",
    waves: [{ opens: "2099-03", until: null, places: 24, note: null }],
  });
});

// An offer that has lived: open, silent, full, and open again.
beforeAll(async () => {
  await say(site.pages.db, "lyon", { state: "open", slots: 12 }, ago(300));
  await say(site.pages.db, "lyon", { state: "waiting-list" }, ago(150));
  await say(site.pages.db, "lyon", { state: "ending" }, ago(100));
  await say(site.pages.db, "lyon", { state: "limited", slots: 2 }, ago(20));
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await theirs[Symbol.asyncDispose]();
  await browser.close();
});

const addresses = [
  "/",
  "/about",
  "/offers/fichiers",
  "/offers/fichiers?quantity.GB=3",
  "/offers/listes",
  "/offers/agenda",
  "/offers/lyon",
  "/offers/retiree",
  "/@la_pomme",
  "/@disponibilites",
  "/@instance",
  "/nothing",
];

describe.each(addresses)("%s", (address) => {
  test.each(["light", "dark"] as const)("has nothing that axe finds wrong, in the %s", async (colorScheme) => {
    const violations = await reading(browser, { colorScheme }, async (page) => {
      await page.goto(site.origin + address);
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  });

  test("fits a screen of 320 pixels, and one of 640 at twice the size", async () => {
    const widths = await reading(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(site.origin + address);
      return page.evaluate(() => document.documentElement.scrollWidth);
    });
    expect(widths).toBeLessThanOrEqual(320);
  });

  test("asks nothing of anyone else, and breaks no rule of its own policy", async () => {
    await reading(browser, {}, async (page) => {
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(site.origin)) elsewhere.push(request.url());
      });
      page.on("console", (message) => {
        if (!message.text().includes("Failed to load resource")) complaints.push(message.text());
      });
      await page.goto(site.origin + address);
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  test("an association finds what an offer costs for it", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(site.origin);
      await page
        .getByRole("heading", { name: "Partager des fichiers et des agendas" })
        .first()
        .getByRole("link")
        .click();
      await page.getByLabel("Espace").fill("50");
      await page.getByLabel("oui").check();
      await page.getByRole("button", { name: "Calculer le prix" }).click();
      await page.getByRole("table", { name: "Détail du prix" }).getByText("15\u00a0€", { exact: true }).waitFor();
      expect(new URL(page.url()).hash).toBe("#calculator");
      await page.getByLabel("Espace").fill("2");
      await page.getByRole("button", { name: "Calculer le prix" }).click();
      await page.getByRole("alert").getByRole("link").click();
      expect(await page.getByLabel("Espace").evaluate((field) => field === document.activeElement)).toBe(true);
    });
  });

  test("a person follows from her own server", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${site.origin}/offers/fichiers`);
      await page.getByLabel("Votre adresse").fill("asso");
      await page.getByRole("button", { name: "Suivre" }).click();
      await page.getByRole("alert").waitFor();
      await page.getByLabel("Votre adresse").fill("@asso@leur.example");
      await page.getByRole("button", { name: "Suivre" }).click();
      await page.waitForURL((url) => url.origin === theirs.origin);
      expect(new URL(page.url()).searchParams.get("uri")).toMatch(new RegExp(`^${site.origin}/ap/actors/`));
    });
  });

  test("a reader changes the language and keeps her place", async () => {
    await reading(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(`${site.origin}/about`);
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("heading", { level: 1, name: "Who we are" }).waitFor();
      expect(page.url()).toBe(`${site.origin}/about`);
    });
  });
});

test("the keyboard reaches everything in order, and one sees where it is", async () => {
  await reading(browser, {}, async (page) => {
    await page.goto(site.origin);
    const seen: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const host = element.closest(".card") ?? element;
        const outline = [element, host].some((one) => getComputedStyle(one).outlineStyle !== "none");
        return { name: element.textContent?.trim() || element.id, outline, body: element === document.body };
      });
      if (here.body) break;
      expect(here.outline, here.name).toBe(true);
      seen.push(here.name);
    }
    expect(seen[0]).toBe("Aller au contenu");
    expect(seen).toContain("account-la_pomme");
    expect(seen.at(-1)).toBe("Flux Atom");
    await page.goto(site.origin);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });
});

describe.each(["light", "dark"] as const)("on a phone, in the %s", (colorScheme) => {
  const phone = { colorScheme, viewport: { width: 390, height: 844 } };

  test("what is folded away is readable too: departments, and a year of availability", async () => {
    await reading(browser, phone, async (page) => {
      await page.goto(`${site.origin}/offers/lyon`);
      for (const summary of await page.locator("details summary").all()) await summary.click();
      expect(await page.locator("details[open]").count()).toBe(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  test("no label of a drawing touches another or leaves its drawing", async () => {
    await reading(browser, phone, async (page) => {
      for (const quantity of [5, 10, 20, 50, 100, 200]) {
        await page.goto(`${site.origin}/offers/lyon?quantity.GB=${quantity}&member=yes`);
        const boxes = await page.locator("figure svg[role=img]").evaluateAll((drawings) =>
          drawings.flatMap((drawing) => {
            const frame = drawing.getBoundingClientRect();
            const labels = [...drawing.querySelectorAll("text")].map((label) => label.getBoundingClientRect());
            const touching = labels.filter((one, index) =>
              labels.some(
                (other, at) =>
                  at < index &&
                  one.left < other.right &&
                  other.left < one.right &&
                  one.top + 2 < other.bottom &&
                  other.top + 2 < one.bottom,
              ),
            );
            const outside = labels.filter((one) => one.left < frame.left - 1 || one.right > frame.right + 1);
            return [...touching, ...outside].map(({ left, top }) => `${left} ${top}`);
          }),
        );
        expect(boxes, `${quantity} GB`).toEqual([]);
      }
    });
  });
});

test("the curve shows what each quantity costs", async () => {
  const wanted = { 5: 2.5, 10: 5, 20: 7.5, 50: 15, 100: 27.5, 200: 37.5 };
  await reading(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
    for (const [quantity, price] of Object.entries(wanted)) {
      await page.goto(`${site.origin}/offers/lyon?quantity.GB=${quantity}&member=yes`);
      const drawn = await page.locator(".chart svg").evaluate((drawing) => {
        const labels = [...drawing.querySelectorAll("text:not(.chart-strong)[text-anchor=end]")].map((label) => ({
          amount: Number.parseFloat((label.textContent ?? "").replace(",", ".")),
          money: label.textContent?.includes("€"),
          y: Number(label.getAttribute("y")) - 4.5,
        }));
        const [zero, top] = [labels.find(({ amount }) => amount === 0), labels.findLast(({ money }) => money)];
        const here = drawing.querySelector(".chart-here");
        const part = (Number(here?.getAttribute("cy")) - (zero?.y ?? 0)) / ((top?.y ?? 0) - (zero?.y ?? 0));
        return { price: part * (top?.amount ?? 0), points: drawing.querySelectorAll(".chart-point").length };
      });
      expect(drawn.points).toBe(4);
      expect(Math.abs(drawn.price - price)).toBeLessThan(0.1);
    }
  });
});
