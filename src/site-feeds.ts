import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { availabilityFeed, fedAvailability } from "./availability/feed.tsx";
import { fedFunding } from "./campaigns/feed.tsx";
import { NotFound } from "./foundation/errors.ts";
import { listHappened } from "./foundation/happened.ts";
import { type Language, languages } from "./foundation/language.ts";
import { fedHost, hostFeed } from "./hosts/feed.tsx";
import type { Host } from "./hosts/host.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { fedOffers, offersFeed } from "./offers/feed.tsx";
import { actorPicture } from "./web/assets.ts";
import { showIfChanged } from "./web/conditional.ts";
import { type Feed, type FeedEntry, type FeedSource, writeFeed } from "./web/feed.ts";
import { type FeedName, feeds } from "./web/feeds.ts";
import { readLanguage } from "./web/language.ts";
import { words } from "./web/words.ts";

/** `/feed.atom` and its parts: what happened here, room by room, for feed readers. */
export function feedRoutes(deps: PageDeps): Hono {
  const [host, offers, availability] = [hostFeed(deps), offersFeed(deps), availabilityFeed(deps)];
  return new Hono()
    .get(feeds.news, (c) => show(deps, c, "news", [host, offers, availability]))
    .get(feeds.offers, (c) => show(deps, c, "offers", [offers]))
    .get(feeds.availability, (c) => show(deps, c, "availability", [availability]));
}

/** What events hold that are kept for the feeds. */
export const fedEvents = [...fedHost, ...fedOffers, ...fedAvailability, ...fedFunding];

const pageSize = 20;

/** Where people read the same. */
const pages: Readonly<Record<FeedName, string>> = { news: "/", offers: "/#offers", availability: "/" };

async function show(deps: PageDeps, c: Context, name: FeedName, sources: readonly FeedSource[]): Promise<Response> {
  const host = await findHost(deps.db);
  if (host === null) throw new NotFound();
  const page = pageAsked(c);
  const chosen = languages.find((language) => language === c.req.query("lang"));
  const language = chosen ?? readLanguage(c.req.raw, deps.language);
  const { entries, more } = await listEntries(deps, sources, { page, language });
  if (entries.length === 0 && page > 1) throw new NotFound();
  const feed = feedOf(deps.origin, host, { name, page, more, language, chosen: chosen !== undefined, entries });
  c.header("vary", "Accept-Language, Cookie");
  // The feed bears the host's name too.
  const modified = latest([feed.updated, host.changed]);
  return showIfChanged(c, writeFeed(feed), "application/atom+xml; charset=utf-8", modified);
}

// No further back than a thousand pages: each costs as much as all before it.
function pageAsked(c: Context): number {
  const asked = c.req.query("page") ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(asked)) throw new HTTPException(400);
  return Number(asked);
}

interface Wanted {
  readonly page: number;
  readonly language: Language;
}

async function listEntries({ db, origin }: PageDeps, sources: readonly FeedSource[], { page, language }: Wanted) {
  const happened = await listHappened(db, {
    holding: sources.flatMap(({ holding }) => holding),
    skip: (page - 1) * pageSize,
    limit: pageSize + 1,
  });
  const events = happened.slice(0, pageSize);
  // The same thing has the same id in each feed that tells of it.
  const idOf = (event: string) => `${origin}${feeds.news}#${event}`;
  const told = await Promise.all(sources.map((source) => source.entriesOf(events, language, idOf)));
  const entries = told.flat().toSorted((a, b) => b.published.getTime() - a.published.getTime());
  return { entries, more: happened.length > pageSize };
}

interface Shown extends Wanted {
  readonly name: FeedName;
  readonly more: boolean;
  /** Whether the address says the language. */
  readonly chosen: boolean;
  readonly entries: readonly FeedEntry[];
}

function feedOf(origin: string, host: Host, { name, page, more, language, chosen, entries }: Shown): Feed {
  const id = `${origin}${feeds[name]}`;
  const pageAt = (number: number) => {
    const query = new URLSearchParams({
      ...(chosen && { lang: language }),
      ...(number > 1 && { page: String(number) }),
    });
    return query.size > 0 ? `${id}?${query}` : id;
  };
  return {
    ...{ id, language, entries },
    self: pageAt(page),
    title: words[language].feeds[name](host.profile.name),
    author: { name: host.profile.name, page: `${origin}/about` },
    page: `${origin}${pages[name]}`,
    icon: origin + (host.logo.find(({ format }) => format === "png")?.path ?? actorPicture("host")),
    updated: latest([host.created, ...entries.map(({ updated }) => updated)]),
    first: pageAt(1),
    previous: page > 1 ? pageAt(page - 1) : null,
    next: more ? pageAt(page + 1) : null,
  };
}

const latest = (instants: readonly Date[]): Date => new Date(Math.max(...instants.map((instant) => instant.getTime())));
