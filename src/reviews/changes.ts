import { randomUUID } from "node:crypto";
import { findListedHost } from "../catalogue/queries.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { digestOf } from "./digests.ts";
import type { ReviewGiven, ReviewWithdrawn } from "./events.ts";
import { keepReviews } from "./keeping.ts";
import { findOwnActor, listOwnReviews, type OwnReview } from "./queries.ts";
import { mostReviews, type Review, type Verdict, wordingOf } from "./reviews.ts";

export type ReviewRefusal = "host-unknown" | "own-host" | "claim-unknown" | "why-missing" | "too-many-reviews";

/** Under which address each of our reviews is read. */
export type AddressOf = (review: string) => string;

/** What our host wants to say. */
export interface Reviewing {
  /** The actor of the host who claims it. */
  readonly actor: string;
  /** As it stands on its page. */
  readonly claim: string;
  readonly verdict: Verdict;
  readonly why: string | null;
  readonly evidence: string | null;
}

interface Means {
  readonly addressOf: AddressOf;
  readonly now: Date;
}

/** Our host says in public what it found of a claim of another; said again, it is as it was said last. */
export async function reviewClaim(
  tx: Transaction,
  { actor, claim, verdict, why, evidence }: Reviewing,
  means: Means,
): Promise<Outcome<OwnReview, ReviewRefusal>> {
  const { now } = means;
  const said = { verdict, why: why?.trim() || null, evidence: evidence?.trim() || null, said: now };
  const digest = digestOf(claim);
  const refusal = await refusalToReview(tx, { actor, digest }, said);
  if (refusal !== null) return refused(refusal);
  const kept = await tx
    .insertInto("reviews")
    .values({ id: randomUUID(), reviewed: actor, claim: wordingOf(claim), digest, withdrawn: null, ...said })
    .onConflict((known) => known.columns(["reviewed", "digest"]).where("withdrawn", "is", null).doUpdateSet(said))
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce(tx, kept.id, means);
  return done(kept as OwnReview);
}

/** It is still so: said again on this day, in the same words, whatever has become of the claim. */
export async function renewReview(tx: Transaction, id: string, means: Means): Promise<OwnReview> {
  const renewed = await tx
    .updateTable("reviews")
    .set({ said: means.now })
    .where("id", "=", id)
    .where("withdrawn", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!renewed) throw new NotFound(`there is no review ${id}`);
  await announce(tx, id, means);
  return renewed as OwnReview;
}

/** Our host takes back what it said. */
export async function withdrawReview(tx: Transaction, id: string, { addressOf, now }: Means): Promise<OwnReview> {
  const withdrawn = await tx
    .updateTable("reviews")
    .set({ withdrawn: now })
    .where("id", "=", id)
    .where("withdrawn", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!withdrawn) throw new NotFound(`there is no review ${id}`);
  await enterOwnReviews(tx, addressOf, now);
  const event: ReviewWithdrawn = { ...happened(now), name: "review-withdrawn", review: id };
  await record(tx, event);
  return withdrawn as OwnReview;
}

/** What our own host says is kept by the same door as what everyone else's says. */
export async function enterOwnReviews(tx: Transaction, addressOf: AddressOf, now: Date): Promise<void> {
  const own = await findOwnActor(tx);
  if (own === null) return;
  const reviews = (await listOwnReviews(tx)).map((review) => reviewOf(review, own, addressOf));
  await keepReviews(tx, own, reviews, now);
}

/** Somebody here has read what others say of our own host: one review, or all that there are. */
export async function noteRead(tx: Transaction, now: Date, review: string | null): Promise<void> {
  let unread = tx
    .updateTable("listedReviews")
    .set({ read: now })
    .where("told", "is not", null)
    .where("read", "is", null);
  if (review !== null) unread = unread.where("address", "=", review);
  await unread.execute();
}

async function announce(tx: Transaction, id: string, { addressOf, now }: Means): Promise<void> {
  await enterOwnReviews(tx, addressOf, now);
  const event: ReviewGiven = { ...happened(now), name: "review-given", review: id };
  await record(tx, event);
}

async function refusalToReview(
  reader: Reader,
  { actor, digest }: { readonly actor: string; readonly digest: string },
  { verdict, why }: Pick<Reviewing, "verdict" | "why">,
): Promise<ReviewRefusal | null> {
  const host = await findListedHost(reader, actor);
  if (host === null || host.trust < 2) return "host-unknown";
  if (host.own) return "own-host";
  if (!host.profile.commitments.some(({ claim }) => digestOf(claim) === digest)) return "claim-unknown";
  if (verdict === "disputes" && why === null) return "why-missing";
  const others = (await listOwnReviews(reader)).filter((one) => one.reviewed !== actor || one.digest !== digest);
  return others.length >= mostReviews ? "too-many-reviews" : null;
}

function reviewOf(
  { id, reviewed, claim, verdict, why, evidence, said }: OwnReview,
  reviewer: string,
  addressOf: AddressOf,
): Review {
  return { address: addressOf(id), reviewer, reviewed, claim, verdict, why, evidence, said };
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });
