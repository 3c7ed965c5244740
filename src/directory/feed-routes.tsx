import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { NotFound } from "../foundation/errors.ts";
import { type Language, languages } from "../foundation/language.ts";
import type { Host } from "../hosts/host.ts";
import type { PageDeps } from "../hosts/parts.tsx";
import { findHost } from "../hosts/queries.ts";
import { actorPicture } from "../web/assets.ts";
import { showIfChanged } from "../web/conditional.ts";
import { type Feed, type FeedEntry, writeFeed } from "../web/feed.ts";
import { readLanguage } from "../web/language.ts";
import type { Filters } from "./directory.ts";
import { listEntries } from "./feed.tsx";
import { words } from "./feed-words.ts";
import { readFilters } from "./filters.ts";
import { normalFilters, searchOf } from "./normal-form.ts";
import { searchParts } from "./search-words.ts";

/** Where the news of a search stand for feed readers; it takes the same filters as the directory. */
export const directoryFeed = "/directory/feed.atom";

/** `/directory/feed.atom?…`: what is listed and what opens among the offers that fit. */
export function directoryFeedRoutes(deps: PageDeps): Hono {
  return new Hono().get(directoryFeed, (c) => show(deps, c));
}

const pageSize = 20;

async function show(deps: PageDeps, c: Context): Promise<Response> {
  const host = await findHost(deps.db);
  if (host === null) throw new NotFound();
  const chosen = languages.find((one) => one === c.req.query("lang")) ?? null;
  const language = chosen ?? readLanguage(c.req.raw, deps.language);
  const [page, filters] = [pageAsked(c), normalFilters(readFilters(new URL(c.req.url).searchParams))];
  const found = await listEntries(deps.db, {
    ...{ filters, language, now: deps.now(), skip: (page - 1) * pageSize, limit: pageSize + 1 },
    idOf: (news) => `${deps.origin}${directoryFeed}#${news}`,
  });
  if (found.length === 0 && page > 1) throw new NotFound();
  const feed = feedOf(deps.origin, host, { filters, page, language, chosen, found });
  c.header("vary", "Accept-Language, Cookie");
  c.header("access-control-allow-origin", "*");
  return showIfChanged(c, writeFeed(feed), "application/atom+xml; charset=utf-8");
}

function pageAsked(c: Context): number {
  const asked = c.req.query("page") ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(asked)) throw new HTTPException(400);
  return Number(asked);
}

interface Shown {
  readonly filters: Filters;
  readonly page: number;
  readonly language: Language;
  /** What the address says. */
  readonly chosen: Language | null;
  /** One more than a page holds, where there are more. */
  readonly found: readonly FeedEntry[];
}

function feedOf(origin: string, host: Host, { filters, page, language, chosen, found }: Shown): Feed {
  const search = searchOf(filters);
  const addressAt = (query: URLSearchParams) => `${origin}${directoryFeed}${query.size > 0 ? `?${query}` : ""}`;
  const pageAt = (number: number) => {
    const query = new URLSearchParams(search);
    if (chosen !== null) query.set("lang", chosen);
    if (number > 1) query.set("page", String(number));
    return addressAt(query);
  };
  const entries = found.slice(0, pageSize);
  const times = [host.created, ...entries.map(({ updated }) => updated)].map((instant) => instant.getTime());
  return {
    ...{ id: addressAt(new URLSearchParams(search)), self: pageAt(page), language, entries },
    title: titleOf(filters, host, language),
    author: { name: host.profile.name, page: `${origin}/about` },
    page: `${origin}/directory${search === "" ? "" : `?${search}`}`,
    icon: origin + (host.logo.find(({ format }) => format === "png")?.path ?? actorPicture("host")),
    updated: new Date(Math.max(...times)),
    first: pageAt(1),
    previous: page > 1 ? pageAt(page - 1) : null,
    next: found.length > pageSize ? pageAt(page + 1) : null,
  };
}

function titleOf(filters: Filters, host: Host, language: Language): string {
  const parts = searchParts(filters, language);
  const { title, titleOf: of } = words[language];
  return parts.length === 0 ? title(host.profile.name) : of(parts.join(" · "), host.profile.name);
}
