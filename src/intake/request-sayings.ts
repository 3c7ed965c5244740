import { exactPhrases, loosePhrases } from "./phrases.ts";

/** Kinds of funding, by their codes in the vocabulary, in the order in which they count where several are said. */
export const kindSayings = loosePhrases<{ readonly code: string; readonly sure: boolean }>([
  ...saying("recurring-support", "soutien récurrent", "soutien régulier", "soutien mensuel", "don récurrent"),
  ...saying("recurring-support", "recurring support", "regular support", "recurring donation", "monthly support"),
  ...saying(
    "shared-development",
    "développement d'un module",
    "développement d'une fonctionnalité",
    "développer un module",
  ),
  ...saying(
    "shared-development",
    "développer une fonctionnalité",
    "ajouter une fonctionnalité",
    "nouvelle fonctionnalité",
  ),
  ...saying(
    "shared-development",
    "développer un plugin",
    "coder un module",
    "coder un connecteur",
    "développer une extension",
  ),
  ...saying("shared-development", "développer un connecteur", "développement mutualisé", "nouveau module", "coder"),
  ...saying("shared-development", "ajouter une fonction", "développement logiciel", "financer le développement"),
  ...saying(
    "shared-development",
    "new feature",
    "a plugin",
    "develop a",
    "development of a feature",
    "missing feature",
  ),
  ...saying("shared-development", "fund the development", "shared development", "add a feature"),
  ...saying("shared-purchase", "financer à plusieurs", "achat groupé", "mutualiser", "mutualisation", "cofinancer"),
  ...saying("shared-purchase", "co-financer", "cofinanceur", "financement participatif", "financement mutualisé"),
  ...saying("shared-purchase", "financement groupé", "partager les frais", "partager le coût", "partager la facture"),
  ...saying(
    "shared-purchase",
    "se partager",
    "se répartir",
    "se cotiser",
    "se grouper",
    "grouper l'achat",
    "achat mutualisé",
  ),
  ...saying("shared-purchase", "pool money", "pool our money", "pool funds", "share the cost", "sharing the cost"),
  ...saying("shared-purchase", "split the bill", "splitting the bill", "split the cost", "share the bill", "chip in"),
  ...saying("shared-purchase", "group purchase", "joint purchase", "co-fund", "cofund", "club together"),
  ...saying("donation", "don", "appel aux dons", "donation", "faire un don", "donate"),
  ...unsure("shared-development", "plugin", "greffon", "développement", "développer", "developing"),
]);

/** How codes rank where several are said. */
export const kindOrder: readonly string[] = ["recurring-support", "shared-development", "donation", "shared-purchase"];

export const modeSayings = exactPhrases<string>([
  ...plain("all-or-nothing", "tout ou rien", "all or nothing"),
  ...plain("keep-what-you-raise", "flexible", "on garde ce qui est promis", "on garde ce qui est collecté"),
  ...plain(
    "keep-what-you-raise",
    "on garde tout",
    "keep what we raise",
    "keep whatever is raised",
    "keep what is raised",
  ),
  ...plain("recurring", "sans échéance", "sans date de fin", "récurrent sans fin", "no end date", "open-ended"),
]);

/** "At least": before a number of those who take part. */
export const leastSayings = exactPhrases<true>(
  ["au moins", "au minimum", "minimum", "a minimum of", "at least", "à partir de"].map((one) => [one, true]),
);

/** After it. */
export const neededSayings = exactPhrases<true>(
  ["minimum", "au minimum", "au moins", "needed", "at least", "or more", "ou plus"].map((one) => [one, true]),
);

/** What makes a bare number one of those who take part; true for a condition: "si on est au moins dix". */
export const beingSayings = exactPhrases<boolean>([
  ...[
    "si on est",
    "si nous sommes",
    "s'il y a",
    "si l'on est",
    "à condition d'être",
    "si vous êtes",
    "dès qu'on est",
  ].map((one) => [one, true] as const),
  ...["if there are", "if we are", "if", "dès que nous sommes"].map((one) => [one, true] as const),
  ...["on est", "nous sommes", "être", "we are", "there are"].map((one) => [one, false] as const),
]);

function saying(code: string, ...sayings: readonly string[]) {
  return sayings.map((one) => [one, { code, sure: true }] as const);
}

function unsure(code: string, ...sayings: readonly string[]) {
  return sayings.map((one) => [one, { code, sure: false }] as const);
}

function plain(code: string, ...sayings: readonly string[]) {
  return sayings.map((one) => [one, code] as const);
}
