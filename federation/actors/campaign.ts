import { dateWords } from "../../src/foundation/date-words.ts";
import { goalWords } from "../../src/funding/amount-words.ts";
import { type FundingSheet, remainingOf } from "../../src/funding/funding.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { needIri } from "../../src/hosts/vocabularies.ts";
import { actorIri, fundingPage, fundingSheet, proposalIri } from "../addresses.ts";
import { lastDayOf, promisedWords, stageWords } from "../send/funding-standing.ts";
import { fundingWords } from "../send/funding-words.ts";
import type { Field } from "../vocabulary/actor.ts";
import { escapeHtml, paragraphs } from "../vocabulary/html.ts";
import { writeOfferActor } from "../vocabulary/offer-actor.ts";
import { type RequestProposal, writeRequestProposal } from "../vocabulary/request-proposal.ts";
import { writeRequestSheet } from "../vocabulary/request-sheet.ts";
import type { LocalCampaign } from "./campaigns.ts";
import { actorOf, linkField, summaryOf, textField } from "./common.ts";
import { campaignHashtags, hashtags } from "./hashtags.ts";
import type { Keys } from "./keys.ts";
import { hostIri, instanceIri, type Local } from "./local.ts";

/** The document of a request that was opened. */
export function campaignDocument(local: Local, campaign: LocalCampaign, handle: Handle, keys: Keys) {
  const { origin, language } = local;
  const { request } = campaign;
  const word = fundingWords[language];
  const actor = actorOf(local, handle, keys, {
    title: word.title(request.content.title),
    summary: summaryOf(request.content.description, 1_500) + askedBy(local, campaign),
    url: fundingPage(origin, request.code),
    fields: fieldsOf(local, campaign),
    hashtags: campaignHashtags,
  });
  const addresses = {
    host: hostIri(local),
    proposal: proposalIri(origin, request.id),
    datasheet: fundingSheet(origin, request.code),
    instance: instanceIri(origin),
    stamps: [],
  };
  return writeOfferActor({ ...actor, ...addresses }, { subscribe: word.labels.takePart, datasheet: word.labels.sheet });
}

function askedBy({ language }: Local, { asker: { name, page, named } }: LocalCampaign): string {
  const { askedBy: by, somebody, howTo } = fundingWords[language];
  const shown = escapeHtml(named ? `@${named.account}` : (name ?? somebody));
  const who = page === null ? shown : `<a href="${escapeHtml(page)}" class="u-url mention">${shown}</a>`;
  return `<p>${escapeHtml(by)} ${who}. ${escapeHtml(howTo)}</p>`;
}

function fieldsOf({ origin, language }: Local, campaign: LocalCampaign): readonly Field[] {
  const { request } = campaign;
  const { labels, somebody } = fundingWords[language];
  const day = lastDayOf(request);
  return [
    ...textField(labels.goal, goalWords(request.terms.goal, language)),
    ...textField(labels.promised, promisedWords(campaign, language)),
    ...textField(labels.stage, stageWords(request, language)),
    ...textField(labels.closing, day && dateWords(day, language)),
    ...stewardField(labels.steward, campaign, somebody),
    ...linkField(labels.takePart, fundingPage(origin, request.code)),
  ];
}

/** Who signs for all: in the words of who asks, or known here, or who asks. */
function stewardField(label: string, { request, asker }: LocalCampaign, somebody: string): readonly Field[] {
  const { steward, content } = request;
  if (steward !== null) return steward.address ? linkField(label, steward.address) : textField(label, steward.name);
  if (content.steward !== null) return textField(label, content.steward);
  return asker.page === null ? textField(label, asker.name ?? somebody) : linkField(label, asker.page);
}

/** The proposal of a request that was opened, which other instances read. */
export function requestProposalDocument(local: Local, campaign: LocalCampaign) {
  return writeRequestProposal(proposalOf(local, campaign));
}

function proposalOf({ origin }: Local, { request, promises, asker, asOf }: LocalCampaign): RequestProposal {
  const { id, code, content, closes, original, opened, created } = request;
  const { goal, minimumPledge } = request.terms;
  return {
    id: proposalIri(origin, id),
    campaign: actorIri(origin, { id, kind: "campaign" }),
    ...{ name: content.title, content: paragraphs(content.description), url: fundingPage(origin, code) },
    ...{ published: opened ?? created, updated: asOf, ends: closes, original },
    requester: asker.named && { href: asker.named.href, account: asker.named.account },
    beneficiary: asker.actor,
    hashtags: hashtags(origin, campaignHashtags),
    ...{ currency: goal.currency, amount: goal.minimum, remaining: remainingOf(goal, promises), minimumPledge },
    period: goal.period === "once" ? null : goal.period,
    service: needIri(content.needs[0] ?? "accompaniment"),
    rule: goal.mode === "keep-what-you-raise" ? "keepAll" : "allOrNothing",
    state: publicState(request.state),
    pledged: { total: promises.total, count: promises.pledges, asOf },
    datasheet: fundingSheet(origin, code),
  };
}

/** All that other instances need to list a request, as JSON. */
export function requestSheetDocument(local: Local, campaign: LocalCampaign) {
  const { origin } = local;
  return writeRequestSheet(sheetOf(local, campaign), fundingSheet(origin, campaign.request.code));
}

function sheetOf(
  { origin, language }: Local,
  { request, promises, asker, version, asOf }: LocalCampaign,
): FundingSheet {
  const { id, code, handle, terms, content, previous, opened, created, asked, state } = request;
  const iri = (campaign: string) => actorIri(origin, { id: campaign, kind: "campaign" });
  const { closes, original, extended, committed, ended } = request;
  return {
    ...{ actor: iri(id), proposal: proposalIri(origin, id), url: fundingPage(origin, code) },
    ...{ code, handle: handle ?? "", terms, content, promises, version, asOf },
    requester: { name: asker.name ?? fundingWords[language].somebody, address: asker.page, actor: asker.actor },
    ...{ state: publicState(state), closes, original, previous: previous && iri(previous) },
    ...{ opened: opened ?? created, extended, confirmUntil: (state === "reached" && asked?.until) || null },
    ...{ committed, ended },
  };
}

function publicState(state: LocalCampaign["request"]["state"]): FundingSheet["state"] {
  if (state === "draft") throw new Error("nobody is told of a draft");
  return state;
}
