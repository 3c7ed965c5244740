import type { Language } from "../foundation/language.ts";
import type { FundingRefusal } from "./changes.ts";
import type { DeliveryRefusal } from "./delivering.ts";
import type { ProposalRefusal } from "./proposals.ts";

type Refusal = FundingRefusal | DeliveryRefusal | ProposalRefusal;

const fr = {
  refusals: {
    "not-allowed": "Seule la structure qui a publié cette annonce, ou celle qui la porte, peut faire cela.",
    "wrong-state": "L’annonce n’en est pas là\u00a0: cela ne peut pas se faire maintenant.",
    "minimum-missing": "Dites le montant minimum à réunir.",
    "optimum-missing": "Dites aussi le montant optimal, puisqu’il y a un minimum puis un optimum.",
    "optimum-too-small": "Le montant optimal doit dépasser le minimum.",
    "participants-missing": "Dites combien de participants il faut au moins.",
    "period-missing": "Dites à quel rythme le montant revient\u00a0: par mois, par trimestre ou par an.",
    "deadline-missing": "Donnez une date limite.",
    "deadline-in-the-past": "La date limite est déjà passée. Choisissez-en une à venir.",
    "deadline-too-far": "La date limite est trop lointaine\u00a0: trois ans au plus.",
    "extension-too-early": "La prolongation annoncée doit être plus tard que la date limite.",
    "license-missing":
      "Un développement financé à plusieurs profite à toutes et à tous\u00a0: choisissez une licence libre, par exemple AGPL-3.0-or-later.",
    "pledges-contradict": "Le montant le plus haut d’une promesse est plus petit que le plus bas.",
    "cap-too-small": "Le plafond est plus bas que le montant à réunir.",
    "preset-out-of-bounds": "Un des montants proposés est hors des limites d’une promesse.",
    "terms-frozen": "L’annonce est ouverte\u00a0: ses termes ne changent plus. Publiez plutôt une nouvelle datée.",
    "no-extension-announced": "Aucune prolongation n’a été annoncée à l’ouverture.",
    "extended-already": "L’annonce a déjà été prolongée une fois.",
    "deadline-passed": "La date limite est passée.",
    "nothing-to-reopen": "Seule une annonce qui n’a pas abouti peut être relancée en plus petit.",
    "confirmations-pending":
      "Tout le monde n’a pas encore confirmé. La commande sera signée quand ce sera fait, ou à la date qui a été dite.",
    "deliverable-missing":
      "Ce qui a été développé ensemble est public\u00a0: donnez l’adresse du dépôt où chacun le trouve.",
    "hosts-not-called": "Cette annonce ne demande pas de réponse de cet hébergeur.",
    "chosen-already": "Une réponse a déjà été retenue.",
    "not-signed-now": "L’un de ceux qui la donnent n’y est plus\u00a0: cette réponse ne peut pas être retenue.",
  } satisfies Record<Refusal, string>,
};

const en: typeof fr = {
  refusals: {
    "not-allowed": "Only who published this request, or its steward, can do this.",
    "wrong-state": "The request does not stand where this can be done.",
    "minimum-missing": "Say the least amount that has to come together.",
    "optimum-missing": "Say the best amount too, since there is a minimum and then an optimum.",
    "optimum-too-small": "The best amount has to be more than the minimum.",
    "participants-missing": "Say how many have to take part at least.",
    "period-missing": "Say how often the amount comes again: by the month, the quarter or the year.",
    "deadline-missing": "Give a deadline.",
    "deadline-in-the-past": "The deadline has gone by already. Choose one that is to come.",
    "deadline-too-far": "The deadline is too far away: three years at most.",
    "extension-too-early": "The announced extension has to be later than the deadline.",
    "license-missing": "What is developed together is for everybody: choose a free licence, such as AGPL-3.0-or-later.",
    "pledges-contradict": "The most that one pledge may be is less than the least.",
    "cap-too-small": "The cap is lower than what has to come together.",
    "preset-out-of-bounds": "One of the amounts to choose from is outside the bounds of a pledge.",
    "terms-frozen": "The request is open: its terms stand. Publish dated news instead.",
    "no-extension-announced": "No extension was announced at the opening.",
    "extended-already": "The request was extended once already.",
    "deadline-passed": "The deadline has gone by.",
    "nothing-to-reopen": "Only a request that failed can be opened again, smaller.",
    "confirmations-pending":
      "Not everybody has confirmed yet. The order is signed once they have, or on the day that was said.",
    "deliverable-missing":
      "What was developed together is public: give the address of the repository where all find it.",
    "hosts-not-called": "This request does not ask this host for an answer.",
    "chosen-already": "An answer was chosen already.",
    "not-signed-now": "One of those who give it does not stand by it any more: this answer cannot be chosen.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
