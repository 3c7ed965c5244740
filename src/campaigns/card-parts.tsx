import type { Language } from "../foundation/language.ts";
import { signOf } from "../hosts/card-parts.tsx";
import type { Host } from "../hosts/host.ts";
import type { Card } from "../web/card.ts";
import { type Campaign, isGivenUp, isTaking, pointsOf, stageOf } from "./campaigns.ts";
import { sumsOf, untilWords } from "./progress-words.ts";
import { stageWords } from "./stage-words.ts";

/** The card of a request: what for, how much of how much, who takes part, until when. Another one as soon as the total is. */
export function requestCard(
  campaign: Campaign,
  host: Host,
  { origin, language, now }: { readonly origin: string; readonly language: Language; readonly now: Date },
): Card {
  const { request, promises } = campaign;
  const [first = "", ...others] = sumsOf(campaign, language);
  const stage = stageOf(request, now);
  const { promised, waiting, missing, minimum } = pointsOf(request.terms.goal, promises, 24);
  const when = isTaking(request, now) ? untilWords(request, language) : stageWords[language][stage];
  return {
    language,
    above: request.requester.name || host.profile.name,
    title: request.content.title,
    state: { sign: isGivenUp(request.state) ? "state-closed" : "hand-heart", words: first },
    lines: [[...others, when].join(", ")],
    points: { full: promised, empty: waiting + missing, mark: minimum },
    ...signOf(host.logo, origin),
  };
}
