import { dateWords } from "../../src/foundation/date-words.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { priceLine } from "../../src/offers/price-words.ts";
import type { Named } from "../actors/account.ts";
import { availabilityHashtags, hashtags, hostHashtags, offerHashtags } from "../actors/hashtags.ts";
import { type Local, type LocalOffer, lastSaid } from "../actors/local.ts";
import { actorPage, offerPage, proposalIri } from "../addresses.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { hashtagAnchor } from "../vocabulary/tags.ts";
import { stateWords } from "./availability-words.ts";
import { togetherWith } from "./joint-texts.ts";
import type { Words } from "./saying.ts";
import { words } from "./words.ts";

/** "There is a new offer", as its own account says it. */
export function offerNews(local: Local, published: LocalOffer, named: readonly Named[] = []): Words {
  const { content } = published.offer;
  const word = words[local.language];
  const first = `<p><strong>${escapeHtml(content.title)}</strong> ${escapeHtml(word.at(local.host.profile.name))}</p>`;
  const said = first + togetherWith(local, named) + paragraphs(excerpt(content.summary)) + facts(local, published);
  return { ...textOf(local, published, said), named };
}

/** What holds now of an offer, as its account has it pinned. */
export function offerState(local: Local, published: LocalOffer): Words {
  const title = `<p><strong>${escapeHtml(published.offer.content.title)}</strong></p>`;
  return textOf(local, published, title + facts(local, published));
}

function facts({ language, now }: Local, { offer, availability }: LocalOffer): string {
  const { line, labels } = words[language];
  const lines = [
    line(labels.state, stateWords(availability, now, language)),
    line(labels.price, priceLine(offer.content, language)),
  ];
  return `<p>${lines.map(escapeHtml).join("<br>")}</p>`;
}

function textOf({ origin }: Local, { offer }: LocalOffer, text: string): Words {
  const names = offerHashtags(offer.content);
  return {
    content: `${text}<p>${link(offerPage(origin, offer.slug))}</p>${anchors(origin, names)}`,
    hashtags: names,
    context: proposalIri(origin, offer.id),
  };
}

/** "It has just opened", or closed: one offer's new state, as the availability account says it. */
export function flipNews({ origin, language, now }: Local, { offer, availability }: LocalOffer): Words {
  const { title } = offer.content;
  const state = `<strong>${escapeHtml(stateWords(availability, now, language))}</strong>`;
  const message = availability?.message ? paragraphs(excerpt(availability.message)) : "";
  const said = `<p>${words[language].line(escapeHtml(title), state)}</p>${message}`;
  return {
    content: `${said}<p>${link(offerPage(origin, offer.slug))}</p>${anchors(origin, availabilityHashtags)}`,
    hashtags: availabilityHashtags,
    context: proposalIri(origin, offer.id),
  };
}

/** Who can get in now, offer by offer, as the availability account has it pinned. */
export function availabilityState(local: Local): Words {
  const { origin, language, offers, now } = local;
  const { stateOn, line, nothingOffered } = words[language];
  const said = lastSaid(local);
  const lines = offers.map(({ offer, availability }) => {
    return `<li>${escapeHtml(line(offer.content.title, stateWords(availability, now, language)))}</li>`;
  });
  const list = lines.length === 0 ? paragraphs(nothingOffered) : `<ul>${lines.join("")}</ul>`;
  const title = said ? `<p><strong>${escapeHtml(stateOn(dateWords(said, language)))}</strong></p>` : "";
  return {
    content: title + list + anchors(origin, availabilityHashtags),
    hashtags: availabilityHashtags,
    context: null,
  };
}

/** What the host offers, as its account has it pinned. */
export function hostState({ origin, language, host, offers }: Local, availability: Handle | null): Words {
  const { ourOffers, followAvailability, nothingOffered } = words[language];
  const lines = offers.map(({ offer }) => {
    return `<li>${escapeHtml(offer.content.title)} ${link(offerPage(origin, offer.slug))}</li>`;
  });
  const list = lines.length === 0 ? paragraphs(nothingOffered) : `${paragraphs(ourOffers)}<ul>${lines.join("")}</ul>`;
  const follow = availability
    ? `<p>${escapeHtml(followAvailability)} ${link(actorPage(origin, availability.name))}</p>`
    : "";
  const names = hostHashtags(host.profile);
  return { content: list + follow + anchors(origin, names), hashtags: names, context: null };
}

/** Hashtags as they end a text. */
export function anchors(origin: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `<p>${hashtags(origin, names).map(hashtagAnchor).join(" ")}</p>`;
}

function excerpt(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 499).trimEnd()}…`;
}
