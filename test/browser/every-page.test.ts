import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import { importSample } from "../../src/exchange/sample.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { shapeOf, walk } from "../support/walk.ts";
import { password, signedIn } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  const options = { host: "la-pomme", publish: true, now: new Date() };
  await site.db.transaction().execute((tx) => importSample(tx, demonstration, options));
  await knowNeighbours(site.db, [{ id: "le-rucher" }, { id: "la-loutre", trust: 2 }], new Date(), demonstration);
  await signedIn(site);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** What axe finds wrong, light and dark, and what is wider than the screen, in words. */
async function faultsOf(page: Page, path: string): Promise<readonly string[]> {
  const light = await axeFaults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeFaults(page, "color-contrast");
  await page.emulateMedia({ colorScheme: "light" });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const wide = width > (page.viewportSize()?.width ?? 0) ? [`${path}: ${width} pixels wide`] : [];
  return [...[...light, ...dark].map((fault) => `${path}: ${fault}`), ...wide];
}

async function enter(page: Page): Promise<void> {
  await page.goto(`${site.origin}/admin/sign-in`);
  await page.fill("#email", "administrator@example.org");
  await page.fill("#password", password);
  await page.click("main button.button-main");
}

test("nothing is wrong on any page, light or dark, on a phone of 320 pixels", async () => {
  await reading(browser, { viewport: { width: 320, height: 700 }, reducedMotion: "reduce" }, async (page) => {
    const faults: string[] = [];
    const look = async (path: string) => void faults.push(...(await faultsOf(page, path)));
    const outside = await walk(page, site.origin, ["/", "/admin/sign-in", "/nothing"], look);
    await enter(page);
    const inside = await walk(page, site.origin, ["/admin"], look);
    expect(faults).toEqual([]);
    expect(outside.length).toBeGreaterThan(10);
    expect(inside.length).toBeGreaterThan(5);
  });
}, 400_000);

test("nothing is wrong on any page that a form comes back with", async () => {
  await reading(browser, { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" }, async (page) => {
    await enter(page);
    const found = new Map<string, Form>();
    await walk(page, site.origin, ["/admin", "/"], async (path) => {
      for (const { action, index } of await formsOf(page))
        if (!found.has(shapeOf(action)) && !keepsOut.test(action)) found.set(shapeOf(action), { path, action, index });
    });
    const faults: string[] = [];
    for (const form of found.values()) faults.push(...(await faultsOfEmpty(page, form)));
    expect(faults).toEqual([]);
  });
}, 400_000);

/** A form, and where it stands: the so-manyth on its page. */
interface Form {
  readonly path: string;
  readonly action: string;
  readonly index: number;
}

/** Signing out, and what ends something for good, would end the walk. */
const keepsOut = /sign-out|language|\/(end|delete|remove|erase|drop|withdraw|archive|block)\b/;

/** Those of passkeys are answered by their script, on the same page (`entrance.test.ts`). */
const forms = "form[method=post]:not([data-passkey])";

const formsOf = (page: Page): Promise<readonly Omit<Form, "path">[]> =>
  page.evaluate(
    (some) =>
      [...document.querySelectorAll(some)].map((form, index) => {
        return { action: form.getAttribute("action") ?? location.pathname, index };
      }),
    forms,
  );

async function faultsOfEmpty(page: Page, { path, action, index }: Form): Promise<readonly string[]> {
  await page.goto(site.origin + path);
  const form = page.locator(forms).nth(index);
  if ((await form.count()) === 0) return []; // what was sent before has changed this page
  for (const field of await form
    .locator("input:not([type=hidden],[type=radio],[type=checkbox],[type=file]),textarea")
    .all())
    if (await field.isVisible()) await field.fill("");
  const [answer] = await Promise.all([page.waitForNavigation(), form.evaluate(submit)]);
  const status = answer?.status() ?? 0;
  if (status >= 500) return [`${action} answered ${status}`];
  return status === 422 ? faultsOf(page, `${action} sent empty from ${path}`) : [];
}

function submit(form: Element): void {
  if (!(form instanceof HTMLFormElement)) return;
  form.noValidate = true;
  setTimeout(() => form.requestSubmit());
}
