import type { Language } from "../foundation/language.ts";
import type { AdviceCode } from "./advice.ts";

const fr: Record<AdviceCode, string> = {
  "title-names-software":
    "Le titre nomme un logiciel. Dites plutôt à quoi il sert : une association cherche d’abord un besoin, pas un nom.",
  "summary-missing": "Ajoutez deux phrases de résumé : c’est ce qu’on lit en premier, et ce qui est partagé.",
  "needs-missing": "Dites à quels besoins l’offre répond : c’est par là qu’on la trouve.",
  "does-not-missing": "Dites aussi ce que vous ne faites pas : une offre bien cadrée évite les déceptions.",
  "audiences-missing": "Dites à qui l’offre s’adresse : chacun voit alors si elle lui convient.",
  "tiers-missing": "Ajoutez au moins une formule avec son prix : sans prix, beaucoup n’osent pas demander.",
  "too-many-tiers":
    "Plus de trois formules, c’est difficile à comparer. Gardez-en trois, proches de l’usage courant, et une sur mesure.",
  "tailored-tier-missing": "Ajoutez une formule sur mesure pour celles et ceux à qui les autres ne conviennent pas.",
  "price-missing": "Une formule n’a pas de prix. Écrivez-le, ou dites qu’elle se fait sur devis.",
  "example-price-missing": "Tout est sur devis. Donnez un exemple de prix : il aide à savoir si l’offre est à portée.",
  "price-date-missing": "Datez vos prix : on saura s’ils sont encore justes.",
  "accompaniment-missing":
    "Comprenez un peu d’accompagnement dans l’offre de base : c’est ce qui manque le plus aux associations.",
  "support-missing": "Dites comment demander de l’aide, et si elle est comprise.",
  "maintenance-missing": "Dites qui met à jour et surveille : c’est une part de la tranquillité que vous vendez.",
  "backups-missing": "Dites comment les données sont sauvegardées, et quand une restauration a été essayée.",
  "exit-missing": "Dites comment partir et avec quelles données : on s’engage plus volontiers quand on peut partir.",
  "continuity-missing": "Dites ce qui se passe si vous arrêtez, et qui prend la suite.",
  "software-license-missing": "Donnez la licence de chaque logiciel : elle montre qu’il est libre.",
};

const en: typeof fr = {
  "title-names-software":
    "The title names a piece of software. Say what it is for: an association looks for a need first, not for a name.",
  "summary-missing": "Add a summary of two sentences: it is what people read first, and what is shared.",
  "needs-missing": "Say which needs the offer meets: that is how it is found.",
  "does-not-missing": "Say what you do not do, too: a well-framed offer avoids disappointment.",
  "audiences-missing": "Say who the offer is for: people see at once whether it suits them.",
  "tiers-missing": "Add at least one plan with its price: without a price, many do not dare to ask.",
  "too-many-tiers":
    "More than three plans are hard to compare. Keep three, near what people really use, and a tailored one.",
  "tailored-tier-missing": "Add a tailored plan for those whom the others do not suit.",
  "price-missing": "A plan has no price. Write it, or say that it is on quote.",
  "example-price-missing":
    "Everything is on quote. Give an example of a price: it shows whether the offer is within reach.",
  "price-date-missing": "Date your prices: people will know whether they still hold.",
  "accompaniment-missing": "Include some accompaniment in the base offer: it is what associations lack most.",
  "support-missing": "Say how to ask for help, and whether it is included.",
  "maintenance-missing": "Say who updates and watches: it is part of the peace of mind that you offer.",
  "backups-missing": "Say how data is backed up, and when a restore was last tried.",
  "exit-missing": "Say how to leave, and with which data: people commit more readily when they can leave.",
  "continuity-missing": "Say what happens if you stop, and who takes over.",
  "software-license-missing": "Give the licence of each piece of software: it shows that it is free.",
};

/** Why each piece of advice is given. */
export const adviceWords: Readonly<Record<Language, typeof fr>> = { fr, en };
