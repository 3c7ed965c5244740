import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { Deadline, Goal } from "../funding/funding.ts";
import type { Help, Promised } from "../pledges/pledges.ts";

/** What somebody promises: "20 € par an", "3 heures : relire les textes". */
export function promisedWords(
  promised: Promised,
  words: string | null,
  goal: Pick<Goal, "currency" | "period">,
  language: Language,
): string {
  if (promised.amount !== null) return amountWords(promised.amount, goal, language);
  if (promised.help === null) return "";
  const count = helpWords(promised.help, language);
  return words === null ? count : `${count}${language === "fr" ? "\u00a0" : ""}: ${words}`;
}

function helpWords({ count, unit }: Help, language: Language): string {
  return units[language][unit](count);
}

const units: Readonly<Record<Language, Readonly<Record<Help["unit"], (count: number) => string>>>> = {
  fr: {
    hour: (count) => `${count} heure${count > 1 ? "s" : ""}`,
    day: (count) => `${count} jour${count > 1 ? "s" : ""}`,
    thing: (count) => (count === 1 ? "une aide" : `${count} fois`),
  },
  en: {
    hour: (count) => `${count} hour${count > 1 ? "s" : ""}`,
    day: (count) => `${count} day${count > 1 ? "s" : ""}`,
    thing: (count) => (count === 1 ? "help" : `${count} times`),
  },
};

/** A deadline as people read it: the last day on which something can be done. */
export function deadlineWords(deadline: Deadline, language: Language): string {
  return dateWords(/^\d{4}-\d\d-\d\d$/.test(deadline) ? deadline : new Date(deadline), language);
}

/** The last day before an instant at midnight in Paris, or its own day. */
export const lastDay = (closing: Date): Date => new Date(closing.getTime() - 3_600_000 * 3);
