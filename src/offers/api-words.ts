import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { type QuoteReason, quoteReasons } from "./quote-quantities.ts";
import { words as offerWords } from "./words.ts";

const fr = {
  tags: { offers: "Offres" },
  operations: {
    listOffers: {
      summary: "Voir les offres",
      description:
        "Les offres publiées, dans l’ordre que l’hébergeur a choisi. Avec un jeton qui peut modifier les offres, les brouillons et les offres retirées aussi.",
    },
    readOffer: {
      summary: "Lire une offre",
      description:
        'Tout ce que l’hébergeur en dit, ses formules, ses prix et sa disponibilité. Les montants sont des textes comme "12.50", dans l’unité principale de la monnaie.',
    },
    quoteOffer: {
      summary: "Calculer un prix",
      description:
        "Ce que coûte une formule pour les quantités demandées, ligne par ligne, selon la règle de l’offre elle-même. S’il n’y a qu’une formule, il n’est pas nécessaire de la nommer.",
    },
    createOffer: {
      summary: "Créer une offre",
      description:
        "L’offre est un brouillon\u00a0: personne ne la voit avant sa publication. Seul le titre est nécessaire. L’adresse vient du titre, si vous n’en demandez pas une. La réponse donne aussi des conseils pour la compléter.",
    },
    changeOffer: {
      summary: "Modifier une offre",
      description:
        "Envoyez les champs à changer, les mêmes qu’à la création\u202f; null retire un champ. Ce que vous avez lu peut être renvoyé tel quel. Pour une offre publiée, ceux qui la suivent l’apprennent une minute plus tard, en une fois.",
    },
    deleteOffer: {
      summary: "Effacer un brouillon",
      description: "Son adresse est libre à nouveau. Une offre publiée ne s’efface pas\u00a0: elle se retire.",
    },
    publishOffer: {
      summary: "Publier une offre",
      description: "Tout le monde la voit, et ceux qui suivent l’hébergeur l’apprennent aussitôt.",
    },
    withdrawOffer: {
      summary: "Retirer une offre",
      description: "C’est définitif\u00a0: son adresse et son compte disent désormais qu’elle n’existe plus.",
    },
  },
  problems: { ...offerWords.fr.refusals, ...quoteProblems("fr") },
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { offers: "Offers" },
  operations: {
    listOffers: {
      summary: "List the offers",
      description:
        "The published offers, in the order that the host has chosen. With a token that may change offers, drafts and withdrawn offers too.",
    },
    readOffer: {
      summary: "Read an offer",
      description:
        'All that the host says of it, its plans, its prices and its availability. Amounts are texts like "12.50", in the main unit of the currency.',
    },
    quoteOffer: {
      summary: "Work out a price",
      description:
        "What a plan costs for the quantities asked for, line by line, by the rule of the offer itself. An offer with a single plan does not need it named.",
    },
    createOffer: {
      summary: "Create an offer",
      description:
        "It is a draft: nobody sees it before it is published. Only the title is needed. The address comes from the title unless you ask for one. The answer also advises on what is missing.",
    },
    changeOffer: {
      summary: "Change an offer",
      description:
        "Send the fields to change, the same as for a new offer; null takes one away. What you have read can be sent back as it is. Followers of a published offer hear of it a minute later, once for all changes.",
    },
    deleteOffer: {
      summary: "Delete a draft",
      description: "Its address is free again. A published offer is not deleted: it is withdrawn.",
    },
    publishOffer: {
      summary: "Publish an offer",
      description: "Everyone sees it, and those who follow the host hear of it at once.",
    },
    withdrawOffer: {
      summary: "Withdraw an offer",
      description: "This is for good: its address and its account say from now on that it is gone.",
    },
  },
  problems: { ...offerWords.en.refusals, ...quoteProblems("en") },
};

export const words: Record<Language, typeof fr> = { fr, en };

function quoteProblems(language: Language): Record<QuoteReason, string> {
  const sentences = offerWords[language].quoteRefusals;
  const entries = quoteReasons.map((reason) => [reason, sentences[reason]({ minimum: "5", maximum: "1000" })]);
  return Object.fromEntries(entries) as Record<QuoteReason, string>;
}
