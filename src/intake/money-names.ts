import type { Period } from "../offers/price.ts";
import { exactPhrases, loosePhrases } from "./phrases.ts";

/** A currency as it is written; a name that may mean several, or that only some use, has to be confirmed. */
export interface CurrencyName {
  readonly code: string;
  readonly sure: boolean;
}

const sure = (code: string): CurrencyName => ({ code, sure: true });
const likely = (code: string): CurrencyName => ({ code, sure: false });

export const currencies = exactPhrases<CurrencyName>([
  ...["€", "euro", "euros", "eur"].map((name) => [name, sure("EUR")] as const),
  ...["balle", "balles"].map((name) => [name, likely("EUR")] as const),
  ...["£", "gbp", "pound", "pounds", "quid"].map((name) => [name, sure("GBP")] as const),
  ...["chf", "francs suisses", "franc suisse", "swiss francs"].map((name) => [name, sure("CHF")] as const),
  ...["franc", "francs"].map((name) => [name, likely("CHF")] as const),
  ...["$", "dollar", "dollars", "bucks"].map((name) => [name, likely("USD")] as const),
  ["usd", sure("USD")],
  ["cad", sure("CAD")],
]);

/** The hundredth part, after a number or after the amount of whole ones: "vingt euros et cinquante centimes". */
export const hundredths: ReadonlySet<string> = new Set(["centime", "centimes", "cents"]);

/** What an amount is paid for; `other` is a span that prices here do not have: a week, half a year. */
export type Pace = Period | "other";

export const paces = exactPhrases<Pace>([
  ...unit("month", ["mois"], ["month", "mo"]),
  ...unit("year", ["an", "annee"], ["year", "annum", "yr"]),
  ...unit("quarter", ["trimestre"], ["quarter"]),
  ...unit("day", ["jour"], ["day"]),
  ...unit("other", ["semaine", "semestre"], ["week", "fortnight"]),
  ...said("month", "tous les mois", "mensuel", "mensuels", "mensuelle", "mensuelles", "mensuellement", "monthly"),
  ...said("year", "tous les ans", "annuel", "annuels", "annuelle", "annuelles", "annuellement"),
  ...said("year", "yearly", "annually", "annual"),
  ...said("quarter", "trimestriel", "trimestriels", "trimestrielle", "quarterly"),
  ...said("day", "tous les jours", "daily"),
  ...said("other", "par heure", "de l heure", "l heure", "/ h", "/ heure", "per hour", "an hour", "/ hour"),
  ...said("other", "hebdomadaire", "weekly", "toutes les semaines"),
  ...said("once", "en une fois", "une fois", "une seule fois", "en une seule fois", "en tout", "au total"),
  ...said("once", "one off", "just once", "in one go", "in total", "all in all", "all told"),
]);

/** "Par mois", "/mois", "a month": every way to say one unit. */
function unit(pace: Pace, french: readonly string[], english: readonly string[]): readonly (readonly [string, Pace])[] {
  return [
    ...french.flatMap((name) => ["par", "/", "chaque", "le", "l", "au", "a l"].map((lead) => `${lead} ${name}`)),
    ...english.flatMap((name) => ["per", "/", "each", "every", "a"].map((lead) => `${lead} ${name}`)),
  ].map((saying) => [saying, pace]);
}

function said(pace: Pace, ...sayings: readonly string[]): readonly (readonly [string, Pace])[] {
  return sayings.map((saying) => [saying, pace]);
}

/** Spans of time that can be counted, in months. */
export const monthsIn: ReadonlyMap<string, number> = new Map([
  ...["mois", "month", "months"].map((name) => [name, 1] as const),
  ...["an", "ans", "annee", "annees", "year", "years"].map((name) => [name, 12] as const),
]);

/** Words before how long an amount is paid. */
export const during: ReadonlySet<string> = new Set(["pendant", "durant", "sur", "for", "over"]);

/** Before an amount: not quite that much, or not surely that. */
export const doubts = exactPhrases<true>(
  [
    ...[
      ...["~", "≈", "±", "<", ">", "≤", "≥", "%", "% de", "% of"],
      "environ",
      "autour de",
      "a peu pres",
      "presque",
      "quelque",
      "moins de",
      "plus de",
      "plus ou moins",
    ],
    ...["max", "maxi", "maximum", "au maximum", "jusqu a", "au plus", "au moins", "a partir de", "des", "soit"],
    ...["about", "around", "roughly", "nearly", "under", "over", "less than", "more than", "up to", "at least"],
    ...["at most", "or so", "from", "say", "approx", "approximately", "max", "ou plus", "or more"],
    ...[
      "moitie de",
      "dans les",
      "deja mis",
      "deja donne",
      "deja verse",
      "already given",
      "already gave",
      "already paid",
      "la moitie",
      "tiers de",
      "quart de",
      "double de",
      "half of",
      "third of",
      "twice",
    ],
    ...["deja", "already", "au lieu de", "a la place de", "plutot que", "instead of", "il manque", "encore"],
    ...["on paye", "on paie", "nous payons", "je paye", "je paie", "on a paye", "nous coute", "coute", "coutait"],
    ...["nous avons", "nous avions", "we pay", "we paid", "we have", "costs us", "costs", "used to pay", "had"],
  ].map((saying) => [saying, true]),
);

/** The same after it. */
export const afterthoughts = exactPhrases<true>(
  ["max", "maxi", "maximum", "au maximum", "environ", "a peu pres", "or so", "ou plus", "or more", "approx"]
    .concat([
      "at most",
      "at least",
      "au moins",
      "ou moins",
      "or less",
      "peut etre",
      "et quelques",
      "pres",
      "maybe",
      "perhaps",
    ])
    .map((saying) => [saying, true]),
);

export const bounds = exactPhrases<"minimum" | "optimum">([
  ...["minimum", "au minimum", "mini", "min"].map((saying) => [saying, "minimum"] as const),
  ...["idealement", "au mieux", "optimum", "dans l ideal", "ideally", "ideal"].map((one) => [one, "optimum"] as const),
]);

/** With tax or without: without, it is not all that is needed. */
export const taxes = exactPhrases<{ readonly sure: boolean }>([
  ...["ttc", "toutes taxes comprises", "including vat", "incl vat", "inc vat"].map(
    (one) => [one, { sure: true }] as const,
  ),
  ...["ht", "hors taxes", "hors taxe", "h t", "+ tva", "plus vat", "+ vat", "ex vat", "excl vat", "excluding vat"].map(
    (one) => [one, { sure: false }] as const,
  ),
]);

/** Words that announce an amount, even one without its currency. */
export const announced = loosePhrases<true>(
  ["budget", "objectif", "montant", "il nous faut", "il faut", "il nous faudrait", "faudrait", "goal", "target"]
    .concat(["ideally", "idealement", "minimum", "we need", "amount"])
    .map((saying) => [saying, true]),
);
