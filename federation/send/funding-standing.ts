import { dateWords } from "../../src/foundation/date-words.ts";
import type { Language } from "../../src/foundation/language.ts";
import { amountWords, standingWords } from "../../src/funding/amount-words.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import type { LocalCampaign } from "../actors/campaigns.ts";
import { fundingWords } from "./funding-words.ts";

/** The last day on which something can be promised; null where there is no end. */
export function lastDayOf({ closes }: Pick<FundingRequest, "closes">): Date | null {
  return closes === null ? null : new Date(closes.getTime() - 1);
}

/** What is promised, in one line that names nobody: "312 € sur 600 € par an (9 promesses)". */
export function promisedWords({ request, promises }: LocalCampaign, language: Language): string {
  const word = fundingWords[language];
  const { goal } = request.terms;
  const { waiting, help, pledges } = promises;
  return [
    `${standingWords(goal, promises, language)} (${word.pledges(pledges)})`,
    ...(waiting.total > 0 ? [word.underCondition(amountWords(waiting.total, goal, language))] : []),
    ...(help.pledges > 0 ? [word.helpers(help.pledges)] : []),
  ].join(", ");
}

/** How far a request is, in a few words. */
export function stageWords({ state, asked }: FundingRequest, language: Language): string {
  const { stages, confirming } = fundingWords[language];
  return state === "reached" && asked !== null ? confirming(dateWords(asked.until, language)) : stages[state];
}
