import type { Language } from "../foundation/language.ts";
import type { JointKind } from "./joint.ts";

/** How sentences call what several hosts sign, in every place that it takes in them. */
export interface Noun {
  /** "offer", "réponse" */
  readonly bare: string;
  /** "the offer", "la réponse" */
  readonly the: string;
  readonly The: string;
  /** "of the offer", "du devis" */
  readonly of: string;
  /** "this offer", "ce devis" */
  readonly this: string;
  /** "Elle", "Il", "It" */
  readonly It: string;
  /** "it", after a verb or alone: "la", "le" */
  readonly it: string;
  /** "the joint offer", "le devis commun" */
  readonly joint: string;
  /** What is said of it agrees with it: "e" or nothing. */
  readonly e: string;
}

const feminine = { It: "Elle", it: "la", e: "e" };

const fr: Record<JointKind, Noun> = {
  offer: {
    ...{ bare: "offre", the: "l’offre", The: "L’offre", of: "de l’offre", this: "cette offre" },
    ...{ joint: "l’offre commune", ...feminine },
  },
  answer: {
    ...{ bare: "réponse", the: "la réponse", The: "La réponse", of: "de la réponse", this: "cette réponse" },
    ...{ joint: "la réponse commune", ...feminine },
  },
  quote: {
    ...{ bare: "devis", the: "le devis", The: "Le devis", of: "du devis", this: "ce devis" },
    ...{ joint: "le devis commun", It: "Il", it: "le", e: "" },
  },
};

const english = (bare: string): Noun => ({
  ...{ bare, the: `the ${bare}`, The: `The ${bare}`, of: `of the ${bare}`, this: `this ${bare}` },
  ...{ joint: `the joint ${bare}`, It: "It", it: "it", e: "" },
});

const en: Record<JointKind, Noun> = { offer: english("offer"), answer: english("answer"), quote: english("quote") };

export const nouns: Record<Language, Record<JointKind, Noun>> = { fr, en };
