import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { hostPath } from "../catalogue/desk-hosts-page.tsx";
import { findKnown } from "../catalogue/known.ts";
import { findListedHost, listHosts } from "../catalogue/queries.ts";
import { listOwnVouches, renewVouch, withdrawVouch } from "../catalogue/vouching.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Commitment } from "../hosts/host.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type AddressOf, noteRead, renewReview, reviewClaim, withdrawReview } from "./changes.ts";
import { AboutClaim, OneReview, OwnWord, readReviewForm, type TypedReview } from "./desk-form.ts";
import { ReviewsPage } from "./desk-page.tsx";
import { words } from "./desk-words.ts";
import { WritePage } from "./desk-write-page.tsx";
import { digestOf } from "./digests.ts";
import { reviewsPath, writePath } from "./paths.ts";
import { findOwnActor, findOwnReviewOf, listOwnReviews, listReviewsOf } from "./queries.ts";

export interface ReviewsDeskDeps extends DeskDeps {
  /** Under which address each of our reviews and vouches is read. */
  readonly addressOf: AddressOf;
}

/** `/admin/followers/reviews`: what hosts say of each other's commitments, and for whom we vouch. */
export function reviewsDesk(deps: ReviewsDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  return new Hono<DeskEnv>()
    .get(reviewsPath, (c) => showAll(deps, c))
    .get(`${reviewsPath}/write`, administrators, (c) => showForm(deps, c))
    .post(`${reviewsPath}/write`, administrators, (c) => write(deps, c))
    .post(`${reviewsPath}/renewal`, administrators, (c) => renew(deps, c))
    .post(`${reviewsPath}/withdrawal`, administrators, (c) => withdraw(deps, c))
    .post(`${reviewsPath}/read`, administrators, (c) => read(deps, c));
}

async function showAll({ db, now, frameOf }: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = { ...(await frameOf(c)), path: reviewsPath };
  const own = await findOwnActor(db);
  const [reviews, vouches] = [await listOwnReviews(db), await listOwnVouches(db)];
  const others = own === null ? [] : await listReviewsOf(db, own);
  const commitments = own === null ? [] : ((await findListedHost(db, own))?.profile.commitments ?? []);
  const claimed = new Set(commitments.map(({ claim }) => digestOf(claim)));
  const actors = [...reviews.map(({ reviewed }) => reviewed), ...vouches.map(({ vouched }) => vouched)];
  const known = await listHosts(db, actors);
  const hosts = new Map(known.map(({ actor, origin, profile }) => [actor, { name: profile.name, origin }]));
  const done = c.req.query("done");
  return showDeskPage(c, <ReviewsPage {...{ frame, now: now(), others, claimed, reviews, vouches, hosts, done }} />);
}

interface Claimed {
  readonly host: ListedHost;
  readonly commitment: Commitment;
}

/** The claim that a page or a form is about, as the host words it now. */
async function needClaimed(reader: Reader, asked: unknown): Promise<Claimed> {
  const { origin, claim } = AboutClaim.parse(asked);
  const known = await findKnown(reader, origin);
  const host = known?.actor == null ? null : await findListedHost(reader, known.actor);
  const commitment = host?.profile.commitments.find((one) => digestOf(one.claim) === claim);
  if (!host || !commitment || host.own || host.trust < 2) throw new NotFound("nobody known here claims this");
  return { host, commitment };
}

async function showForm(deps: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const claimed = await needClaimed(deps.db, c.req.query());
  const own = await findOwnReviewOf(deps.db, claimed.host.actor, claimed.commitment.claim);
  const typed = { verdict: own?.verdict ?? "", why: own?.why ?? "", evidence: own?.evidence ?? "" };
  return showClaim(deps, c, claimed, { typed });
}

interface FormShown {
  readonly typed: TypedReview;
  readonly wrong?: Wrong;
}

async function showClaim(
  { frameOf }: ReviewsDeskDeps,
  c: Context<DeskEnv>,
  { host, commitment }: Claimed,
  shown: FormShown,
): Promise<Response> {
  const frame = { ...(await frameOf(c)), path: writePath(host.origin, digestOf(commitment.claim)) };
  return showDeskPage(c, <WritePage {...{ frame, host, commitment, ...shown }} />, shown.wrong ? 422 : 200);
}

async function write(deps: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const body = await c.req.parseBody();
  const claimed = await needClaimed(deps.db, body);
  const { language } = await deps.frameOf(c);
  const word = words[language];
  const { typed, wrong, said } = readReviewForm(body);
  if (said === null) {
    const sentences = Object.entries(wrong).map(([field, reason]) => [field, word.wrong[reason]]);
    return showClaim(deps, c, claimed, { typed, wrong: Object.fromEntries(sentences) });
  }
  const { host, commitment } = claimed;
  const now = deps.now();
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const reviewing = { actor: host.actor, claim: commitment.claim, ...said };
    const given = await reviewClaim(tx, reviewing, { addressOf: deps.addressOf, now });
    if (given.done) await enter(tx, c.get("person"), { deed: "review-given", subject: host.profile.name, now });
    return given;
  });
  if (outcome.done) return c.redirect(`${hostPath(host.origin)}&done=reviewed`, 303);
  return showClaim(deps, c, claimed, { typed, wrong: { verdict: word.refusals[outcome.reason] } });
}

async function renew({ db, now, addressOf }: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { what, id } = needWord(await c.req.parseBody());
  const means = { addressOf, now: now() };
  await db.transaction().execute(async (tx) => {
    const actor =
      what === "review" ? (await renewReview(tx, id, means)).reviewed : (await renewVouch(tx, id, means)).vouched;
    const deed = what === "review" ? "review-renewed" : "vouch-renewed";
    await enter(tx, c.get("person"), { deed, subject: await nameOf(tx, actor), now: means.now });
  });
  return c.redirect(`${reviewsPath}?done=renewed`, 303);
}

async function withdraw({ db, now, addressOf }: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { what, id } = needWord(await c.req.parseBody());
  const means = { addressOf, now: now() };
  await db.transaction().execute(async (tx) => {
    const actor =
      what === "review" ? (await withdrawReview(tx, id, means)).reviewed : (await withdrawVouch(tx, id, means)).vouched;
    const deed = what === "review" ? "review-withdrawn" : "vouch-withdrawn";
    await enter(tx, c.get("person"), { deed, subject: await nameOf(tx, actor), now: means.now });
  });
  return c.redirect(`${reviewsPath}?done=withdrawn`, 303);
}

async function read({ db, now }: ReviewsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { review } = OneReview.parse(await c.req.parseBody());
  await db.transaction().execute(async (tx) => {
    await noteRead(tx, now(), review);
    await enter(tx, c.get("person"), { deed: "reviews-read", subject: "", now: now() });
  });
  return c.redirect(`${reviewsPath}?done=read`, 303);
}

function needWord(body: unknown) {
  const read = OwnWord.safeParse(body);
  if (!read.success) throw new NotFound("this names nothing of ours");
  return read.data;
}

/** One that is no longer known here goes by its domain. */
async function nameOf(tx: Transaction, actor: string): Promise<string> {
  return (await findListedHost(tx, actor))?.profile.name ?? new URL(actor).host;
}
