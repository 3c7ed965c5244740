import { serve } from "@hono/node-server";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { freshDatabase } from "../support/database.ts";
import { ownPort } from "../support/own-port.ts";
import { openPages, type PageSettings, type Pages } from "../web/pages.ts";
import { chromiumPath } from "./chromium.ts";

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

const patience = 120_000;

/** A real Chromium; `CHROME_PATH` names another one. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROME_PATH"] ?? (await chromiumPath());
  const browser = await playwright.launch({ executablePath, args, timeout: patience });
  return browser.on("context", (context) => context.setDefaultTimeout(patience));
}

export interface Served extends AsyncDisposable {
  readonly origin: string;
  readonly pages: Pages;
}

/** The public pages on a port of their own. */
export async function servePages(settings: PageSettings = {}): Promise<Served> {
  const database = await freshDatabase();
  const port = await ownPort();
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
