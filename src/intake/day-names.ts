import { exactPhrases, means } from "./phrases.ts";

export const months = exactPhrases<number>([
  ...means(1, "janvier; janv; january; jan"),
  ...means(2, "fevrier; fevr; fev; february; feb"),
  ...means(3, "mars; march; mar"),
  ...means(4, "avril; avr; april; apr"),
  ...means(5, "mai; may"),
  ...means(6, "juin; june; jun"),
  ...means(7, "juillet; juil; july; jul"),
  ...means(8, "aout; august; aug"),
  ...means(9, "septembre; sept; september; sep"),
  ...means(10, "octobre; oct; october"),
  ...means(11, "novembre; nov; november"),
  ...means(12, "decembre; dec; december"),
]);

/** Days of the week, from Monday. */
export const weekdays = exactPhrases<number>([
  ...means(1, "lundi; monday"),
  ...means(2, "mardi; tuesday"),
  ...means(3, "mercredi; wednesday"),
  ...means(4, "jeudi; thursday"),
  ...means(5, "vendredi; friday"),
  ...means(6, "samedi; saturday"),
  ...means(7, "dimanche; sunday"),
]);

export const ordinals: ReadonlySet<string> = new Set(["er", "st", "nd", "rd", "th", "eme", "e"]);
export const firsts: ReadonlySet<string> = new Set(["premier", "first"]);

/** Where in a month; its beginning says no day. */
export const parts = exactPhrases<"start" | "middle" | "end">([
  ...means("end", "fin; la fin; fin du mois de; la fin du mois de; la fin de; the end of; end of; late"),
  ...means("middle", "mi; mid; the middle of; la mi; le milieu du mois de"),
  ...means("start", "debut; le debut du mois de; early; the beginning of; courant; dans le courant de"),
]);

export const ends = exactPhrases<"month" | "year">([
  ...means("month", "fin de mois; fin du mois; la fin du mois; the end of the month; end of the month"),
  ...means(
    "year",
    `
    fin d annee; la fin de l annee; fin de l annee; the end of the year; end of the year; year end
  `,
  ),
]);

/** Times that name no day. */
export const seasons = exactPhrases<"open" | "christmas">([
  ...means(
    "open",
    `
    l ete; l hiver; l automne; le printemps; la rentree; les vacances; paques; l ag; notre ag; summer;
    the summer; winter; the winter; spring; autumn; easter; our agm; the holidays
  `,
  ),
  ...means("christmas", "noel; christmas; xmas"),
]);

/** What makes a day the last one. */
export const lastDays = exactPhrases<"day" | "date" | "before" | "span">([
  ...means("before", "avant; before"),
  ...means(
    "day",
    `
    d ici; d ici a; jusqu a; jusqu au; au plus tard; date limite; echeance; cloture; limite; fin le; se termine;
    se termine le; dernier delai; jusqu en; by; until; till; no later than; not later than; at the latest;
    deadline; due; ends; ending; closes; closing; due by
  `,
  ),
  ...means("date", "pour"),
  ...means("span", "dans; dans les; sous; within; within the next; in"),
]);

/** Words between "before" and the day. */
export const dayFillers: ReadonlySet<string> = new Set([
  "le",
  "la",
  "l",
  "au",
  "a",
  "du",
  "the",
  "on",
  "is",
  "est",
  ":",
]);

/** What begins on a day, or happened then. */
export const firstDays = exactPhrases<true>(
  means(
    true,
    `
  a partir du; a partir de; des le; depuis le; depuis; a compter du; from; since; starting; starting on;
  from the; fonde le; fondee le
`,
  ),
);

/** Spans of time, in days or in months. */
type SpanOfTime = { readonly days: number } | { readonly months: number };

export const spans: ReadonlyMap<string, SpanOfTime> = new Map<string, SpanOfTime>([
  ...spanned({ days: 1 }, "jour", "jours", "day", "days"),
  ...spanned({ days: 7 }, "semaine", "semaines", "week", "weeks"),
  ...spanned({ months: 1 }, "mois", "month", "months"),
  ...spanned({ months: 12 }, "an", "ans", "year", "years"),
]);

function spanned(span: SpanOfTime, ...names: readonly string[]): readonly (readonly [string, SpanOfTime])[] {
  return names.map((name) => [name, span]);
}
