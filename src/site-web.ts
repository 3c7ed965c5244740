import { Hono } from "hono";
import sanitizeHtml from "sanitize-html";
import {
  activityIri,
  actorIri,
  type LocalActor,
  noteIri,
  proposalIri,
  relationshipIri,
} from "../federation/addresses.ts";
import { findOpenAnswer } from "../federation/answers.ts";
import { sendAgain } from "../federation/delivery/deliveries.ts";
import { listDeliveries } from "../federation/delivery/stored-deliveries.ts";
import type { SiteFederation } from "../federation/federation.ts";
import { countFollowers, notesOf } from "../federation/notes.ts";
import { findOwnHost } from "../federation/partnerships.ts";
import { contentWithOptions } from "../federation/polls.ts";
import { tokensApi } from "./accounts/api.ts";
import { words as tokensWords } from "./accounts/api-words.ts";
import { findTokens } from "./accounts/tokens.ts";
import { memberOf } from "./associations/member-of.ts";
import { associationShown } from "./associations/page-parts.tsx";
import { availabilitiesOf, availabilityApi, countOpenOffers } from "./availability/api.ts";
import { words as availabilityWords } from "./availability/api-words.ts";
import { availabilityParts } from "./availability/parts.tsx";
import { vouchesApi } from "./catalogue/api-vouches.ts";
import { words as vouchesWords } from "./catalogue/api-words.ts";
import { cutOff, meetAgain } from "./catalogue/blocking.ts";
import { deliveriesApi } from "./deliveries/api.ts";
import { words as deliveriesWords } from "./deliveries/api-words.ts";
import { designRoutes } from "./design/routes.tsx";
import { directoryApi } from "./directory/api.ts";
import { words as directoryWords } from "./directory/api-words.ts";
import { hostPath } from "./directory/paths.ts";
import { directoryRoutes } from "./directory/routes.tsx";
import { chatonsRoutes } from "./exchange/chatons/routes.tsx";
import { librehostRoutes } from "./exchange/librehost-routes.tsx";
import type { Config } from "./foundation/config.ts";
import type { Database, Reader } from "./foundation/database.ts";
import { gather } from "./foundation/gather.ts";
import { sendsMail } from "./foundation/mail.ts";
import type { Outbound } from "./foundation/outbound.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import { fundingApi } from "./funding/api.ts";
import { words as fundingWords } from "./funding/api-words.ts";
import { instanceApi } from "./hosts/api.ts";
import { words as instanceWords } from "./hosts/api-words.ts";
import { interactionRoutes } from "./hosts/interaction-routes.tsx";
import { noteRoutes, type SaidHere } from "./hosts/note-routes.tsx";
import { type PageDeps, readFrame as readPageFrame } from "./hosts/parts.tsx";
import { pictureRoutes } from "./hosts/picture-routes.tsx";
import { hostRoutes, problemPages } from "./hosts/routes.tsx";
import { setupRoutes } from "./hosts/setup-routes.tsx";
import { statementRoutes } from "./hosts/statement-routes.tsx";
import { listListedFunding } from "./listed-funding/queries.ts";
import { listNews } from "./messages/queries.ts";
import { offersApi } from "./offers/api.ts";
import { words as offersWords } from "./offers/api-words.ts";
import { listOffers } from "./offers/queries.ts";
import { offerRoutes } from "./offers/routes.tsx";
import { partnershipsApi } from "./partnerships/api.ts";
import { words as partnershipsWords } from "./partnerships/api-words.ts";
import type { FindHostRefusal, OtherHost } from "./partnerships/changes.ts";
import { partnerRoutes } from "./partnerships/routes.tsx";
import { peersApi } from "./peers/api.ts";
import { words as peersWords } from "./peers/api-words.ts";
import type { FindRefusal, Instance } from "./peers/peer.ts";
import { placesApi } from "./places/api.ts";
import { words as placesWords } from "./places/api-words.ts";
import { askPath, askRoutes } from "./places/ask-routes.tsx";
import { requestRoutes } from "./places/request-routes.tsx";
import { pledgesApi } from "./pledges/api.ts";
import { words as pledgesWords } from "./pledges/api-words.ts";
import { talliesOf } from "./pledges/tallies.ts";
import { portalRoutes } from "./portal/routes.tsx";
import { reviewsApi } from "./reviews/api.ts";
import { words as reviewsWords } from "./reviews/api-words.ts";
import { sentPledgesApi } from "./sent-pledges/api.ts";
import { words as sentPledgesWords } from "./sent-pledges/api-words.ts";
import { type ActorsElsewhere, associationPages, followingMeans } from "./site-associations.ts";
import { fundingPages } from "./site-campaigns.ts";
import { cardRoutes } from "./site-cards.ts";
import { deskRoutes, letInFirst } from "./site-desk.tsx";
import { swarmOnHome } from "./site-directory.ts";
import { feedRoutes } from "./site-feeds.ts";
import { findHostId } from "./site-funding.ts";
import { healthRoutes } from "./site-health.ts";
import { partnersShown } from "./site-partners.tsx";
import { reviewsOnAbout } from "./site-reviews.tsx";
import { watchingRoutes } from "./site-watches.ts";
import { wayRoutes } from "./site-ways.ts";
import { countNowAndThen } from "./unclaimed/counted.ts";
import { unclaimedRoutes } from "./unclaimed/routes.tsx";
import { visitorRoutes } from "./visitors/routes.tsx";
import type { SignInDeps } from "./visitors/sign-in-parts.tsx";
import type { Api } from "./web/api.ts";
import { apiFrame } from "./web/api-frame.ts";
import { apiPageRoutes } from "./web/api-page-routes.tsx";
import { joinTexts } from "./web/api-texts.ts";
import { apiTexts } from "./web/api-words.ts";
import { assetRoutes } from "./web/assets.ts";
import { limitForms } from "./web/form-limit.ts";
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
  /** The page of someone's own server that opens its composer. */
  shareTemplate(account: string): Promise<string | null>;
  /** The way out to other servers. */
  readonly outbound: Outbound;
  /** How actors of other servers are found. */
  readonly actors: ActorsElsewhere;
  /** The instance at an address that somebody typed. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
  /** The host that somebody names. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
  /** How the servers of visitors are asked who they are. */
  readonly visitors: Pick<SignInDeps, "leadIn" | "comeBack" | "refuses">;
}

/** The pages, the JSON API, and what other servers ask for that is not kept as bytes. */
export function buildWeb(parts: WebParts): Hono {
  const { config, federation } = parts;
  const deps = pageDeps(parts);
  const { notFound, failed } = problemPages(deps, parts.report);
  const web = new Hono();
  web.use(securityHeaders(config.origin));
  web.use(async (c, next) => (await federation.fetch(c.req.raw)) ?? (await next()));
  web.route("/", healthRoutes(parts.db, parts.secret));
  const api = apiOf(parts);
  web.route("/", api);
  web.route("/", librehostRoutes({ db: parts.db, origin: config.origin }));
  web.use(refuseForeignForms(config.origin));
  web.on(
    "POST",
    ["/follow", "/directory/follow", "/admin/setup", "/funding/compose", "/funding/:code/compose"],
    limitForms(),
  );
  web.use(refuseBrokenForms);
  web.route("/", assetRoutes());
  web.route("/", languageRoutes(config.origin));
  web.route("/", pictureRoutes(parts.db));
  web.route("/", cardRoutes(deps));
  web.route("/", feedRoutes(deps));
  web.route("/", interactionRoutes(deps));
  const desk = {
    ...{ ...deps, secret: parts.secret, findInstance: parts.findInstance, outbound: parts.outbound },
    ...{ config, mail: config, mails: sendsMail(config) },
    findHost: parts.findHost,
  };
  web.route("/", setupRoutes({ ...desk, letIn: (c, email) => letInFirst(desk, c, email) }));
  web.route("/", deskRoutes(desk));
  web.route("/", describe(api, deps));
  web.route("/", pagesOf(parts, deps));
  web.notFound(notFound);
  web.onError(failed);
  return web;
}

function pageDeps({ config, db, secret, version, demonstration }: WebParts): PageDeps {
  return {
    db,
    memberOf: memberOf({ db, secret, origin: config.origin }),
    version,
    origin: config.origin,
    language: config.language,
    demonstration,
    now: () => new Date(),
    actorId: (actor) => actorIri(config.origin, actor),
  };
}

function apiOf({ config: { origin }, db, secret, version, report, findInstance, findHost }: WebParts) {
  const deps = {
    ...{ db, secret, origin, version, report, availabilitiesOf, sendAgain, findInstance },
    beyond: { cutOff, meetAgain },
    vouchAddress: (vouch: string) => relationshipIri(origin, vouch),
    relationshipId: (id: string) => relationshipIri(origin, id),
    ownHost: async (reader: Reader) => (await findOwnHost(reader, origin))?.actor ?? null,
    findHost,
    reviewAddress: (review: string) => relationshipIri(origin, review),
    now: () => new Date(),
    authorize: gather((tokens: readonly string[]) => findTokens(db, secret, tokens, new Date()), 100),
    actorId: (actor: LocalActor) => actorIri(origin, actor),
    proposalId: (offer: string) => proposalIri(origin, offer),
    ...{ findHostId, promisesOf: talliesOf, listCopies: listListedFunding },
    counts: countOpenOffers,
    listFailed: async (reader: Reader, after: number | null, limit: number) => {
      const { items } = await listDeliveries(reader, { states: ["failed"] }, { after: after ?? 0, limit });
      return items.map(({ outgoing, origin: _, state: __, nextTry: ___, ...rest }) => {
        return { ...rest, activity: activityIri(origin, outgoing) };
      });
    },
  };
  return apiFrame(deps, [
    instanceApi,
    offersApi,
    availabilityApi,
    directoryApi,
    placesApi,
    fundingApi,
    pledgesApi,
    sentPledgesApi,
    peersApi,
    vouchesApi,
    partnershipsApi,
    reviewsApi,
    tokensApi,
    deliveriesApi,
  ]);
}

function describe(api: Api, deps: PageDeps): Hono {
  const { origin, version } = deps;
  const readFrame = async (request: Request) => (await readPageFrame(deps, request)).frame;
  return apiPageRoutes({ api, origin, version, texts: joinTexts(apiTexts, roomTexts), readFrame });
}

const roomTexts = [
  instanceWords,
  offersWords,
  availabilityWords,
  directoryWords,
  placesWords,
  fundingWords,
  pledgesWords,
  sentPledgesWords,
  peersWords,
  vouchesWords,
  partnershipsWords,
  reviewsWords,
  tokensWords,
  deliveriesWords,
];

function pagesOf(parts: WebParts, deps: PageDeps): Hono {
  const { db, config } = parts;
  const { showcase, ...offerParts } = availabilityParts({ ...deps, askPath });
  const following = followingMeans({ db, config, outbound: parts.outbound, actors: parts.actors });
  const partners = partnersShown({ ...deps, secret: parts.secret });
  const pages = new Hono();
  pages.route("/", portalRoutes(deps));
  pages.route("/", unclaimedRoutes({ ...deps, outbound: parts.outbound }));
  pages.route("/", askRoutes({ ...deps, secret: parts.secret, stateSheet: offerParts.stateSheet }));
  const said = async (actor: string) => (await notesOf(db, config.origin, actor)).map(plain);
  pages.route("/", watchingRoutes({ ...deps, secret: parts.secret, mail: config, notesOf: said }));
  pages.route("/", requestRoutes({ ...deps, mails: sendsMail(config) }));
  pages.route("/", chatonsRoutes(deps));
  pages.route("/", associationPages({ ...deps, ...{ secret: parts.secret, mail: config, following } }));
  const visitors = { ...deps, ...parts.visitors, secret: parts.secret };
  const funding = fundingPages({ ...visitors, ...parts, mail: config, refuses: parts.visitors.refuses });
  pages.route("/", funding.routes);
  pages.route("/", visitorRoutes(visitors));
  pages.route("/", noteRoutes({ ...deps, noteOf: (handle, note) => findNote(db, config.origin, handle, note) }));
  const offerLinks = async () =>
    (await listOffers(db, { states: ["published"] })).map(({ slug, content }) => ({
      href: `/offers/${slug}`,
      label: content.title,
    }));
  pages.route("/", statementRoutes({ ...deps, offerLinks }));
  pages.route("/", offerRoutes({ ...deps, ...offerParts }));
  pages.route(
    "/",
    directoryRoutes({
      ...{ ...deps, followTemplate: parts.followTemplate, countUnclaimed: countNowAndThen(db, deps.now) },
      partnersOf: partners.partnersOf,
    }),
  );
  pages.route("/", partnerRoutes({ ...deps, hostPath }));
  pages.route("/", designRoutes(deps));
  pages.route("/", wayRoutes(deps));
  pages.route(
    "/",
    hostRoutes({
      ...deps,
      ...swarmOnHome(deps),
      ...{ showcase, funding: funding.funding, fundingAside: funding.fundingAside, partners: partners.partners },
      reviews: (language, now) => reviewsOnAbout(db, language, now),
      notesOf: said,
      followersOf: (actor) => countFollowers(db, config.origin, actor),
      associationOf: (id, language) => associationShown(db, id, language),
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
    .select(["notes.content", "notes.poll", "notes.language", "notes.published"])
    .where("notes.id", "=", note)
    .where("handles.name", "=", handle)
    .where("notes.deleted", "is", null)
    .where("handles.gone", "is", null)
    .executeTakeFirst();
  const address = { handle, id: noteIri(origin, note), url: `${origin}/@${handle}/${note}` };
  if (row) {
    const { language, published } = row;
    return { ...plain({ content: contentWithOptions(row), published }), ...address, language, listed: true };
  }
  const answer = await findOpenAnswer(db, origin, handle, note);
  return answer && { ...plain(answer), ...address, listed: false };
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
