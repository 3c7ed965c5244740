import type { Language } from "../foundation/language.ts";
import type { Cents } from "../offers/price.ts";
import { words as offerWords } from "../offers/words.ts";
import { count, listWords, money } from "../web/money.ts";
import type { Goal, Promises } from "./funding.ts";

const fr = {
  atLeast: (heads: string) => `${heads} participants au moins`,
  of: (here: string, wanted: string) => `${here} sur ${wanted}`,
  heads: (heads: string, many: boolean) => `${heads} ${many ? "participants" : "participant"}`,
};

const en: typeof fr = {
  atLeast: (heads) => `${heads} participants at least`,
  of: (here, wanted) => `${here} of ${wanted}`,
  heads: (heads, many) => `${heads} ${many ? "participants" : "participant"}`,
};

const words: Readonly<Record<Language, typeof fr>> = { fr, en };

/** An amount with the time it is for: "600 € par an". */
export function amountWords(
  cents: Cents,
  { currency, period }: Pick<Goal, "currency" | "period">,
  language: Language,
): string {
  const amount = money(cents, currency, language);
  return period === null || period === "once" ? amount : `${amount} ${offerWords[language].periods[period]}`;
}

/** What has to come together: "600 € par an et 4 participants au moins". */
export function goalWords(goal: Goal, language: Language): string {
  const { minimum, participants } = goal;
  const people = participants === null ? [] : [words[language].atLeast(count(participants, language))];
  return listWords([...(minimum === null ? [] : [amountWords(minimum, goal, language)]), ...people], language);
}

/** How much of it has: "312 € sur 600 € par an", "2 participants sur 4 et 80 €"; beyond the minimum, of the optimum. */
export function standingWords(
  goal: Goal,
  { total, participants }: Pick<Promises, "total" | "participants">,
  language: Language,
): string {
  const { of, heads } = words[language];
  const aim = goal.optimum !== null && total >= (goal.minimum ?? 0) ? goal.optimum : goal.minimum;
  const people = heads(count(participants, language), participants > 1);
  const ofPeople = goal.participants === null ? [] : [of(people, count(goal.participants, language))];
  const sum = money(total, goal.currency, language);
  const ofMoney = aim === null ? amountWords(total, goal, language) : of(sum, amountWords(aim, goal, language));
  return listWords(goal.mode === "headcount" ? [...ofPeople, ofMoney] : [ofMoney, ...ofPeople], language);
}
