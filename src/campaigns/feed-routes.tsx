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
import { listRequestEntries, requestEntry } from "./feed.tsx";
import { words } from "./feed-words.ts";
import { pathOf, readFilters } from "./filters.ts";
import { listOwn } from "./listing.ts";
import { findCampaign, withPromises } from "./queries.ts";

/** `/funding/feed.atom?…`, the requests that fit; and `/funding/CODE/feed.atom`, what happens to one. */
export function campaignFeedRoutes(deps: PageDeps): Hono {
  return new Hono()
    .get("/funding/feed.atom", (c) => showAll(deps, c))
    .get("/funding/:code/feed.atom", (c) => showOne(deps, c));
}

const pageSize = 20;

async function showAll(deps: PageDeps, c: Context): Promise<Response> {
  const { host, language, chosen } = await readWanted(deps, c);
  const { filters } = readFilters(new URL(c.req.url).searchParams);
  const newest = (await listOwn(deps.db, filters)).toSorted((a, b) => openedOf(b) - openedOf(a));
  const page = pageAsked(c);
  const shown = newest.slice((page - 1) * pageSize, page * pageSize);
  if (shown.length === 0 && page > 1) throw new NotFound();
  const telling = { origin: deps.origin, language, now: deps.now() };
  const entries = (await withPromises(deps.db, shown)).map((campaign) => requestEntry(campaign, telling));
  const at = (path: string, number: number) => {
    const address = new URL(pathOf(filters, { path, page: number }), deps.origin);
    if (chosen) address.searchParams.set("lang", language);
    return address.href;
  };
  const feed: Feed = {
    ...shared(deps, host, language, entries),
    ...{ id: at("/funding/feed.atom", 1), self: at("/funding/feed.atom", page), page: at("/funding", 1) },
    ...{ title: words[language].title(host.profile.name), first: at("/funding/feed.atom", 1) },
    previous: page > 1 ? at("/funding/feed.atom", page - 1) : null,
    next: newest.length > page * pageSize ? at("/funding/feed.atom", page + 1) : null,
  };
  return answer(c, feed);
}

const openedOf = ({ opened, created }: { readonly opened: Date | null; readonly created: Date }) =>
  (opened ?? created).getTime();

async function showOne(deps: PageDeps, c: Context): Promise<Response> {
  const { host, language, chosen } = await readWanted(deps, c);
  const campaign = await findCampaign(deps.db, c.req.param("code") ?? "", null);
  if (campaign === null) throw new NotFound();
  const { request } = campaign;
  const page = `${deps.origin}/funding/${request.code}`;
  const entries = await listRequestEntries(deps.db, request, { origin: deps.origin, language, now: deps.now() });
  const self = `${page}/feed.atom${chosen ? `?lang=${language}` : ""}`;
  return answer(c, {
    ...shared(deps, host, language, entries),
    ...{ id: `${page}/feed.atom`, self, page, title: words[language].newsOf(request.content.title) },
    ...{ first: self, previous: null, next: null },
  });
}

async function readWanted(deps: PageDeps, c: Context) {
  const host = await findHost(deps.db);
  if (host === null) throw new NotFound();
  const chosen = languages.find((one) => one === c.req.query("lang"));
  return { host, language: chosen ?? readLanguage(c.req.raw, deps.language), chosen: chosen !== undefined };
}

function pageAsked(c: Context): number {
  const asked = c.req.query("page") ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(asked)) throw new HTTPException(400);
  return Number(asked);
}

function shared({ origin }: PageDeps, host: Host, language: Language, entries: readonly FeedEntry[]) {
  const times = [host.created, ...entries.map(({ updated }) => updated)].map((instant) => instant.getTime());
  return {
    ...{ language, entries, author: { name: host.profile.name, page: `${origin}/about` } },
    icon: origin + (host.logo.find(({ format }) => format === "png")?.path ?? actorPicture("host")),
    updated: new Date(Math.max(...times)),
  };
}

function answer(c: Context, feed: Feed): Response {
  c.header("vary", "Accept-Language, Cookie");
  c.header("access-control-allow-origin", "*");
  return showIfChanged(c, writeFeed(feed), "application/atom+xml; charset=utf-8");
}
