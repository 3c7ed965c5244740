import { amountWords } from "../../src/funding/amount-words.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { isAskedHere, type LocalCampaign } from "../actors/campaigns.ts";
import { campaignHashtags } from "../actors/hashtags.ts";
import { hostHandle, type Local } from "../actors/local.ts";
import { fundingPage, proposalIri } from "../addresses.ts";
import { questionOf, storedPoll } from "../polls.ts";
import { writeCreateQuestion } from "../vocabulary/activities.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { mentionAnchor } from "../vocabulary/tags.ts";
import { fundingWords } from "./funding-words.ts";
import { keepNote, type Words } from "./saying.ts";
import { boost, say, type Telling } from "./telling.ts";
import { anchors } from "./texts.ts";

const month = 30 * 86_400_000;

/** Asks, without any commitment, how much followers would give: until the request closes, or for a month where it has no end. */
export async function sayPoll(telling: Telling, author: Handle, campaign: LocalCampaign): Promise<void> {
  const { tx, reach, local, happened } = telling;
  const { closes } = campaign.request;
  const poll = storedPoll(optionsOf(local, campaign), closes ?? new Date(happened.getTime() + month));
  const words = { ...pollWords(local, campaign), topic: "poll" };
  const note = await keepNote(telling, author, { kind: "poll", poll }, words);
  const question = await questionOf(tx, reach.origin, author, { ...note, poll: JSON.parse(poll) });
  if (question === null) return;
  await say(telling, author, "poll", (act) => writeCreateQuestion(act, question), words.named);
  if (isAskedHere(campaign)) await boost(telling, hostHandle(local), question.id);
}

/** What the poll asks; it names who wants to know, since a new account has no followers yet to pass it on to. */
export function pollWords({ origin, language }: Local, { request, asker: { named } }: LocalCampaign): Words {
  const who = named ? ` (${mentionAnchor(named, named.page)})` : "";
  const page = `<p>${escapeHtml(request.content.title)}${who} ${link(fundingPage(origin, request.code))}</p>`;
  const content = paragraphs(fundingWords[language].ask) + page + anchors(origin, campaignHashtags);
  const about = { hashtags: campaignHashtags, context: proposalIri(origin, request.id) };
  return { content, ...about, named: named ? [named] : [] };
}

/** The amounts that the request proposes; where there are none, whether at all. */
export function optionsOf({ language }: Local, { request }: LocalCampaign): readonly string[] {
  const { options, otherAmount } = fundingWords[language];
  const amounts = request.content.presets.map((preset) => amountWords(preset, request.terms.goal, language));
  return amounts.length === 0 ? options : [...new Set(amounts), otherAmount];
}
