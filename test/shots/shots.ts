// `npm run shots [FOLDER]`: pictures of every page, at 1280 and at 390 pixels, light and dark, for people to look at.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../browser/browser.ts";
import { walk } from "../support/walk.ts";
import { openInstance } from "./instance.ts";

const folder = process.argv[2] ?? "shots";
const looks = [
  { name: "1280", width: 1280, colorScheme: "light" },
  { name: "390", width: 390, colorScheme: "light" },
  { name: "1280-dark", width: 1280, colorScheme: "dark" },
  { name: "390-dark", width: 390, colorScheme: "dark" },
] as const;

await mkdir(folder, { recursive: true });
await using instance = await openInstance();
const browser = await openBrowser();
try {
  for (const look of looks) await shoot(browser, look);
} finally {
  await browser.close();
}

async function shoot(browser: Browser, { name, width, colorScheme }: (typeof looks)[number]): Promise<void> {
  const { origin, email, password } = instance;
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const take = async (path: string) => {
    const file =
      path === "/"
        ? "home"
        : path
            .slice(1)
            .replaceAll(/[^A-Za-z0-9@.-]+/g, "_")
            .slice(0, 80);
    // No browser draws more than so much at once; what is longer shows its beginning.
    const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 12_000);
    const clip = { x: 0, y: 0, width, height };
    await page.screenshot({ path: join(folder, `${file}.${name}.png`), fullPage: true, clip });
  };
  const outside = await walk(page, origin, ["/", "/admin/sign-in", "/nothing"], take);
  await page.goto(`${origin}/admin/sign-in`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("main button.button-main");
  const inside = await walk(page, origin, ["/admin"], take);
  process.stdout.write(`${name}: ${new Set([...outside, ...inside]).size} pages\n`);
  await context.close();
}
