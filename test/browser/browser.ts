import { createServer } from "node:net";
import { serve } from "@hono/node-server";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { freshDatabase } from "../support/database.ts";
import { openPages, type PageSettings, type Pages } from "../web/pages.ts";

// Not the package's own arguments: its --single-process dies with the second context.
const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium; `CHROME_PATH` names another one. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: process.env["CHROME_PATH"] ?? (await chromium.executablePath()), args });
}

export interface Served extends AsyncDisposable {
  readonly origin: string;
  readonly pages: Pages;
}

/** The public pages on a port of their own. */
export async function servePages(settings: PageSettings = {}): Promise<Served> {
  const database = await freshDatabase();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const pages = await openPages(database.url, { ...settings, origin });
  const server = serve({ fetch: pages.app.fetch, port, hostname: "localhost" });
  return {
    origin,
    pages,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await pages.close();
      await database.drop();
    },
  };
}

/** Opens a page as a reader would who asked for French, and closes it when `use` is done. */
export async function reading<Result>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 }, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
