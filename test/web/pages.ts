import { Hono } from "hono";
import { availabilityParts } from "../../src/availability/parts.tsx";
import type { Interest } from "../../src/campaigns/community-parts.tsx";
import type { Elsewhere } from "../../src/campaigns/listing.ts";
import { designRoutes } from "../../src/design/routes.tsx";
import { hostPath } from "../../src/directory/paths.ts";
import { directoryRoutes } from "../../src/directory/routes.tsx";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import type { Acting } from "../../src/funding/acting.ts";
import { setUp } from "../../src/hosts/changes.ts";
import type { NewsItem } from "../../src/hosts/home-parts.tsx";
import { interactionRoutes } from "../../src/hosts/interaction-routes.tsx";
import type { Said } from "../../src/hosts/parts.tsx";
import { pictureRoutes } from "../../src/hosts/picture-routes.tsx";
import { hostRoutes, problemPages } from "../../src/hosts/routes.tsx";
import { offerRoutes } from "../../src/offers/routes.tsx";
import { partnerRoutes } from "../../src/partnerships/routes.tsx";
import { askPath, askRoutes } from "../../src/places/ask-routes.tsx";
import { requestRoutes } from "../../src/places/request-routes.tsx";
import { publicFunding } from "../../src/site-campaigns.ts";
import { cardRoutes } from "../../src/site-cards.ts";
import { swarmOnHome } from "../../src/site-directory.ts";
import { feedRoutes } from "../../src/site-feeds.ts";
import { givenTogether, jointOnPages } from "../../src/site-joint.tsx";
import { partnersShown } from "../../src/site-partners.tsx";
import { sayingRoutes } from "../../src/site-sayings.ts";
import { watchingRoutes } from "../../src/site-watches.ts";
import { countUnclaimed } from "../../src/unclaimed/queries.ts";
import { assetRoutes } from "../../src/web/assets.ts";
import { languageRoutes } from "../../src/web/language.ts";
import { refuseForeignForms, securityHeaders } from "../../src/web/security.ts";

export interface PageSettings {
  readonly origin?: string;
  /** Null: nobody has set the site up. */
  readonly name?: string | null;
  readonly demonstration?: boolean;
  readonly followers?: number;
  readonly news?: readonly NewsItem[];
  readonly notes?: readonly Said[];
  /** As what the browser acts on funding requests. */
  readonly acting?: readonly Acting[];
  /** What other instances ask for. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly interest?: Interest;
  readonly payment?: string;
  /** Whether the site sends mail. */
  readonly mails?: boolean;
  now?(): Date;
  followTemplate?(account: string): Promise<string | null>;
  shareTemplate?(account: string): Promise<string | null>;
}

export interface Pages {
  readonly app: Hono;
  readonly db: Database;
  /** What was reported as broken. */
  readonly reported: readonly Error[];
  /** Asks for a page, in French unless said. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** All public pages of a site over a database of its own, without the protocol: what other servers say is given. */
export async function openPages(databaseUrl: string, settings: PageSettings = {}): Promise<Pages> {
  const { origin = "https://pomme.example", name = "La Pomme", now = () => new Date() } = settings;
  const pool = openPool(databaseUrl, 4, () => {});
  const db = openDatabase(pool);
  const reported: Error[] = [];
  if (name !== null) await setUpHost(db, name, now());
  const app = pagesApp(db, origin, settings, reported);
  return {
    ...{ app, db, reported },
    get: async (path, headers = {}) =>
      app.request(`${origin}${path}`, { headers: { "accept-language": "fr", ...headers } }),
    post: async (path, form, headers = {}) =>
      app.request(`${origin}${path}`, {
        method: "POST",
        body: new URLSearchParams(form),
        headers: { "accept-language": "fr", origin, ...headers },
      }),
    close: () => db.destroy(),
  };
}

const noMail = { smtpUrl: null, mailFrom: null };

async function setUpHost(db: Database, name: string, now: Date): Promise<void> {
  const host = await db
    .transaction()
    .execute((tx) => setUp(tx, { name, handle: "la_pomme", territory: "dep:69", now }));
  if (!host.done) throw new Error(host.reason);
}

function pagesApp(db: Database, origin: string, settings: PageSettings, reported: Error[]): Hono {
  const now = settings.now ?? (() => new Date());
  const frame = {
    ...{ db, origin, now, language: "fr" as const, version: "0.1.0" },
    demonstration: settings.demonstration ?? false,
    actorId: ({ id, kind }: { id: string; kind: string }) =>
      kind === "instance" ? `${origin}/ap/instance` : `${origin}/ap/actors/${id}`,
  };
  const parts = availabilityParts({ ...frame, askPath });
  const funding = publicFunding({
    ...{ ...frame, whoActs: async () => settings.acting ?? [], listElsewhere: async () => settings.elsewhere ?? [] },
    ...{ interestOf: async () => settings.interest ?? null, paymentOf: () => settings.payment ?? null },
    jointAnswerTo: async () => null,
  });
  const partners = partnersShown({ ...frame, secret: secretOf(Buffer.alloc(32, 7)) });
  const problems = problemPages(frame, (error) => reported.push(error));
  return new Hono()
    .use(securityHeaders(origin), refuseForeignForms(origin))
    .route("/", assetRoutes())
    .route("/", languageRoutes(origin))
    .route("/", pictureRoutes(db))
    .route("/", cardRoutes(frame))
    .route("/", feedRoutes(frame))
    .route("/", interactionRoutes(frame))
    .route("/", askRoutes({ ...frame, ...parts, secret: secretOf(Buffer.alloc(32, 7)), suspension: async () => null }))
    .route("/", requestRoutes({ ...frame, mails: settings.mails ?? false, referred: async () => null }))
    .route(
      "/",
      watchingRoutes({
        ...{ ...frame, secret: secretOf(Buffer.alloc(32, 7)), notesOf: async () => [] },
        mail: settings.mails ? { smtpUrl: "smtp://127.0.0.1:1", mailFrom: "essaim@pomme.example" } : noMail,
      }),
    )
    .route("/", funding.routes)
    .route("/", offerRoutes({ ...frame, ...parts, ...jointOnPages(frame) }))
    .route(
      "/",
      directoryRoutes({
        ...{ ...frame, followTemplate: settings.followTemplate ?? (async () => null) },
        continuityOf: async () => null,
        countUnclaimed: () => countUnclaimed(frame.db),
        partnersOf: partners.partnersOf,
      }),
    )
    .route("/", partnerRoutes({ ...frame, hostPath }))
    .route("/", designRoutes(frame))
    .route(
      "/",
      sayingRoutes({
        ...{ ...frame, secret: secretOf(Buffer.alloc(32)), refuses: () => false },
        followTemplate: settings.followTemplate ?? (async () => null),
        shareTemplate: settings.shareTemplate ?? (async () => null),
      }),
    )
    .route(
      "/",
      hostRoutes({
        ...frame,
        ...parts,
        ...swarmOnHome(frame),
        ...{ funding: funding.funding, fundingAside: funding.fundingAside },
        ...{ together: givenTogether(frame), partners: partners.partners },
        reviews: async () => null,
        notesOf: async () => settings.notes ?? [],
        followersOf: async () => settings.followers ?? 0,
        associationOf: async () => null,
        news: async () => settings.news ?? [],
        ...{ knownNames: async () => new Map(), continuity: async () => null },
        followTemplate: settings.followTemplate ?? (async () => null),
      }),
    )
    .notFound(problems.notFound)
    .onError(problems.failed);
}
