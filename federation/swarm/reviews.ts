import { findListedHost } from "../../src/catalogue/queries.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { keepReview, keepReviews } from "../../src/reviews/keeping.ts";
import type { Review } from "../../src/reviews/reviews.ts";
import { originOf } from "../guard/origins.ts";
import { type ReviewDocument, readReviews } from "../vocabulary/review.ts";
import { VisitFailed } from "./asking.ts";
import type { Met } from "./meeting.ts";
import { found } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** What a host says of others' claims, asked of a host that is shown here; what cannot be read of it changes nothing. */
export async function visitReviews(
  walk: Walk,
  origin: string,
  { host: { actor }, reviews: address }: Met,
): Promise<void> {
  if (((await findListedHost(walk.db, actor))?.trust ?? 0) < 3) return;
  if (address !== null && originOf(address) !== origin) throw new VisitFailed("lies-about-origin");
  const asked = new Date();
  const said = address === null ? [] : readReviews(await found(walk.asker.patient, address), actor);
  if (said === null) return;
  await keep(walk, origin, (tx) => keepReviews(tx, actor, said.map(reviewOf), asked));
}

/** One that its instance has told of, as its own address shows it. It is passed on to nobody: each asks those whom it trusts. */
export async function keepToldReview(tx: Transaction, document: ReviewDocument, asked: Date): Promise<false> {
  await keepReview(tx, reviewOf(document), asked);
  return false;
}

function reviewOf({ id, subject, object, ...rest }: ReviewDocument): Review {
  return { address: id, reviewer: subject, reviewed: object, ...rest };
}
