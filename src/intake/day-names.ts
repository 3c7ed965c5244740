import { exactPhrases } from "./phrases.ts";

export const months = exactPhrases<number>([
  ...named(1, "janvier", "janv", "january", "jan"),
  ...named(2, "fevrier", "fevr", "fev", "february", "feb"),
  ...named(3, "mars", "march", "mar"),
  ...named(4, "avril", "avr", "april", "apr"),
  ...named(5, "mai", "may"),
  ...named(6, "juin", "june", "jun"),
  ...named(7, "juillet", "juil", "july", "jul"),
  ...named(8, "aout", "august", "aug"),
  ...named(9, "septembre", "sept", "september", "sep"),
  ...named(10, "octobre", "oct", "october"),
  ...named(11, "novembre", "nov", "november"),
  ...named(12, "decembre", "dec", "december"),
]);

/** Days of the week, from Monday. */
export const weekdays = exactPhrases<number>([
  ...named(1, "lundi", "monday"),
  ...named(2, "mardi", "tuesday"),
  ...named(3, "mercredi", "wednesday"),
  ...named(4, "jeudi", "thursday"),
  ...named(5, "vendredi", "friday"),
  ...named(6, "samedi", "saturday"),
  ...named(7, "dimanche", "sunday"),
]);

export const ordinals: ReadonlySet<string> = new Set(["er", "st", "nd", "rd", "th", "eme", "e"]);
export const firsts: ReadonlySet<string> = new Set(["premier", "first"]);

/** Where in a month; its beginning says no day. */
export const parts = exactPhrases<"start" | "middle" | "end">([
  ...["fin", "la fin", "fin du mois de", "la fin du mois de", "la fin de", "the end of", "end of", "late"].map(
    (saying) => [saying, "end"] as const,
  ),
  ...["mi", "mid", "the middle of", "la mi", "le milieu du mois de"].map((saying) => [saying, "middle"] as const),
  ...["debut", "le debut du mois de", "early", "the beginning of", "courant", "dans le courant de"].map(
    (saying) => [saying, "start"] as const,
  ),
]);

export const ends = exactPhrases<"month" | "year">([
  ...["fin de mois", "fin du mois", "la fin du mois", "the end of the month", "end of the month"].map(
    (saying) => [saying, "month"] as const,
  ),
  ...["fin d annee", "la fin de l annee", "fin de l annee", "the end of the year", "end of the year", "year end"].map(
    (saying) => [saying, "year"] as const,
  ),
]);

/** Times that name no day. */
export const seasons = exactPhrases<"open" | "christmas">([
  ...["l ete", "l hiver", "l automne", "le printemps", "la rentree", "les vacances", "paques", "l ag", "notre ag"].map(
    (saying) => [saying, "open"] as const,
  ),
  ...["summer", "the summer", "winter", "the winter", "spring", "autumn", "easter", "our agm", "the holidays"].map(
    (saying) => [saying, "open"] as const,
  ),
  ...["noel", "christmas", "xmas"].map((saying) => [saying, "christmas"] as const),
]);

/** What makes a day the last one. */
export const lastDays = exactPhrases<"day" | "date" | "before" | "span">([
  ...["avant", "before"].map((saying) => [saying, "before"] as const),
  ...["d ici", "d ici a", "jusqu a", "jusqu au", "au plus tard", "date limite", "echeance", "cloture", "limite"].map(
    (saying) => [saying, "day"] as const,
  ),
  ["pour", "date"],
  ...["fin le", "se termine", "se termine le", "dernier delai", "jusqu en"].map((saying) => [saying, "day"] as const),
  ...["by", "until", "till", "no later than", "not later than", "at the latest", "deadline", "due", "ends"].map(
    (saying) => [saying, "day"] as const,
  ),
  ...["ending", "closes", "closing", "due by"].map((saying) => [saying, "day"] as const),
  ...["dans", "dans les", "sous", "within", "within the next", "in"].map((saying) => [saying, "span"] as const),
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
  ["a partir du", "a partir de", "des le", "depuis le", "depuis", "a compter du", "from", "since", "starting"]
    .concat(["starting on", "from the", "fonde le", "fondee le"])
    .map((saying) => [saying, true]),
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

function named(value: number, ...names: readonly string[]): readonly (readonly [string, number])[] {
  return names.map((name) => [name, value]);
}
