import type { Page } from "playwright-core";

/** Follows the links of a site from some pages on, and calls `visit` on one page of each shape. Returns the paths that it was on. */
export async function walk(
  page: Page,
  origin: string,
  starts: readonly string[],
  visit: (path: string) => Promise<void>,
): Promise<readonly string[]> {
  const waiting = [...starts];
  const shapes = new Set<string>();
  const visited: string[] = [];
  while (waiting.length > 0) {
    const path = waiting.shift() as string;
    if (shapes.has(shapeOf(path)) || !isPage(path)) continue;
    shapes.add(shapeOf(path));
    const answer = await page.goto(origin + path);
    const here = page.url().slice(origin.length).replace(/#.*$/, "");
    if (here !== path && shapes.has(shapeOf(here))) continue;
    shapes.add(shapeOf(here));
    if ((answer?.status() ?? 0) >= 500) throw new Error(`${path} answered ${answer?.status()}`);
    visited.push(here);
    await visit(here);
    waiting.push(...(await linksOf(page, origin)));
  }
  return visited;
}

/** What is the same page of something else: one offer stands for all. */
export function shapeOf(path: string): string {
  const { pathname, searchParams } = new URL(path, "http://here");
  const plain = pathname
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\/\d+(?=\/|$)/g, "…")
    .replace(/(\/offers)\/(?!new\b)[^/]+/, "$1/…")
    .replace(/(\/directory\/hosts)\/[^/]+/, "$1/…")
    .replace(/(\/funding)\/[2-9bcdfghjkmnpqrstvwxz]{4,8}(?=\/|$)/, "$1/…")
    .replace(/^\/(@[^/]+)/, (name) => (name === "/@disponibilites" || name === "/@instance" ? name : "/@…"));
  // Every search of the directory is one page: `directory.test.ts` looks at their kinds.
  if (plain === "/directory") return `${plain} ${searchParams.size > 0 ? "…" : ""}`;
  return `${plain} ${[...searchParams.keys()].sort().join(" ")}`;
}

const isPage = (path: string): boolean =>
  !/^\/(assets|api\/|cards|ap\/|\.well-known|feeds?\b|healthz|readyz)|\.(atom|json|csv|xml|txt|png|svg|webp|properties)\b|\/ap\/|lang=/.test(
    path,
  );

async function linksOf(page: Page, origin: string): Promise<readonly string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll("a[href]")].map(
      (link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href, // a link of a drawing too
    ),
  );
  return links
    .filter((link) => link.startsWith(`${origin}/`))
    .map((link) => link.slice(origin.length).replace(/#.*$/, ""));
}
