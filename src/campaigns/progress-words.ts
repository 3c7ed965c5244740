import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import { type Goal, isMet, remainingOf } from "../funding/funding.ts";
import type { Cents } from "../offers/price.ts";
import { count, listWords, money } from "../web/money.ts";
import { type Counted, daysLeft, isCommitted, isGivenUp, stageOf } from "./campaigns.ts";
import { stageWords } from "./stage-words.ts";

const fr = {
  of: (sum: string, goal: string) => `${sum} promis sur ${goal}`,
  sum: (sum: string) => `${sum} promis`,
  headsOf: (here: string, wanted: string, many: boolean) =>
    `${here} ${many ? "participants" : "participant"} sur ${wanted}`,
  heads: (here: string, many: boolean) => `${here} ${many ? "participants" : "participant"}`,
  nobody: "personne encore",
  left: (days: string) => `encore ${days} jours`,
  lastDay: "dernier jour",
  noEnd: "sans date limite",
  over: (day: string) => `clos le ${day}`,
  until: (day: string) => `jusqu’au ${day}`,
  missing: (what: string) => `Il manque ${what}.`,
  missed: (what: string) => `À la fin, il manquait ${what}.`,
  more: (heads: string, many: boolean) => `${heads} ${many ? "participants" : "participant"}`,
  met: "Le compte y est.",
  metMinimum: (minimum: string, optimum: string) =>
    `Le minimum de ${minimum} y est\u202f; on continue jusqu’à ${optimum}.`,
  metOptimum: (optimum: string) => `L’objectif de ${optimum} est atteint.`,
};

const en: typeof fr = {
  of: (sum, goal) => `${sum} pledged of ${goal}`,
  sum: (sum) => `${sum} pledged`,
  headsOf: (here, wanted, many) => `${here} of ${wanted} ${many || wanted !== "1" ? "take part" : "takes part"}`,
  heads: (here, many) => `${here} ${many ? "participants" : "participant"}`,
  nobody: "nobody yet",
  left: (days) => `${days} days left`,
  lastDay: "last day",
  noEnd: "no deadline",
  over: (day) => `closed on ${day}`,
  until: (day) => `until ${day}`,
  missing: (what) => `Still to find: ${what}.`,
  missed: (what) => `Missing at the end: ${what}.`,
  more: (heads, many) => `${heads} ${many ? "participants" : "participant"}`,
  met: "All that was needed is there.",
  metMinimum: (minimum, optimum) => `The minimum of ${minimum} is there; it goes on up to ${optimum}.`,
  metOptimum: (optimum) => `The goal of ${optimum} is met.`,
};

const words: Readonly<Record<Language, typeof fr>> = { fr, en };

/** How far a request is, read aloud: "312 € promis sur 600 €, 9 participants, encore 23 jours". */
export function progressWords(campaign: Counted, now: Date, language: Language): string {
  return [...sumsOf(campaign, language), timeWords(campaign.request, now, language)].join(", ");
}

/** The sums alone: "312 € promis sur 600 €", "9 participants". */
export function sumsOf({ request, promises }: Counted, language: Language): readonly string[] {
  const word = words[language];
  const { goal } = request.terms;
  const { total, participants } = promises;
  const heads = count(participants, language);
  const money = total > 0 || goal.minimum !== null ? [moneySum(goal, total, language)] : [];
  const people =
    goal.participants !== null
      ? word.headsOf(heads, count(goal.participants, language), participants > 1)
      : participants === 0
        ? word.nobody
        : word.heads(heads, participants > 1);
  return goal.mode === "headcount" ? [people, ...money] : [...money, people];
}

function moneySum(goal: Goal, total: Cents, language: Language): string {
  const word = words[language];
  const end = goal.optimum ?? goal.minimum;
  if (end === null) return word.sum(amountWords(total, goal, language));
  return word.of(money(total, goal.currency, language), amountWords(end, goal, language));
}

/** How long it goes on: "encore 23 jours", "dernier jour", "clos le 3 mars 2027"; later, where it stands. */
export function timeWords(request: Counted["request"], now: Date, language: Language): string {
  const word = words[language];
  if (isCommitted(request.state)) return stageWords[language][stageOf(request, now)].toLowerCase();
  const days = daysLeft(request, now);
  if (isGivenUp(request.state) || (request.closes !== null && days === null))
    return word.over(dateWords(lastDayOf(request) ?? now, language));
  if (days === null) return word.noEnd;
  return days === 1 ? word.lastDay : word.left(count(days, language));
}

/** "jusqu’au 15 janvier 2027": the last day on which one can promise. */
export function untilWords(request: Ended, language: Language): string {
  const day = lastDayOf(request);
  return day === null ? words[language].noEnd : words[language].until(dateWords(day, language));
}

type Ended = Pick<Counted["request"], "ended" | "closes" | "state">;

/** The day on which it ended, or the last one on which one can promise; null where there is none. */
export function lastDayOf({ ended, closes, state }: Ended): Date | null {
  if (isGivenUp(state) && ended !== null) return ended;
  return closes === null ? null : new Date(closes.getTime() - 1);
}

/** What is still to be found, or was when it was given up; or that nothing is. */
export function missingWords({ request, promises }: Counted, language: Language): string {
  const word = words[language];
  const { goal } = request.terms;
  if (isMet(goal, promises)) return metWords(goal, promises.total, language);
  const left = remainingOf(goal, promises) ?? 0;
  const heads = Math.max(0, (goal.participants ?? 0) - promises.participants);
  const what = [
    ...(left > 0 ? [amountWords(left, goal, language)] : []),
    ...(heads > 0 ? [word.more(count(heads, language), heads > 1)] : []),
  ];
  return (isGivenUp(request.state) ? word.missed : word.missing)(listWords(what, language));
}

function metWords(goal: Goal, total: Cents, language: Language): string {
  const word = words[language];
  const { minimum, optimum } = goal;
  if (optimum === null || minimum === null) return word.met;
  const end = amountWords(optimum, goal, language);
  return total >= optimum ? word.metOptimum(end) : word.metMinimum(amountWords(minimum, goal, language), end);
}
