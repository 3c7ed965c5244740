import { amountWords } from "../../src/funding/amount-words.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import type { LocalCampaign } from "../actors/campaigns.ts";
import { campaignHashtags } from "../actors/hashtags.ts";
import type { Local } from "../actors/local.ts";
import { proposalIri } from "../addresses.ts";
import { questionOf, storedPoll } from "../polls.ts";
import { writeCreateQuestion } from "../vocabulary/activities.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { fundingWords } from "./funding-words.ts";
import { keepNote } from "./saying.ts";
import { say, type Telling } from "./telling.ts";
import { anchors } from "./texts.ts";

const month = 30 * 86_400_000;

/** Asks, without any commitment, how much followers would give: until the request closes, or for a month where it has no end. */
export async function sayPoll(telling: Telling, author: Handle, campaign: LocalCampaign): Promise<void> {
  const { tx, reach, local, happened } = telling;
  const { closes, id } = campaign.request;
  const words = {
    content: paragraphs(fundingWords[local.language].ask) + anchors(local.origin, campaignHashtags),
    ...{ hashtags: campaignHashtags, context: proposalIri(local.origin, id), topic: "poll" },
  };
  const poll = storedPoll(optionsOf(local, campaign), closes ?? new Date(happened.getTime() + month));
  const note = await keepNote(telling, author, { kind: "poll", poll }, words);
  const question = await questionOf(tx, reach.origin, author, { ...note, poll: JSON.parse(poll) });
  if (question) await say(telling, author, "poll", (act) => writeCreateQuestion(act, question));
}

/** The amounts that the request proposes; where there are none, whether at all. */
function optionsOf({ language }: Local, { request }: LocalCampaign): readonly string[] {
  const { options, otherAmount } = fundingWords[language];
  const amounts = request.content.presets.map((preset) => amountWords(preset, request.terms.goal, language));
  return amounts.length === 0 ? options : [...new Set(amounts), otherAmount];
}
