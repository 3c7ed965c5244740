import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Acting } from "../funding/acting.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { listFundingNews } from "../funding/news.ts";
import { listProposals } from "../funding/proposals.ts";
import { findFundingById } from "../funding/queries.ts";
import { findHandle } from "../hosts/handles.ts";
import type { Host } from "../hosts/host.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { listPledges } from "../pledges/queries.ts";
import { linkCard } from "../web/card.ts";
import type { Frame } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import { readAsked } from "./asked.ts";
import { type Campaign, isCommitted } from "./campaigns.ts";
import { requestCard } from "./card-parts.tsx";
import type { Interest } from "./community-parts.tsx";
import { campaignFeedRoutes } from "./feed-routes.tsx";
import { type Filters, pathOf } from "./filters.ts";
import { ListPage, pageSize } from "./list-page.tsx";
import { countCampaigns, type Elsewhere, listCampaigns } from "./listing.ts";
import { PosterPage } from "./poster-page.tsx";
import { findCampaign, findRelated, type Reading, readingOf } from "./queries.ts";
import { RequestPage } from "./request-page.tsx";
import { shownPledge } from "./shown-pledges.ts";
import { demandOf } from "./structured.ts";

export interface CampaignDeps extends PageDeps {
  /** As what somebody can act, on this browser. */
  whoActs(c: Context): Promise<readonly Acting[]>;
  /** The requests of other instances that fit. */
  listElsewhere(filters: Filters): Promise<readonly Elsewhere[]>;
  /** What people elsewhere did with the posts of a request; null where nobody did anything. */
  interestOf(request: FundingRequest): Promise<Interest | null>;
  /** Where the desk has what several hosts answer to a request, our own first; null where nothing is drafted. */
  jointAnswerTo(request: FundingRequest): Promise<string | null>;
  /** Where those who promised pay, outside of here. */
  paymentOf(request: FundingRequest): string | null;
}

/** What codes of requests are made of, in capitals or not. */
const code = ":code{[2-9bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ]{4,8}}";

/** `/funding`, each request with its poster and its code to photograph, and `/@name` of a campaign, which leads there. */
export function campaignRoutes(deps: CampaignDeps): Hono {
  return new Hono()
    .route("/", campaignFeedRoutes(deps))
    .get("/funding", (c) => list(deps, c))
    .get(`/funding/${code}`, (c) => show(deps, c))
    .get(`/funding/${code}/poster`, (c) => poster(deps, c))
    .get(`/funding/${code}/qr.svg`, (c) => picture(deps, c))
    .get("/:handle{@[^/]+}", async (c, next) => {
      const handle = await findHandle(deps.db, (c.req.param("handle") ?? "").slice(1).toLowerCase());
      if (handle?.kind !== "campaign") return next();
      const request = await findFundingById(deps.db, handle.id);
      if (request === null) throw new NotFound();
      c.header("vary", "Accept");
      return c.redirect(`/funding/${request.code}`, 302);
    });
}

async function list(deps: CampaignDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const query = new URL(c.req.url).searchParams;
  const asked = readAsked(query, frame.language);
  const { filters, page } = asked;
  if (isForm(query, filters) && asked.place === null && asked.faults.length === 0)
    return c.redirect(pathOf(filters, { page }), 302);
  const elsewhere = await deps.listElsewhere(filters);
  const found = await listCampaigns(deps.db, filters, elsewhere, { skip: (page - 1) * pageSize, limit: pageSize });
  if (found.items.length === 0 && page > 1) throw new NotFound();
  const figures = await countCampaigns(deps.db);
  const wrong = asked.place !== null && asked.place.meant.length === 0;
  return showPage(
    c,
    deps.origin,
    <ListPage {...{ frame, asked, found, figures, now: deps.now() }} />,
    wrong ? 422 : 200,
  );
}

// A form sends every field, also empty ones, and a place as it was typed: people are led to the address that they may pass on.
function isForm(query: URLSearchParams, { territory }: Filters): boolean {
  const typed = query.get("territory");
  return [...query.values()].includes("") || (typed !== null && territory !== null && typed !== territory);
}

/** The request that an address names, for who reads; in small letters, so that there is one address. */
async function find(
  deps: CampaignDeps,
  c: Context,
): Promise<{ campaign: Campaign; reading: Reading | null; isTeam: boolean }> {
  const all = await deps.whoActs(c);
  const reading = await readingOf(deps.db, all);
  const campaign = await findCampaign(deps.db, c.req.param("code") ?? "", reading);
  if (campaign === null) throw new NotFound();
  return { campaign, reading, isTeam: all.some(({ kind }) => kind === "host") };
}

async function show(deps: CampaignDeps, c: Context): Promise<Response> {
  const { campaign, reading, isTeam } = await find(deps, c);
  const { request } = campaign;
  const path = `/funding/${request.code}`;
  if (c.req.path !== path) return c.redirect(path, 302);
  const { frame, host } = await readFrame(deps, c.req.raw);
  const now = deps.now();
  const actor = deps.actorId({ id: request.id, kind: "campaign" });
  const shared = await readAround(deps, request, reading, c.req.query("pledges") === "all");
  return showPage(
    c,
    deps.origin,
    <RequestPage
      {...{ frame, now, campaign, actor, ...shared }}
      desk={isTeam ? { joint: await deps.jointAnswerTo(request) } : null}
      payment={isCommitted(request.state) ? deps.paymentOf(request) : null}
      acts={reading?.carries(request) ?? false}
      card={host && linkOf(deps, campaign, host, frame.language)}
      structured={demandOf(request, { id: actor, url: deps.origin + path })}
    />,
  );
}

/** How many promises a page shows at first, and at most. */
const [fewPledges, mostPledges] = [24, 1_000];

/** What people said and did towards a request, as far as who reads may know of it. */
async function readAround(deps: CampaignDeps, request: FundingRequest, reading: Reading | null, all: boolean) {
  const { db } = deps;
  const as = reading?.partyFor(request) ?? null;
  const limit = all ? mostPledges : fewPledges;
  const pledges = await listPledges(db, request, { ended: false, limit: limit + 1 });
  return {
    pledges: pledges.slice(0, limit).map((pledge) => shownPledge(pledge, request, as)),
    more: pledges.length > limit,
    proposals: await listProposals(db, request, as),
    news: await listFundingNews(db, request.id),
    interest: await deps.interestOf(request),
    ...(await findRelated(db, request)),
  };
}

function linkOf(deps: CampaignDeps, campaign: Campaign, host: Host, language: Frame["language"]) {
  const card = requestCard(campaign, host, { origin: deps.origin, language, now: deps.now() });
  return linkCard(`funding/${campaign.request.code}`, card, deps.version);
}

async function poster(deps: CampaignDeps, c: Context): Promise<Response> {
  const { campaign } = await find(deps, c);
  const { frame } = await readFrame(deps, c.req.raw);
  const drawing = await codeOf(`${deps.origin}/funding/${campaign.request.code}`);
  return showPage(c, deps.origin, <PosterPage {...{ frame, now: deps.now(), campaign, drawing }} />);
}

async function picture(deps: CampaignDeps, c: Context): Promise<Response> {
  const { campaign } = await find(deps, c);
  c.header("cache-control", "private, max-age=86400");
  const drawing = await codeOf(`${deps.origin}/funding/${campaign.request.code}`);
  return c.body(drawing, 200, { "content-type": "image/svg+xml" });
}

/** An address to photograph, with the quiet edge that readers need. */
async function codeOf(address: string): Promise<string> {
  const { renderSVG } = await import("uqr"); // loaded with the first code: a server at rest does without
  return renderSVG(address, { ecc: "Q", border: 4 });
}
