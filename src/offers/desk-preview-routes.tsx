import { Hono } from "hono";
import { contactLink } from "../hosts/parts.tsx";
import { findHost } from "../hosts/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { calculate } from "./calculate.ts";
import { deskOffer } from "./desk-parts.tsx";
import { PostPage, PreviewBanner } from "./desk-post-parts.tsx";
import { type DeskContext, needWorking, type OffersDeskDeps } from "./desk-requests-parts.tsx";
import { OfferPage, type OfferPageProps } from "./pages.tsx";
import { findOffer } from "./queries.ts";

/** An offer as others will see it: its page, and what its account says. */
export function previewRoutes(deps: OffersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/offers/:slug/preview", (c) => showPreview(deps, c))
    .get("/admin/offers/:slug/post", (c) => showPosts(deps, c));
}

async function showPreview(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [frame, { offer, content }] = [await deps.frameOf(c), await needWorking(deps, c)];
  const [host, addon] = await Promise.all([
    findHost(deps.db),
    content.addonTo === null ? null : findOffer(deps.db, content.addonTo),
  ]);
  const write = content.url ?? (host && (contactLink(host.profile.contact) ?? host.profile.website));
  const calculation = calculate(content, new URL(c.req.url).searchParams);
  const props: OfferPageProps = {
    frame,
    offer: { ...offer, content },
    actor: deps.actorId({ id: offer.id, kind: "offer" }),
    structured: null,
    calculator: calculation,
    state: await deps.stateSheet(offer, frame.language, write),
    joint: await deps.joint(offer, frame.language),
    history: await deps.history(offer, frame.language),
    card: null,
    supplemented: addon?.state === "published" ? addon : null,
    preview: {
      path: deskOffer(offer.slug, "preview"),
      banner: <PreviewBanner slug={offer.slug} language={frame.language} />,
    },
  };
  return showDeskPage(c, <OfferPage {...props} />);
}

async function showPosts(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const [frame, working] = [await deps.frameOf(c), await needWorking(deps, c)];
  const offer = { ...working.offer, content: working.content };
  const [news, state] = await Promise.all([
    working.offer.state === "draft" ? deps.findPost(offer, "announcement") : null,
    deps.findPost(offer, "state"),
  ]);
  return showDeskPage(c, <PostPage {...{ frame, working, news, state }} />);
}
