import { Hono } from "hono";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Transaction } from "./foundation/database.ts";
import { type Letter, sendMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { findHost } from "./hosts/queries.ts";
import { type RequestDeps, requestRoutes } from "./places/request-routes.tsx";
import { askerRoutes, referredPart } from "./referrals/asker-routes.tsx";
import { forgetAsker } from "./referrals/changes.ts";
import type { ReferralChanged, ReferralHeard } from "./referrals/events.ts";
import { handedRoutes } from "./referrals/handed-routes.tsx";
import { agreedLetter, endedLetter, handedLetter, newsLetter, questionLetter } from "./referrals/letter-words.ts";
import { consentPath, referralPath } from "./referrals/paths.ts";
import { findReferral } from "./referrals/queries.ts";
import type { Referral } from "./referrals/referrals.ts";
import type { Post } from "./site-places.ts";

/** What whoever asks for a place reads of it, and the hosts to whom they are sent on. */
export function requestPages(deps: PageDeps, mails: boolean): Hono {
  const referred: RequestDeps["referred"] = (request, link, language) => referredPart(deps.db, request, link, language);
  return new Hono()
    .route("/", requestRoutes({ ...deps, mails, referred }))
    .route("/", askerRoutes(deps))
    .route("/", handedRoutes(deps));
}

/** What was handed on ends with the request that it came from. */
export const referralErasure: Listener<SiteEvent> = listenTo(["place-request-erased"], async (tx, event) => {
  if (event.request !== undefined) await forgetAsker(tx, event.request, new Date(event.happened));
});

/** Writes to hosts without an instance, to those who are asked whether they may be handed on, and to this host's own team; where no mail is set up, to nobody. */
export function referralListener(post: Post): Listener<SiteEvent> {
  return listenTo(["referral-changed", "referral-heard"], async (tx, event) => {
    const referral = sendsMail(post.mail) ? await findReferral(tx, event.referral) : null;
    if (referral === null) return;
    if (event.name === "referral-changed") await write(tx, post, referral, event);
    else await notify(tx, post, referral, event);
  });
}

async function write(tx: Transaction, post: Post, referral: Referral, { id, deed }: ReferralChanged): Promise<void> {
  const from = (await findHost(tx))?.profile.name ?? new URL(post.origin).host;
  const { consentToken, contact } = referral;
  const toHost = letterToHost(referral, deed, { from, origin: post.origin });
  if (toHost !== null) await sendMail(tx, post.mail, toHost, `referral:${referral.id}:${id}`);
  if (deed !== "ask" || consentToken === null || contact === null) return;
  const letter = questionLetter(referral, { from, link: post.origin + consentPath(consentToken) });
  await sendMail(tx, post.mail, letter, `referral:${referral.id}:question`);
}

/** What a host without an instance is written of a deed; null where it is told nothing. */
function letterToHost(
  referral: Referral,
  deed: ReferralChanged["deed"],
  { from, origin }: { readonly from: string; readonly origin: string },
): Letter | null {
  const { other, otherEmail, token, handing } = referral;
  if (other !== null || otherEmail === null) return null;
  if (deed === "withdraw") return endedLetter(referral, "withdrawn", { from });
  if (deed === "hand" && handing === "refused") return endedLetter(referral, "refused", { from });
  if (token === null || (deed !== "ask" && deed !== "hand")) return null;
  const to = { from, link: origin + referralPath(token) };
  return deed === "ask" ? handedLetter(referral, to) : agreedLetter(referral, to);
}

async function notify(tx: Transaction, post: Post, referral: Referral, { id, what }: ReferralHeard): Promise<void> {
  const to = (await findHost(tx))?.profile.contact.email;
  if (!to) return;
  const page = `${post.origin}/admin/referrals/${referral.id}`;
  const letter = newsLetter(referral, what, { to, language: post.language, page });
  if (letter !== null) await sendMail(tx, post.mail, letter, `referral:${referral.id}:notice:${id}`);
}
