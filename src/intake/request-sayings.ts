import { exactPhrases, loosePhrases, means } from "./phrases.ts";

/** Kinds of funding, by their codes in the vocabulary, in the order in which they count where several are said. */
export const kindSayings = loosePhrases<{ readonly code: string; readonly sure: boolean }>([
  ...means(
    { code: "recurring-support", sure: true },
    `
    soutien récurrent; soutien régulier; soutien mensuel; don récurrent; recurring support; regular support;
    recurring donation; monthly support
  `,
  ),
  ...means(
    { code: "shared-development", sure: true },
    `
    développement d'un module; développement d'une fonctionnalité; développer un module;
    développer une fonctionnalité; ajouter une fonctionnalité; nouvelle fonctionnalité; développer un plugin;
    coder un module; coder un connecteur; développer une extension; développer un connecteur;
    développement mutualisé; nouveau module; coder; ajouter une fonction; développement logiciel;
    financer le développement; new feature; a plugin; develop a; development of a feature; missing feature;
    fund the development; shared development; add a feature
  `,
  ),
  ...means(
    { code: "shared-purchase", sure: true },
    `
    financer à plusieurs; achat groupé; mutualiser; mutualisation; cofinancer; co-financer; cofinanceur;
    financement participatif; financement mutualisé; financement groupé; partager les frais; partager le coût;
    partager la facture; se partager; se répartir; se cotiser; se grouper; grouper l'achat; achat mutualisé;
    pool money; pool our money; pool funds; share the cost; sharing the cost; split the bill;
    splitting the bill; split the cost; share the bill; chip in; group purchase; joint purchase; co-fund;
    cofund; club together
  `,
  ),
  ...means({ code: "donation", sure: true }, "don; appel aux dons; donation; faire un don; donate"),
  ...means({ code: "shared-development", sure: false }, "plugin; greffon; développement; développer; developing"),
]);

/** How codes rank where several are said. */
export const kindOrder: readonly string[] = ["recurring-support", "shared-development", "donation", "shared-purchase"];

export const modeSayings = exactPhrases<string>([
  ...means("all-or-nothing", "tout ou rien; all or nothing"),
  ...means(
    "keep-what-you-raise",
    `
    flexible; on garde ce qui est promis; on garde ce qui est collecté; on garde tout; keep what we raise;
    keep whatever is raised; keep what is raised
  `,
  ),
  ...means("recurring", "sans échéance; sans date de fin; récurrent sans fin; no end date; open-ended"),
]);

/** "At least": before a number of those who take part. */
export const leastSayings = exactPhrases<true>(
  means(true, "au moins; au minimum; minimum; a minimum of; at least; à partir de"),
);

/** After it. */
export const neededSayings = exactPhrases<true>(
  means(true, "minimum; au minimum; au moins; needed; at least; or more; ou plus"),
);

/** What makes a bare number one of those who take part; true for a condition: "si on est au moins dix". */
export const beingSayings = exactPhrases<boolean>([
  ...means(true, "si on est; si nous sommes; s'il y a; si l'on est; à condition d'être; si vous êtes; dès qu'on est"),
  ...means(true, "dès que nous sommes; if there are; if we are; if"),
  ...means(false, "on est; nous sommes; être; we are; there are"),
]);
