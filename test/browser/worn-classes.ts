import type { Page } from "playwright-core";
import { joined, sheetNames } from "../../src/web/sheets.ts";

const classesOf = (sheet: string): readonly string[] =>
  [...sheet.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].flatMap(([, name]) => name ?? []);

const byName = new Map(sheetNames.map((name) => [`${name}.css`, classesOf(joined(name))]));
const known = new Set([...byName.values()].flat());

/** Which classes a page wears without loading the sheet that dresses them, in words: a part was put on it, and its style was not. */
export async function unstyledOn(page: Page): Promise<readonly string[]> {
  const { sheets, worn } = await page.evaluate(() => {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const dressed = [...document.querySelectorAll("[class]")];
    return {
      sheets: links.map((link) => (link.getAttribute("href") ?? "").replace(/^.*\//, "")),
      worn: [...new Set(dressed.flatMap((element) => [...element.classList]))],
    };
  });
  const loaded = new Set(sheets.flatMap((name) => byName.get(name) ?? []));
  return worn.filter((name) => known.has(name) && !loaded.has(name)).map((name) => `class ${name} has no style here`);
}
