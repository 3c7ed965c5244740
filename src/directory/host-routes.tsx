import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { findNamedHost, listRecommended } from "../catalogue/named-hosts.ts";
import { listOffersOf } from "../catalogue/queries.ts";
import { findWhy } from "../catalogue/why.ts";
import { dateWords } from "../foundation/date-words.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { FollowPage } from "../hosts/actor-page.tsx";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { findTheirPage, type HostDeps } from "../hosts/routes.tsx";
import { calculate } from "../offers/calculate.ts";
import { listReviewsOf } from "../reviews/queries.ts";
import { ErrorPage } from "../web/error-page.tsx";
import type { Frame } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import { hostKey } from "./addresses.ts";
import { withHosts } from "./candidates.ts";
import { findSignedOn, listGivenWith, listPartnersKnown } from "./given-with.ts";
import { HostPage } from "./host-page.tsx";
import { findFollowed, findHostAt, findOfferOf, type KnownHost } from "./host-queries.ts";
import { words } from "./host-words.ts";
import type { Candidate } from "./matching.ts";
import { CopiedOfferPage } from "./offer-page.tsx";
import { hostPath, listedOfferPath, namesOf } from "./paths.ts";
import { asFound } from "./search.ts";

export interface CopyDeps extends PageDeps, Pick<HostDeps, "followTemplate"> {
  /** What becomes of the users of a host should it stop. */
  continuityOf(host: ListedHost, language: Language): Promise<Child>;
  /** With whom a host works, on its page; with the way to ask it for whoever is signed in at the desk. */
  partnersOf(host: ListedHost, language: Language, request: Request): Promise<Child>;
}

/** `/directory/hosts/DOMAIN` and the offers there: copies of what others publish. Our own lead to the originals. */
export function copyRoutes(deps: CopyDeps): Hono {
  return new Hono()
    .get("/directory/hosts/:host", (c) => showHost(deps, c))
    .get("/directory/hosts/:host/offers/:slug", (c) => showOffer(deps, c))
    .post("/directory/follow", (c) => follow(deps, c));
}

async function showHost(deps: CopyDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const known = await findHostAt(deps.db, keyOf(c));
  if (known.standing !== "shown") return showAbsent(deps, c, frame, known);
  const { host } = known;
  if (host.own) return c.redirect(hostPath(host), 302);
  const now = deps.now();
  const [offers, together, why, reviews, successor, partners, recommended] = await Promise.all([
    listOffersOf(deps.db, host.actor),
    listGivenWith(deps.db, host.actor),
    findWhy(deps.db, host.actor),
    listReviewsOf(deps.db, host.actor),
    findNamedHost(deps.db, host.profile.closing?.successor ?? null),
    deps.partnersOf(host, frame.language, c.req.raw),
    listRecommended(deps.db, host.profile),
  ]);
  const continuity = await deps.continuityOf(host, frame.language);
  const own = await withHosts(
    deps.db,
    offers.map(({ actor }) => actor),
  );
  const found = (candidate: Candidate) => asFound(candidate, now);
  const props = { frame, host, why, reviews, successor, continuity, partners, now, together: together.map(found) };
  return showPage(c, deps.origin, <HostPage {...props} known={namesOf(recommended)} offers={own.map(found)} />);
}

async function showOffer(deps: CopyDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const known = await findHostAt(deps.db, keyOf(c));
  if (known.standing !== "shown") return showAbsent(deps, c, frame, known);
  const { host } = known;
  const slug = c.req.param("slug") ?? "";
  if (host.own) return c.redirect(listedOfferPath(host, slug), 302);
  const offer = await findOfferOf(deps.db, host.actor, slug);
  if (offer === null) return showPage(c, deps.origin, <NoOffer frame={frame} host={host} />, 404);
  const calculator = calculate(offer.content, new URL(c.req.url).searchParams);
  const wrong = calculator !== null && !calculator.result.done;
  const [successor, recommended, partners, signed] = await Promise.all([
    findNamedHost(deps.db, host.profile.closing?.successor ?? null),
    listRecommended(deps.db, host.profile),
    listPartnersKnown(deps.db, offer.joint),
    offer.joint && findSignedOn(deps.db, offer.actor),
  ]);
  const shown = { frame, host, offer, calculator, successor, recommended, partners, signed };
  const page = <CopiedOfferPage {...shown} now={deps.now()} />;
  return showPage(c, deps.origin, page, wrong ? 422 : 200);
}

const keyOf = (c: Context): string => (c.req.param("host") ?? "").toLowerCase();

type Absent = Exclude<KnownHost, { readonly standing: "shown" }>;

function showAbsent({ origin }: CopyDeps, c: Context, frame: Frame, known: Absent) {
  const status = known.standing === "gone" ? 410 : 404;
  const told = absenceOf(known, keyOf(c), frame.language);
  return showPage(c, origin, <ErrorPage {...{ frame, status, ...told }} />, status);
}

/** Why a host is not shown, kindly, and where to go instead. */
function absenceOf(known: Absent, key: string, language: Language) {
  const word = words[language];
  const ways = [{ href: "/directory", label: word.search }];
  switch (known.standing) {
    case "gone":
      return { title: word.goneTitle, text: word.goneText(key, dateWords(known.left, language)), ways };
    case "silent": {
      const { host, seen } = known;
      const there = { href: host.url, label: word.tryThere(hostKey(host.origin)) };
      const text = word.silentText(seen && dateWords(seen, language));
      return { title: word.silentTitle(host.profile.name), text, ways: [...ways, there] };
    }
    case "unknown":
      return { title: word.unknownTitle, text: word.unknownText, ways };
  }
}

function NoOffer({ frame, host }: { readonly frame: Frame; readonly host: ListedHost }) {
  const word = words[frame.language];
  const { name } = host.profile;
  const ways = [
    { href: hostPath(host), label: word.seeHost(name) },
    { href: "/directory", label: word.search },
  ];
  return <ErrorPage {...{ frame, ways }} status={404} title={word.offerGoneTitle} text={word.offerGoneText(name)} />;
}

async function follow(deps: CopyDeps, c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  const typed = String(form["account"] ?? "").slice(0, 500);
  const followed = await findFollowed(deps.db, String(form["target"] ?? "").slice(0, 2_000));
  if (followed === null) throw new NotFound();
  const { host, offer } = followed;
  const { actor, handle } = offer ?? host;
  const page = await findTheirPage(deps, typed, actor);
  if ("address" in page) return c.redirect(page.address, 303);
  const { frame } = await readFrame(deps, c.req.raw);
  const path = offer ? listedOfferPath(host, offer.slug) : hostPath(host);
  const props = { frame: { ...frame, path }, typed, refusal: page.refusal, target: handle };
  const name = offer ? offer.content.title : host.profile.name;
  return showPage(
    c,
    deps.origin,
    <FollowPage {...props} name={name} elsewhere={{ actor, origin: host.origin }} />,
    422,
  );
}
