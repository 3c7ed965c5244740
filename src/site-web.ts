import { Hono } from "hono";
import { actorIri } from "../federation/addresses.ts";
import { listErasureSendings } from "../federation/delivery/erasing.ts";
import { countFollowers, notesOf } from "../federation/notes.ts";
import { memberOf } from "./associations/member-of.ts";
import { associationShown } from "./associations/page-parts.tsx";
import { availabilityParts } from "./availability/parts.tsx";
import { designRoutes } from "./design/routes.tsx";
import { hostPath } from "./directory/paths.ts";
import { directoryRoutes } from "./directory/routes.tsx";
import { erasureRoutes } from "./erasures/routes.tsx";
import { chatonsRoutes } from "./exchange/chatons/routes.tsx";
import { librehostRoutes } from "./exchange/librehost-routes.tsx";
import type { Database } from "./foundation/database.ts";
import { sendsMail } from "./foundation/mail.ts";
import { interactionRoutes } from "./hosts/interaction-routes.tsx";
import { noteRoutes } from "./hosts/note-routes.tsx";
import type { PageDeps } from "./hosts/parts.tsx";
import { pictureRoutes } from "./hosts/picture-routes.tsx";
import { hostRoutes, problemPages } from "./hosts/routes.tsx";
import { setupRoutes } from "./hosts/setup-routes.tsx";
import { statementRoutes } from "./hosts/statement-routes.tsx";
import { listPartnersOf } from "./joint/queries.ts";
import { listNews } from "./messages/queries.ts";
import { listOffers } from "./offers/queries.ts";
import { offerRoutes } from "./offers/routes.tsx";
import { partnerRoutes } from "./partnerships/routes.tsx";
import { askPath, askRoutes } from "./places/ask-routes.tsx";
import { portalRoutes } from "./portal/routes.tsx";
import { apiOf, describe } from "./site-api.ts";
import { associationPages, followingMeans } from "./site-associations.ts";
import { fundingPages } from "./site-campaigns.ts";
import { cardRoutes } from "./site-cards.ts";
import { deskRoutes, letInFirst } from "./site-desk.tsx";
import { swarmOnHome } from "./site-directory.ts";
import { feedRoutes } from "./site-feeds.ts";
import { healthRoutes } from "./site-health.ts";
import { givenTogether, jointOnPages } from "./site-joint.tsx";
import { partnersShown } from "./site-partners.tsx";
import type { WebParts } from "./site-parts.ts";
import { otherHosts } from "./site-recommended.tsx";
import { requestPages } from "./site-referrals.ts";
import { reviewsOnAbout } from "./site-reviews.tsx";
import { findNote, plain } from "./site-said.ts";
import { watchingRoutes } from "./site-watches.ts";
import { wayRoutes } from "./site-ways.ts";
import { countNowAndThen } from "./unclaimed/counted.ts";
import { unclaimedRoutes } from "./unclaimed/routes.tsx";
import { visitorRoutes } from "./visitors/routes.tsx";
import { assetRoutes } from "./web/assets.ts";
import { limitForms } from "./web/form-limit.ts";
import { refuseBrokenForms } from "./web/forms.ts";
import { languageRoutes } from "./web/language.ts";
import { refuseForeignForms, securityHeaders } from "./web/security.ts";

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

function pagesOf(parts: WebParts, deps: PageDeps): Hono {
  const { db, config } = parts;
  const others = otherHosts(db);
  const { showcase, ...offerParts } = availabilityParts({
    ...{ ...deps, askPath, instead: others.instead },
    partnersOf: (offer) => listPartnersOf(db, offer),
  });
  const following = followingMeans({ db, config, outbound: parts.outbound, actors: parts.actors });
  const partners = partnersShown({ ...deps, secret: parts.secret });
  const pages = new Hono();
  pages.route("/", portalRoutes(deps)).route("/", unclaimedRoutes({ ...deps, outbound: parts.outbound }));
  const joint = jointOnPages(deps);
  const { suspension } = joint;
  pages.route("/", askRoutes({ ...deps, secret: parts.secret, stateSheet: offerParts.stateSheet, suspension }));
  const said = async (actor: string) => (await notesOf(db, config.origin, actor)).map(plain);
  pages.route("/", watchingRoutes({ ...deps, secret: parts.secret, mail: config, notesOf: said }));
  pages.route("/", requestPages(deps, sendsMail(config)));
  pages.route("/", erasureRoutes({ ...deps, sendingsOf: listErasureSendings }));
  pages.route("/", chatonsRoutes(deps));
  pages.route("/", associationPages({ ...deps, ...{ secret: parts.secret, mail: config, following } }));
  const visitors = { ...deps, ...parts.visitors, secret: parts.secret };
  const funding = fundingPages({ ...visitors, ...parts, mail: config, refuses: parts.visitors.refuses });
  pages.route("/", funding.routes);
  pages.route("/", visitorRoutes(visitors));
  pages.route("/", noteRoutes({ ...deps, noteOf: (handle, note) => findNote(db, config.origin, handle, note) }));
  pages.route("/", statementRoutes({ ...deps, offerLinks: () => offerLinks(db) }));
  pages.route("/", offerRoutes({ ...deps, ...offerParts, ...joint }));
  pages.route(
    "/",
    directoryRoutes({
      ...{ ...deps, followTemplate: parts.followTemplate, countUnclaimed: countNowAndThen(db, deps.now) },
      ...{ partnersOf: partners.partnersOf, continuityOf: others.continuityOf },
    }),
  );
  pages.route("/", partnerRoutes({ ...deps, hostPath }));
  pages.route("/", designRoutes(deps));
  pages.route("/", wayRoutes({ ...deps, secret: parts.secret, mail: config }));
  pages.route(
    "/",
    hostRoutes({
      ...deps,
      ...swarmOnHome(deps),
      ...others,
      ...{ showcase, funding: funding.funding, fundingAside: funding.fundingAside },
      ...{ together: givenTogether(deps), partners: partners.partners },
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

async function offerLinks(db: Database) {
  const offers = await listOffers(db, { states: ["published"] });
  return offers.map(({ slug, content }) => ({ href: `/offers/${slug}`, label: content.title }));
}
