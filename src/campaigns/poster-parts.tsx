import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { goalWords } from "../funding/amount-words.ts";
import type { Counted } from "./campaigns.ts";
import { StandingLine } from "./progress-parts.tsx";
import { lastDayOf, missingWords, sumsOf } from "./progress-words.ts";
import { words } from "./taking-words.ts";

export interface PosterProps {
  readonly label: string;
  /** Its title, as a heading where the sheet is the whole page. */
  readonly title: Child;
  readonly campaign: Counted;
  /** Where it leads, as a whole address, */
  readonly address: string;
  /** and the same to photograph: SVG of our own making. */
  readonly drawing: string;
  readonly now: Date;
  readonly language: Language;
}

/** One sheet of A4 for the door: what is looked for, until when, and the way there for a telephone and for hands. */
export function Poster({ label, title, campaign, address, drawing, now, language }: PosterProps) {
  const word = words[language].poster;
  return (
    <article class="poster" aria-label={label}>
      <p class="poster-above">{word.above}</p>
      {title}
      <Sought {...{ campaign, now, language }} />
      <div class="poster-way">
        <div class="qr" role="img" aria-label={word.qr(address)}>
          {raw(drawing)}
        </div>
        <div class="stack stack-3">
          <p>{word.how}</p>
          <p class="poster-address">{address.replace(/^https?:\/\//, "")}</p>
          <p>
            <b>{word.promise}</b>
          </p>
        </div>
      </div>
    </article>
  );
}

/** How much is looked for, until when, and how far it was on the day of printing. */
function Sought({ campaign, now, language }: Pick<PosterProps, "campaign" | "now" | "language">) {
  const word = words[language].poster;
  const { goal } = campaign.request.terms;
  const day = lastDayOf(campaign.request);
  const sums = `${sumsOf(campaign, language).join(", ")}. ${missingWords(campaign, language)}`;
  return (
    <div class="stack stack-3">
      <p class="poster-sum">
        {goal.mode === "headcount" ? word.heads : word.together} <b>{goalWords(goal, language)}</b>
        {day !== null && <> {word.day(dateWords(day, language))}</>}
      </p>
      <StandingLine {...{ campaign, now, language }} />
      <p>{word.state(dateWords(now, language), sums)}</p>
    </div>
  );
}
