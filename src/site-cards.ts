import { type Context, Hono } from "hono";
import { offerCard } from "./availability/card-parts.tsx";
import { findAvailability } from "./availability/queries.ts";
import { requestCard } from "./campaigns/card-parts.tsx";
import { findCampaign } from "./campaigns/queries.ts";
import { type Language, languages } from "./foundation/language.ts";
import { hostCard } from "./hosts/card-parts.tsx";
import { findPicture } from "./hosts/logo-queries.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { listPartnersOf } from "./joint/queries.ts";
import { findOffer } from "./offers/queries.ts";
import { asset } from "./web/assets.ts";
import { type Card, linkCard } from "./web/card.ts";
import { type Gallery, openGallery } from "./web/card-gallery.ts";

/** `/cards/…`: what a shared link shows of the host, of each offer and of each request, drawn when first asked for. */
export function cardRoutes(deps: PageDeps): Hono {
  const gallery = openGallery();
  return new Hono()
    .get("/cards/host/:language/:file", (c) =>
      show(deps, gallery, c, "host", async (language) => {
        const host = await findHost(deps.db);
        return host && hostCard(host, deps.origin, language);
      }),
    )
    .get("/cards/offers/:slug/:language/:file", (c) => {
      const slug = c.req.param("slug");
      return show(deps, gallery, c, `offers/${slug}`, (language) => findOfferCard(deps, slug, language));
    })
    .get("/cards/funding/:code/:language/:file", (c) => {
      const code = c.req.param("code");
      return show(deps, gallery, c, `funding/${code}`, (language) => findRequestCard(deps, code, language));
    });
}

async function findOfferCard({ db, origin, now }: PageDeps, slug: string, language: Language): Promise<Card | null> {
  const [host, offer] = await Promise.all([findHost(db), findOffer(db, slug)]);
  if (host === null || offer?.state !== "published") return null;
  const availability = await findAvailability(db, offer.id);
  const partners = (await listPartnersOf(db, offer.id)).map(({ name }) => name);
  return offerCard({ offer, availability, partners }, host, { origin, language, now: now() });
}

async function findRequestCard({ db, origin, now }: PageDeps, code: string, language: Language): Promise<Card | null> {
  const [host, campaign] = await Promise.all([findHost(db), findCampaign(db, code, null)]);
  return host && campaign && requestCard(campaign, host, { origin, language, now: now() });
}

type Find = (language: Language) => Promise<Card | null>;

// Only a card as it is now is drawn: any other address, old or invented, leads to it.
async function show(deps: PageDeps, gallery: Gallery, c: Context, subject: string, find: Find): Promise<Response> {
  const language = languages.find((one) => one === c.req.param("language"));
  const card = language === undefined ? null : await find(language);
  if (card === null) return c.notFound();
  const { path } = linkCard(subject, card, deps.version);
  if (path !== c.req.path) return lead(c, path);
  const png = await gallery.show(path, () => draw(deps, card));
  if (png === null) return lead(c, asset("img/og.png"));
  c.header("cache-control", "public, max-age=31536000, immutable");
  c.header("cross-origin-resource-policy", "cross-origin");
  return c.body(new Uint8Array(png), 200, { "content-type": "image/png" });
}

function lead(c: Context, path: string): Response {
  c.header("cache-control", "no-cache");
  return c.redirect(path, 302);
}

async function draw({ db }: PageDeps, card: Card): Promise<Uint8Array> {
  // Loaded with the first card: a server at rest does without.
  const { drawCard } = await import("./web/card-drawing.ts");
  const [, id] = /([0-9a-f]{64})\.png$/.exec(card.logo ?? "") ?? [];
  return drawCard(card, id === undefined ? null : await findPicture(db, id, "png"));
}
