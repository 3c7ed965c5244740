import type { Period } from "../offers/price.ts";
import { exactPhrases, listed, loosePhrases, means } from "./phrases.ts";

/** A currency as it is written; a name that may mean several, or that only some use, has to be confirmed. */
export interface CurrencyName {
  readonly code: string;
  readonly sure: boolean;
}

const sure = (code: string): CurrencyName => ({ code, sure: true });
const likely = (code: string): CurrencyName => ({ code, sure: false });

export const currencies = exactPhrases<CurrencyName>([
  ...means(sure("EUR"), "€; euro; euros; eur"),
  ...means(likely("EUR"), "balle; balles"),
  ...means(sure("GBP"), "£; gbp; pound; pounds; quid"),
  ...means(sure("CHF"), "chf; francs suisses; franc suisse; swiss francs"),
  ...means(likely("CHF"), "franc; francs"),
  ...means(likely("USD"), "$; dollar; dollars; bucks"),
  ...means(sure("USD"), "usd"),
  ...means(sure("CAD"), "cad"),
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
  ...means("month", "tous les mois; mensuel; mensuels; mensuelle; mensuelles; mensuellement; monthly"),
  ...means(
    "year",
    `
    tous les ans; annuel; annuels; annuelle; annuelles; annuellement; yearly; annually; annual
  `,
  ),
  ...means("quarter", "trimestriel; trimestriels; trimestrielle; quarterly"),
  ...means("day", "tous les jours; daily"),
  ...means(
    "other",
    `
    par heure; de l heure; l heure; / h; / heure; per hour; an hour; / hour; hebdomadaire; weekly;
    toutes les semaines
  `,
  ),
  ...means(
    "once",
    `
    en une fois; une fois; une seule fois; en une seule fois; en tout; au total; one off; just once; in one go;
    in total; all in all; all told
  `,
  ),
]);

/** "Par mois", "/mois", "a month": every way to say one unit. */
function unit(pace: Pace, french: readonly string[], english: readonly string[]): readonly (readonly [string, Pace])[] {
  return [
    ...french.flatMap((name) => ["par", "/", "chaque", "le", "l", "au", "a l"].map((lead) => `${lead} ${name}`)),
    ...english.flatMap((name) => ["per", "/", "each", "every", "a"].map((lead) => `${lead} ${name}`)),
  ].map((saying) => [saying, pace]);
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
  means(
    true,
    `
  ~; ≈; ±; <; >; ≤; ≥; %; % de; % of; environ; autour de; a peu pres; presque; quelque; moins de; plus de;
  plus ou moins; max; maxi; maximum; au maximum; jusqu a; au plus; au moins; a partir de; des; soit; about;
  around; roughly; nearly; under; over; less than; more than; up to; at least; at most; or so; from; say;
  approx; approximately; ou plus; or more; env; env .; approx .; max .; disons; grosso modo; a la louche; circa;
  tout au plus; n avons que; n ai que; n a que; only have; moitie de; dans les; deja mis; deja donne;
  deja verse; already given; already gave; already paid; la moitie; tiers de; quart de; double de; half of;
  third of; twice; deja; already; au lieu de; a la place de; plutot que; instead of; il manque; encore; on paye;
  on paie; nous payons; je paye; je paie; on a paye; nous coute; coute; coutait; nous avons; nous avions;
  we pay; we paid; we have; costs us; costs; used to pay; had
`,
  ),
);

/** The same after it. */
export const afterthoughts = exactPhrases<true>(
  means(
    true,
    `
  max; maxi; maximum; au maximum; environ; a peu pres; or so; ou plus; or more; approx; at most; at least;
  au moins; ou moins; or less; tops; ish; give or take; grand maximum; peut etre; et quelques; pres; maybe; perhaps
`,
  ),
);

export const bounds = exactPhrases<"minimum" | "optimum">([
  ...means("minimum", "minimum; au minimum; mini; min"),
  ...means("optimum", "idealement; au mieux; optimum; dans l ideal; ideally; ideal"),
]);

/** Words near an amount that is somebody's dues, a grant, or what they pay today: not what they ask for. */
export const elsewhere: ReadonlySet<string> = new Set(
  listed(`
  cotisation; cotisations; subvention; recu; recus; collectes; recoltes; economiser; economie; paye; payons;
  payait; paie; payes; depense; actuellement; actuel; actuelle; aujourd; reste; dette; loyer; salaire; deja;
  gagne; perdu; remise; reduction; amende; sinon; currently; grant; dues; saved; save; saving; paid; paying;
  rent; already; spent; discount
`),
);

/** With tax or without: without, it is not all that is needed. */
export const taxes = exactPhrases<{ readonly sure: boolean }>([
  ...means({ sure: true }, "ttc; toutes taxes comprises; including vat; incl vat; inc vat"),
  ...means({ sure: false }, "ht; hors taxes; hors taxe; h t; + tva; plus vat; + vat; ex vat; excl vat; excluding vat"),
]);

/** Words that announce an amount, even one without its currency. */
export const announced = loosePhrases<true>(
  means(
    true,
    `
  budget; objectif; montant; il nous faut; il faut; il nous faudrait; faudrait; goal; target; ideally;
  idealement; minimum; we need; amount
`,
  ),
);
