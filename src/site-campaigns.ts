import { type Context, Hono } from "hono";
import { interestIn } from "../federation/interest.ts";
import type { ActingDeps } from "./acting/who-parts.tsx";
import { fundingAside, fundingBand } from "./campaigns/home-parts.tsx";
import { type CampaignDeps, campaignRoutes } from "./campaigns/routes.tsx";
import { listElsewhere } from "./elsewhere/copies.ts";
import { listSentLines } from "./elsewhere/sent-parts.tsx";
import type { MailSettings } from "./foundation/mail.ts";
import type { Acting } from "./funding/acting.ts";
import { type PageDeps, readFrame } from "./hosts/parts.tsx";
import type { HostDeps } from "./hosts/routes.tsx";
import { paperPath } from "./joint/desk-parts.tsx";
import { listPapers } from "./joint/queries.ts";
import { countUnseen } from "./notices/queries.ts";
import { noticeRoutes } from "./notices/routes.tsx";
import { useSaying } from "./sayings/changes.ts";
import type { ComposeDeps } from "./sayings/compose-routes.tsx";
import { findPrefill } from "./sayings/queries.ts";
import { actingRoutes, signedInAccount, waysIn, whoActs, whoDrafts } from "./site-acting.ts";
import { sayingRoutes } from "./site-sayings.ts";
import { togetherPages } from "./site-together.ts";
import type { SignInDeps } from "./visitors/sign-in-parts.tsx";

/** What the pages of funding requests need of the rest of the site. */
export interface FundingParts extends PageDeps, Omit<ComposeDeps, "postOf" | keyof PageDeps> {
  readonly secret: SignInDeps["secret"];
  readonly mail: MailSettings;
  readonly refuses: SignInDeps["refuses"];
}

interface FundingPages extends Pick<HostDeps, "funding" | "fundingAside"> {
  readonly routes: Hono;
}

/** What the public reads of funding requests. */
export function publicFunding(deps: CampaignDeps): FundingPages {
  return {
    routes: campaignRoutes(deps),
    funding: (language) => fundingBand(deps, language),
    fundingAside: (language) => fundingAside(deps, language),
  };
}

/** All pages on which people read of funding requests and promises, ask, promise, answer and are told. */
export function fundingPages(parts: FundingParts): FundingPages {
  const { db, origin } = parts;
  const door = { ...parts, readFrame: async (request: Request) => (await readFrame(parts, request)).frame };
  const deps = { ...parts, whoActs: (c: Context) => whoActs(door, c) };
  const routes = new Hono();
  const prefill: ActingDeps["prefill"] = (kind, token, acting) => findPrefill(db, kind, token, acting);
  const listSent: ActingDeps["listSent"] = (parties, language) => listSentLines(db, parties, language);
  const countUnread: ActingDeps["countUnread"] = (parties) => countUnseen(db, parties);
  routes.route(
    "/",
    actingRoutes({ ...deps, whoDrafts: (c) => whoDrafts(door, c), prefill, useSaying, listSent, countUnread }),
  );
  const prefillAsking = (token: string, acting: Acting | null) => findPrefill(db, "asking", token, acting);
  routes.route(
    "/",
    togetherPages({ ...deps, whoDrafts: (c) => whoDrafts(door, c), prefillAsking, useSaying, listSent, countUnread }),
  );
  routes.route("/", noticeRoutes({ ...deps, waysIn, accountOf: (c) => signedInAccount(door, c) }));
  routes.route("/", sayingRoutes(parts));
  const read = publicFunding({
    ...deps,
    listElsewhere: (filters) => listElsewhere(db, filters),
    interestOf: (request) => interestIn(db, origin, request),
    paymentOf: ({ payment }) => payment,
    async jointAnswerTo({ code }) {
      const papers = await listPapers(db, { kinds: ["answer"], about: `${origin}/funding/${code}` });
      const standing = papers.find(({ state }) => state !== "withdrawn");
      return standing ? paperPath(standing.id) : null;
    },
  });
  return { ...read, routes: routes.route("/", read.routes) };
}
