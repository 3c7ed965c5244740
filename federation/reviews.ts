import type { Reader } from "../src/foundation/database.ts";
import { findOwnReview, listOwnReviews, type OwnReview } from "../src/reviews/queries.ts";
import { hostIri, type Local } from "./actors/local.ts";
import { vouchIri } from "./addresses.ts";
import { embedReview, type ReviewDocument } from "./vocabulary/review.ts";

/** What our host says of others' claims now, for whoever wants it all at once. */
export async function embeddedReviews(reader: Reader, local: Local): Promise<readonly unknown[]> {
  return (await listOwnReviews(reader)).map((review) => embedReview(reviewOf(local, review)));
}

/** One of them, as others read it; with when it was withdrawn, if it was. Null when there never was one. */
export async function findReviewDocument(reader: Reader, local: Local, id: string) {
  const review = await findOwnReview(reader, id);
  return review && { document: reviewOf(local, review), withdrawn: review.withdrawn };
}

function reviewOf(local: Local, { id, reviewed, digest: _, withdrawn: __, ...rest }: OwnReview): ReviewDocument {
  return { id: vouchIri(local.origin, id), subject: hostIri(local), object: reviewed, ...rest };
}
