import type { Reader } from "../src/foundation/database.ts";
import { findOwnReview, listOwnReviews, type OwnReview } from "../src/reviews/queries.ts";
import { findLocal, hostIri, type Local } from "./actors/local.ts";
import { relationshipIri } from "./addresses.ts";
import type { Reach } from "./reach.ts";
import { gone, here, type Served } from "./served.ts";
import { embedReview, type ReviewDocument, writeReview } from "./vocabulary/review.ts";

/** What our host says of others' claims now, for whoever wants it all at once. */
export async function embeddedReviews(reader: Reader, local: Local): Promise<readonly unknown[]> {
  return (await listOwnReviews(reader)).map((review) => embedReview(reviewOf(local, review)));
}

/** One of them, as others read it, or what is left of it. */
export async function reviewAt(reader: Reader, reach: Reach, id: string): Promise<Served | null> {
  const review = await findOwnReview(reader, id);
  const local = review && (await findLocal(reader, reach, new Date()));
  if (review === null || local === null) return null;
  const document = reviewOf(local, review);
  return review.withdrawn
    ? gone(document.id, "Relationship", review.withdrawn)
    : here(document.id, writeReview(document));
}

function reviewOf(local: Local, { id, reviewed, digest: _, withdrawn: __, ...rest }: OwnReview): ReviewDocument {
  return { id: relationshipIri(local.origin, id), subject: hostIri(local), object: reviewed, ...rest };
}
