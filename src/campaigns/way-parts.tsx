import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { isGivenUp, type Stage, stageOf } from "./campaigns.ts";
import { nextWords } from "./life-words.ts";
import { words } from "./request-words.ts";
import { stageWords } from "./stage-words.ts";

interface NextProps {
  readonly request: FundingRequest;
  readonly now: Date;
  readonly language: Language;
}

/** What happens next, in plain words, and the whole way with the place where the request stands. */
export function WhatHappensNext({ request, now, language }: NextProps) {
  const word = words[language];
  const here = stageOf(request, now);
  const way = wayOf(request, here);
  return (
    <section class="stack gap-above-big" id="next" aria-labelledby="next-title">
      <h2 class="like-h3" id="next-title">
        {word.next}
      </h2>
      <ol class="steps-here" aria-label={word.way}>
        {way.map((stage, at) => (
          <li {...(stage === here ? { "aria-current": "step" } : { class: at < way.indexOf(here) ? "done" : "" })}>
            {stageWords[language][stage]}
          </li>
        ))}
      </ol>
      <p>{nextWords(request, now, language)}</p>
    </section>
  );
}

/** The stages of a request, from the first to the last; where it ended early, only those that it saw. */
function wayOf({ state, committed }: FundingRequest, here: Stage): readonly Stage[] {
  if (isGivenUp(state)) return committed === null ? ["open", here] : ["open", "reached", "committed", here];
  const middle: Stage = here === "full" ? "full" : "reached";
  const whole: readonly Stage[] = ["open", middle, "confirming", "committed", "delivering", "delivered"];
  return here === "draft" ? ["draft", ...whole] : whole;
}
