import type { SiteEvent } from "./events.ts";
import type { Listener } from "./foundation/outbox.ts";
import { catalogueListener, jointListener } from "./site-catalogue.ts";
import { fundingListener } from "./site-funding.ts";
import { jointAnswerListeners, jointLetters } from "./site-joint.tsx";
import { noticeListeners } from "./site-notices.ts";
import { partnerListener } from "./site-partners.tsx";
import { type Post, placeListener } from "./site-places.ts";
import { referralErasure, referralListener } from "./site-referrals.ts";
import { reviewListener } from "./site-reviews.tsx";
import { quoteListener, togetherListeners } from "./site-together.ts";
import { trustListener } from "./site-trust.ts";

/** All who are told of what happens, in the order in which they are told. */
export function siteListeners(post: Post, network: readonly Listener<SiteEvent>[]): readonly Listener<SiteEvent>[] {
  return [
    catalogueListener(post.origin),
    jointListener,
    trustListener(post.origin),
    ...network,
    fundingListener,
    ...jointAnswerListeners(post.origin),
    quoteListener(post.origin),
    ...noticeListeners,
    referralErasure,
    ...letterListeners(post),
  ];
}

/** Those who write letters of an event: each the last to hear of it, so that what fails before it sends no letter twice. */
export function letterListeners(post: Post): readonly Listener<SiteEvent>[] {
  return [
    referralListener(post),
    placeListener(post),
    jointLetters(post),
    ...togetherListeners(post),
    partnerListener(post),
    reviewListener(post),
  ];
}
