import { dateWords } from "../../src/foundation/date-words.ts";
import { amountWords, goalWords, standingWords } from "../../src/funding/amount-words.ts";
import { mostOf, remainingOf } from "../../src/funding/funding.ts";
import type { News } from "../../src/funding/news.ts";
import type { LocalCampaign } from "../actors/campaigns.ts";
import { campaignHashtags } from "../actors/hashtags.ts";
import type { Local } from "../actors/local.ts";
import { fundingPage, proposalIri } from "../addresses.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { mentionAnchor } from "../vocabulary/tags.ts";
import { lastDayOf, promisedWords, stageWords } from "./funding-standing.ts";
import { fundingWords } from "./funding-words.ts";
import type { Words } from "./saying.ts";
import { anchors } from "./texts.ts";
import { words } from "./words.ts";

/** "Somebody looks for 600 € a year", as a request's own account says it first; it names who asks, so that they are told. */
export function openingNews(local: Local, campaign: LocalCampaign): Words {
  const { origin, language } = local;
  const { request, asker } = campaign;
  const { seeks, reply, noCost, somebody } = fundingWords[language];
  const { goal } = request.terms;
  const who = asker.named ? mentionAnchor(asker.named, asker.named.page) : escapeHtml(asker.name ?? somebody);
  const wanted = seeks(strong(goalWords(goal, language)), dayOf(campaign, local));
  const said = [
    `<p>${who} ${wanted}</p>${paragraphs(request.content.title)}`,
    `<p>${escapeHtml(reply(amountWords(usualAmount(campaign), goal, language)))} ${link(fundingPage(origin, request.code))}</p>`,
    `<p>${escapeHtml(noCost)}</p>${anchors(origin, campaignHashtags)}`,
  ];
  return { ...about(local, campaign, said.join("")), named: asker.named ? [asker.named] : [] };
}

/** An amount that one may well promise: the first to choose from, else something small that is allowed. */
function usualAmount({ request: { content, terms } }: LocalCampaign): number {
  return content.presets[0] ?? Math.min(mostOf(terms), Math.max(terms.minimumPledge ?? 0, 2_000));
}

/** How far it is, as its account has it pinned. */
export function campaignState(local: Local, campaign: LocalCampaign): Words {
  const { origin, language } = local;
  const { request } = campaign;
  const { labels } = fundingWords[language];
  const { line } = words[language];
  const day = dayOf(campaign, local);
  const lines = [
    line(labels.promised, promisedWords(campaign, language)),
    line(labels.stage, stageWords(request, language)),
    ...(day === null ? [] : [line(labels.closing, day)]),
  ];
  const facts = `<p>${lines.map(escapeHtml).join("<br>")}</p>`;
  const title = `<p><strong>${escapeHtml(request.content.title)}</strong></p>`;
  return about(local, campaign, `${title}${facts}<p>${link(fundingPage(origin, request.code))}</p>${tags(local)}`);
}

/** Half of what has to come together has. */
export function halfNews(local: Local, campaign: LocalCampaign): Words {
  const { half, until } = fundingWords[local.language];
  const day = dayOf(campaign, local);
  return passage(local, campaign, `${half} ${standing(local, campaign)}`, day === null ? "" : until(day));
}

/** All that had to come together has. */
export function reachedNews(local: Local, campaign: LocalCampaign): Words {
  const { reached, afterReached } = fundingWords[local.language];
  return passage(local, campaign, `${reached} ${standing(local, campaign)}`, afterReached(dayOf(campaign, local)));
}

/** One more day, and what is still missing. */
export function lastDayNews(local: Local, campaign: LocalCampaign): Words {
  const { lastDay, missing } = fundingWords[local.language];
  const { goal } = campaign.request.terms;
  const left = remainingOf(goal, campaign.promises) ?? 0;
  const more = left === 0 ? "" : missing(amountWords(left, goal, local.language));
  return passage(local, campaign, `${lastDay} ${standing(local, campaign)}`, more);
}

export function extensionNews(local: Local, campaign: LocalCampaign): Words {
  const { extended, stillHolds } = fundingWords[local.language];
  return passage(local, campaign, escapeHtml(extended(dayOf(campaign, local) ?? "")), stillHolds);
}

/** Whoever promised is asked to confirm; null once nobody is asked any more. */
export function confirmationsNews(local: Local, campaign: LocalCampaign): Words | null {
  const { asked, whyAsked } = fundingWords[local.language];
  const until = campaign.request.asked?.until;
  return until ? passage(local, campaign, strong(asked(dateWords(until, local.language))), whyAsked) : null;
}

/** The order is signed, and what that means for whoever promised. */
export function committedNews(local: Local, campaign: LocalCampaign): Words {
  const { committed, binds } = fundingWords[local.language];
  return passage(local, campaign, `${committed} ${standing(local, campaign)}`, binds);
}

/** It came to nothing, and nobody owes anything. */
export function endNews(local: Local, campaign: LocalCampaign, how: "failed" | "cancelled"): Words {
  const word = fundingWords[local.language];
  const more = how === "failed" ? `${word.owesNothing} ${word.smaller}` : word.owesNothing;
  return passage(local, campaign, strong(word[how]), more);
}

/** What was ordered is there, with what came of it where that was said at once. */
export function deliveredNews(local: Local, campaign: LocalCampaign, outcome: News | null): Words {
  const { delivered } = fundingWords[local.language];
  const told = outcome === null ? "" : paragraphs(outcome.text);
  return ended(local, campaign, `<p>${strong(delivered)}</p>${told}`, outcome?.deliverable ?? null);
}

/** What the steward says: their own words, in the language of the request. */
export function stewardNews(local: Local, campaign: LocalCampaign, news: News): Words {
  const { news: before } = fundingWords[local.language];
  const said = ended(local, campaign, `<p>${strong(before[news.kind])}</p>${paragraphs(news.text)}`, news.deliverable);
  return { ...said, language: campaign.request.content.language };
}

const strong = (text: string): string => `<strong>${escapeHtml(text)}</strong>`;
const tags = ({ origin }: Local): string => anchors(origin, campaignHashtags);

function standing({ language }: Local, { request, promises }: LocalCampaign): string {
  return strong(standingWords(request.terms.goal, promises, language));
}

function dayOf({ request }: LocalCampaign, { language }: Local): string | null {
  const day = lastDayOf(request);
  return day && dateWords(day, language);
}

/** `first` is HTML. */
function passage(local: Local, campaign: LocalCampaign, first: string, more: string): Words {
  return ended(local, campaign, `<p>${first}</p>${paragraphs(more)}`, null);
}

// The page comes first of all links: others draw a card of it.
function ended(local: Local, campaign: LocalCampaign, content: string, deliverable: string | null): Words {
  const { origin, language } = local;
  const { seePage, deliverable: made } = fundingWords[language];
  const page = `<p>${escapeHtml(seePage)} ${link(fundingPage(origin, campaign.request.code))}</p>`;
  const result = deliverable === null ? "" : `<p>${escapeHtml(made)} ${link(deliverable)}</p>`;
  return about(local, campaign, content + page + result + tags(local));
}

function about({ origin }: Local, { request }: LocalCampaign, content: string): Words {
  return { content, hashtags: campaignHashtags, context: proposalIri(origin, request.id) };
}
