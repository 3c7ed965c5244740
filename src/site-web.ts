import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import sanitizeHtml from "sanitize-html";
import { actorIri, type LocalActor, noteIri, proposalIri } from "../federation/addresses.ts";
import type { SiteFederation } from "../federation/federation.ts";
import { countFollowers, notesOf } from "../federation/notes.ts";
import { findToken } from "./accounts/tokens.ts";
import { availabilitiesOf, availabilityApi, countOpenOffers } from "./availability/api.ts";
import { availabilityParts } from "./availability/parts.tsx";
import { chatonsRoutes } from "./exchange/chatons/routes.tsx";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import { openEcho, type Seen } from "./foundation/echo.ts";
import { checkReadiness } from "./foundation/health.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import { instanceApi } from "./hosts/api.ts";
import { interactionRoutes } from "./hosts/interaction-routes.tsx";
import { noteRoutes, type SaidHere } from "./hosts/note-routes.tsx";
import type { PageDeps } from "./hosts/parts.tsx";
import { hostRoutes, problemPages } from "./hosts/routes.tsx";
import { setupRoutes } from "./hosts/setup-routes.tsx";
import { listNews } from "./messages/queries.ts";
import { offersApi } from "./offers/api.ts";
import { offerRoutes } from "./offers/routes.tsx";
import { peersApi } from "./peers/api.ts";
import type { FindRefusal, Instance } from "./peers/peer.ts";
import { feedRoutes } from "./site-feeds.ts";
import { apiFrame } from "./web/api.ts";
import { assetRoutes } from "./web/assets.ts";
import { refuseBrokenForms } from "./web/forms.ts";
import { languageRoutes } from "./web/language.ts";
import { refuseForeignForms, securityHeaders } from "./web/security.ts";

/** What the web side needs of the rest of the site. */
export interface WebParts {
  readonly config: Config;
  readonly db: Database;
  readonly secret: Secret;
  readonly federation: SiteFederation;
  readonly version: string;
  /** Every page says that what it shows is invented. */
  readonly demonstration: boolean;
  readonly report: (error: Error, reference: string) => void;
  /** The page of someone's own server that asks whether to follow. */
  followTemplate(account: string): Promise<string | null>;
  /** The instance at an address that somebody typed. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

/** The pages, the JSON API, and what other servers ask for that is not kept as bytes. */
export function buildWeb(parts: WebParts): Hono {
  const { config, federation } = parts;
  const deps = pageDeps(parts);
  const { notFound, failed } = problemPages(deps, parts.report);
  const web = new Hono();
  web.use(securityHeaders(config.origin));
  web.use(async (c, next) => (await federation.fetch(c.req.raw)) ?? (await next()));
  web.route("/", health(parts.db, parts.secret));
  web.route("/", apiOf(parts));
  web.use(refuseForeignForms(config.origin));
  web.use(refuseBrokenForms);
  web.route("/", assetRoutes());
  web.route("/", languageRoutes(config.origin));
  web.route("/", feedRoutes(deps));
  web.route("/", interactionRoutes(deps));
  web.route("/", setupRoutes({ ...deps, secret: parts.secret }));
  web.route("/", pagesOf(parts, deps));
  web.notFound(notFound);
  web.onError(failed);
  return web;
}

function pageDeps({ config, db, version, demonstration }: WebParts): PageDeps {
  return {
    db,
    version,
    origin: config.origin,
    language: config.language,
    demonstration,
    now: () => new Date(),
    actorId: (actor) => actorIri(config.origin, actor),
  };
}

function health(db: Database, secret: Secret): Hono {
  const echo = openEcho(secret);
  return new Hono()
    .get("/healthz", (c) => {
      const token = c.req.query("echo");
      const heard = token === undefined ? null : echo(token, seenOf(c), new Date());
      return c.json({ alive: true, ...heard }, 200, { "cache-control": "no-store" });
    })
    .get("/readyz", async (c) => {
      const ready = await checkReadiness(db);
      return c.json(ready, Object.values(ready).every((fine) => fine) ? 200 : 503);
    });
}

function seenOf(c: Context): Seen {
  return {
    host: c.req.header("host") ?? null,
    from: getConnInfo(c).remote.address ?? null,
    forwardedFor: c.req.header("x-forwarded-for") ?? null,
    forwardedProto: c.req.header("x-forwarded-proto") ?? null,
  };
}

function apiOf({ config: { origin }, db, secret, version, report, findInstance }: WebParts) {
  const deps = {
    ...{ db, origin, version, report, availabilitiesOf, findInstance },
    now: () => new Date(),
    authorize: async (token: string) => (await findToken(db, secret, token, new Date()))?.scope ?? null,
    actorId: (actor: LocalActor) => actorIri(origin, actor),
    proposalId: (offer: string) => proposalIri(origin, offer),
    counts: countOpenOffers,
  };
  return apiFrame(deps, [instanceApi, offersApi, availabilityApi, peersApi]);
}

function pagesOf(parts: WebParts, deps: PageDeps): Hono {
  const { db, config } = parts;
  const { showcase, stateSheet } = availabilityParts(deps);
  const pages = new Hono();
  pages.route("/", chatonsRoutes(deps));
  pages.route("/", noteRoutes({ ...deps, noteOf: (handle, note) => findNote(db, config.origin, handle, note) }));
  pages.route("/", offerRoutes({ ...deps, stateSheet }));
  pages.route(
    "/",
    hostRoutes({
      ...deps,
      showcase,
      notesOf: async (actor) => (await notesOf(db, config.origin, actor)).map(plain),
      followersOf: (actor) => countFollowers(db, actor),
      news: async () => (await listNews(db, 6)).map(plain),
      followTemplate: parts.followTemplate,
    }),
  );
  return pages;
}

async function findNote(db: Database, origin: string, handle: string, note: string): Promise<SaidHere | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(note)) return null;
  const row = await db
    .selectFrom("notes")
    .innerJoin("handles", "handles.id", "notes.actor")
    .select(["notes.content", "notes.language", "notes.published"])
    .where("notes.id", "=", note)
    .where("handles.name", "=", handle)
    .where("notes.deleted", "is", null)
    .where("handles.gone", "is", null)
    .executeTakeFirst();
  const address = { handle, id: noteIri(origin, note), url: `${origin}/@${handle}/${note}` };
  return row ? { ...plain(row), ...address, language: row.language } : null;
}

/** What was said, as plain text: pages show no mark-up of others, and need none of ours. */
function plain<Said extends { readonly content: string }>(said: Said): Said {
  const lines = said.content.replaceAll(/<(\/p|br|\/li|br\s*\/)>/g, "$&\n");
  const text = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return { ...said, content: unescapeHtml(text).trim() };
}

function unescapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);
}
