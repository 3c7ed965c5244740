// `npm run sobriety`: measures what the public pages weigh, for the page that says it (`src/hosts/data/sobriety.json`).
import { writeFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { projectPath } from "../../src/foundation/project-path.ts";
import { openBrowser } from "../browser/browser.ts";
import { openInstance } from "./instance.ts";

interface Weight {
  readonly page: "home" | "offer" | "about";
  /** As it comes over the network, fonts and pictures included, nothing kept from before. */
  readonly bytes: number;
  readonly requests: number;
  readonly elements: number;
}

await using instance = await openInstance();
const browser = await openBrowser();
try {
  const { origin } = instance;
  const offer = /href="(\/offers\/[a-z0-9-]+)"/.exec(await (await fetch(origin)).text())?.[1] ?? "/";
  const pages = [
    await weigh(browser, "home", origin),
    await weigh(browser, "offer", origin + offer),
    await weigh(browser, "about", `${origin}/about`),
  ];
  const measured = { measured: new Date().toISOString().slice(0, 10), pages };
  await writeFile(projectPath("src/hosts/data/sobriety.json"), `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(
    `${pages.map(({ page, bytes, requests }) => `${page}: ${bytes} bytes, ${requests} requests`).join("\n")}\n`,
  );
} finally {
  await browser.close();
}

async function weigh(browser: Browser, name: Weight["page"], address: string): Promise<Weight> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let [bytes, requests] = [0, 0];
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await session.send("Network.enable");
    await page.goto(address, { waitUntil: "networkidle" });
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    return { page: name, bytes, requests, elements };
  } finally {
    await context.close();
  }
}
