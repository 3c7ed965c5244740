import type { Child } from "hono/jsx";
import type { Known } from "./catalogue/known.ts";
import { findListedHost } from "./catalogue/queries.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { sendMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { ReviewsShown } from "./hosts/promise-parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { ClaimsToReview } from "./reviews/desk-parts.tsx";
import { heardLetter } from "./reviews/letter-words.ts";
import { ClaimReviews, OtherReviews, ReviewsGiven } from "./reviews/parts.tsx";
import { reviewsPath } from "./reviews/paths.ts";
import { findOwnActor, listOwnReviews, listReviewsBy, listReviewsOf } from "./reviews/queries.ts";
import type { Post } from "./site-places.ts";

/** Tells our own host by mail what another says of its commitments, where mail is set up. To be among the last listeners: what it sends then leaves once. */
export function reviewListener({ origin, language, mail }: Post): Listener<SiteEvent> {
  return listenTo(["review-heard"], async (tx, event) => {
    const to = (await findHost(tx))?.profile.contact.email;
    const own = await findOwnActor(tx);
    if (!sendsMail(mail) || !to || own === null) return;
    const review = (await listReviewsOf(tx, own)).find(({ address }) => address === event.review);
    if (review === undefined) return; // taken back meanwhile
    const letter = heardLetter(review, { to, language, page: origin + reviewsPath });
    await sendMail(tx, mail, letter, `review:${event.id}`);
  });
}

/** What is said of our own commitments, and what we say of others', on our own page. */
export async function reviewsOnAbout(db: Database, language: Language, now: Date): Promise<ReviewsShown | null> {
  const actor = await findOwnActor(db);
  const host = actor === null ? null : await findListedHost(db, actor);
  if (host === null) return null;
  const reading = { language, now, profile: host.profile, reviews: await listReviewsOf(db, host.actor) };
  return {
    of: (commitment) => <ClaimReviews {...reading} commitment={commitment} />,
    others: <OtherReviews {...reading} />,
    given: <ReviewsGiven {...{ language, now }} reviews={await listReviewsBy(db, host.actor)} />,
  };
}

/** The commitments of another host on its page at the desk. */
export async function claimsAtDesk(db: Database, { actor, origin }: Known, language: Language): Promise<Child> {
  const host = actor === null ? null : await findListedHost(db, actor);
  if (host === null) return null;
  const reviews = (await listOwnReviews(db)).filter(({ reviewed }) => reviewed === actor);
  return <ClaimsToReview {...{ language, origin, reviews }} profile={host.profile} />;
}
