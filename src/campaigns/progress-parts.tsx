import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { Promises } from "../funding/funding.ts";
import { count, listWords, money } from "../web/money.ts";
import { Swarm, SwarmLine, SwarmPoint, type SwarmProps } from "../web/swarm.tsx";
import { type Counted, isGivenUp, type Points, pointsOf } from "./campaigns.ts";
import { missingWords, progressWords } from "./progress-words.ts";
import { words } from "./taking-words.ts";

interface Shown {
  readonly campaign: Counted;
  readonly now: Date;
  readonly language: Language;
}

/** How far a request is: drawn, in figures, in a sentence, and what its points stand for. */
export function Standing({ campaign, now, language }: Shown) {
  const points = pointsOf(campaign.request.terms.goal, campaign.promises, 100);
  return (
    <>
      <Swarm {...drawn(points)} label={progressWords(campaign, now, language)} />
      <Figures campaign={campaign} language={language} />
      <p>
        <b>{missingWords(campaign, language)}</b>
      </p>
      <Legend {...{ campaign, points, language }} />
      <Waiting {...{ campaign, language }} />
      <HelpCounted help={campaign.promises.help} language={language} />
    </>
  );
}

/** The same in one line, for a card. */
export function StandingLine({ campaign, now, language }: Shown) {
  const points = pointsOf(campaign.request.terms.goal, campaign.promises, 24);
  return <SwarmLine {...drawn(points)} label={progressWords(campaign, now, language)} />;
}

const drawn = ({ promised, waiting, missing, minimum }: Points): Omit<SwarmProps, "label"> => ({
  ...{ full: promised, perhaps: waiting, empty: missing, mark: minimum },
});

/** What most matters as a great figure: the sum, or how many take part. */
function Figures({ campaign: { request, promises }, language }: Omit<Shown, "now">) {
  const word = words[language].progress;
  const { goal } = request.terms;
  const { total, participants } = promises;
  const heads = count(participants, language);
  if (goal.mode === "headcount")
    return (
      <p class="swarm-count">
        {heads}{" "}
        <small>
          {word.heads(count(goal.participants ?? 0, language), participants > 1)}
          {total > 0 && `, ${word.promised(amountWords(total, goal, language))}`}
        </small>
      </p>
    );
  return (
    <>
      <p class="swarm-count">
        {money(total, goal.currency, language)} <small>{afterSum(goal, language)}</small>
      </p>
      <p>{participants === 0 ? word.nobody : word.participants(heads, participants > 1)}</p>
    </>
  );
}

function afterSum(goal: Counted["request"]["terms"]["goal"], language: Language): string {
  const period = amountWords(0, goal, language).replace(money(0, goal.currency, language), "");
  return period.trim();
}

function Legend({ campaign, points, language }: Omit<Shown, "now"> & { readonly points: Points }) {
  const word = words[language].progress;
  const { goal } = campaign.request.terms;
  const said = (ofHead: string, ofAmount: (each: string) => string) =>
    points.each === "head" ? ofHead : ofAmount(money(points.each, goal.currency, language));
  const { minimum, optimum } = goal;
  return (
    <ul class="swarm-legend">
      {points.promised > 0 && (
        <li>
          <SwarmPoint of="in" /> {said(word.head, word.promised)}
        </li>
      )}
      {points.waiting > 0 && (
        <li>
          <SwarmPoint of="perhaps" /> {said(word.perhapsHead, word.perhaps)}
        </li>
      )}
      {points.missing > 0 && (
        <li>
          <SwarmPoint of="out" />{" "}
          {said(word.missingHead, isGivenUp(campaign.request.state) ? word.missed : word.missing)}
        </li>
      )}
      {points.minimum !== null && minimum !== null && optimum !== null && (
        <li>
          <SwarmPoint of="ring" />
          <span>{word.ring(amountWords(minimum, goal, language), amountWords(optimum, goal, language))}</span>
        </li>
      )}
    </ul>
  );
}

function Waiting({ campaign: { request, promises }, language }: Omit<Shown, "now">) {
  const { pledges, total } = promises.waiting;
  if (pledges === 0) return null;
  const sum = amountWords(total, request.terms.goal, language);
  return <p class="small">{words[language].progress.waiting(count(pledges, language), sum, pledges > 1)}</p>;
}

function HelpCounted({ help, language }: { readonly help: Promises["help"]; readonly language: Language }) {
  if (help.pledges === 0) return null;
  return (
    <p class="small">
      {words[language].progress.help} {listWords(helpWords(help, language), language)}.
    </p>
  );
}

/** Help in kind by its units: "3 heures", "2 jours". */
export function helpWords(
  help: Readonly<Partial<Record<"hour" | "day" | "thing", number>>>,
  language: Language,
): readonly string[] {
  return (["hour", "day", "thing"] as const).flatMap((unit) => {
    const n = help[unit] ?? 0;
    return n === 0 ? [] : [words[language].units[unit](count(n, language), n > 1)];
  });
}
