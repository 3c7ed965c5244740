import { listenTo, type SiteEvent } from "./events.ts";
import type { Transaction } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { type MailSettings, sendMail, sendSealedMail, sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { Secret } from "./foundation/secret.ts";
import { findHost } from "./hosts/queries.ts";
import { makeLink } from "./places/changes.ts";
import { lettersOf } from "./places/erasing.ts";
import type { PlaceRequestAnswered, PlaceRequested, PlaceRequestSaid } from "./places/events.ts";
import { answerLetter, type LetterFacts, noticeLetter, receivedLetter } from "./places/letter-words.ts";
import { findEntry, findPlaceSettings, findRequest } from "./places/queries.ts";
import { requestPath } from "./places/request-routes.tsx";

/** What the letters of this site need. */
export interface Post {
  readonly origin: string;
  /** In which the host reads. */
  readonly language: Language;
  readonly mail: MailSettings;
  readonly secret: Secret;
}

/** Writes to those who ask for a place, and tells the host that they wait; where no mail is set up, to nobody. To be the last listener: what it sends then leaves once. */
export function placeListener(post: Post): Listener<SiteEvent> {
  return listenTo(["place-requested", "place-request-answered", "place-request-said"], async (tx, event) => {
    if (!sendsMail(post.mail)) return;
    if (event.name === "place-request-answered") return answer(tx, post, event);
    if (event.name === "place-requested") await confirm(tx, post, event);
    return notify(tx, post, event);
  });
}

type Told = PlaceRequested | PlaceRequestAnswered | PlaceRequestSaid;

async function findFacts(tx: Transaction, { request: id }: Told): Promise<LetterFacts | null> {
  const [request, host] = [await findRequest(tx, id), await findHost(tx)];
  const { answerDays } = await findPlaceSettings(tx);
  return request && host && { request, host: host.profile.name, answerDays };
}

async function confirm(tx: Transaction, post: Post, event: PlaceRequested): Promise<void> {
  const facts = await findFacts(tx, event);
  if (facts?.request.contact.kind !== "email") return;
  const letter = receivedLetter(facts, await linkTo(tx, post, event));
  await sendSealedMail(tx, post.mail, post.secret, letter, `${lettersOf(event.request)}${event.id}`);
}

async function answer(tx: Transaction, post: Post, event: PlaceRequestAnswered): Promise<void> {
  const [facts, entry] = [await findFacts(tx, event), await findEntry(tx, event.entry)];
  if (facts?.request.contact.kind !== "email" || entry === null) return;
  const letter = answerLetter(facts, entry, await linkTo(tx, post, event));
  await sendSealedMail(tx, post.mail, post.secret, letter, `${lettersOf(event.request)}${event.id}`);
}

/** Each letter has a link of its own: none is kept that could be sent again. */
async function linkTo(tx: Transaction, { origin }: Post, { request, happened }: Told): Promise<string> {
  return origin + requestPath(await makeLink(tx, request, new Date(happened)));
}

async function notify(tx: Transaction, post: Post, event: PlaceRequested | PlaceRequestSaid): Promise<void> {
  const [facts, host] = [await findFacts(tx, event), await findHost(tx)];
  const to = host?.profile.contact.email;
  if (facts === null || !to) return;
  const entry = event.name === "place-requested" ? null : await findEntry(tx, event.entry);
  const act = entry === null ? "ask" : entry.act === "withdraw" ? "withdraw" : "say";
  const page = `${post.origin}/admin/requests/${event.request}`;
  const letter = noticeLetter(facts, { to, language: post.language, page, act });
  await sendMail(tx, post.mail, letter, `${lettersOf(event.request)}notice:${event.id}`);
}
