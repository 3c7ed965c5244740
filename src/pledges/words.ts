import type { Language } from "../foundation/language.ts";
import type { AmountRefusal } from "../money/money.ts";
import type { PledgeRefusal } from "./pledges.ts";

/** Codes of the refusals of amounts, where all of a site's codes stand side by side. */
export type AmountCode = `amount-${AmountRefusal}`;

type Refusal = PledgeRefusal | AmountCode;

const fr = {
  refusals: {
    "not-yours":
      "Cette promesse est celle de quelqu’un d’autre\u00a0: seule cette personne peut la changer ou la reprendre.",
    "pledge-withdrawn": "Cette promesse a été reprise. Faites-en plutôt une nouvelle.",
    "pledge-lapsed": "Cette promesse n’est plus valable. Faites-en plutôt une nouvelle.",
    "version-taken": "Cette version de la promesse existe déjà, et dit autre chose.",
    "not-open": "Cette annonce ne reçoit pas de promesses en ce moment.",
    "deadline-passed": "La date limite est passée.",
    "being-confirmed":
      "Les participants sont en train de confirmer\u00a0: les promesses ne changent plus, mais peuvent être reprises.",
    committed:
      "La commande est signée\u00a0: la promesse ne peut plus être reprise. Écrivez à la structure qui porte l’annonce.",
    "nothing-to-confirm": "Aucune confirmation n’est demandée en ce moment.",
    "pledge-too-small": "Ce montant est plus petit que le minimum demandé pour une promesse.",
    "pledge-too-large": "Ce montant dépasse ce que l’annonce accepte d’une seule promesse.",
    "valid-in-the-past": "La date jusqu’à laquelle la promesse vaut est déjà passée.",
    "cap-reached": "Avec cette promesse, le plafond de l’annonce serait dépassé. Promettez moins.",
    "amount-other-currency": "Cette annonce compte dans une autre monnaie.",
    "amount-malformed": "Nous n’arrivons pas à lire ce montant. Écrivez par exemple 20 ou 12.50.",
    "amount-negative": "Un montant promis est plus grand que zéro.",
    "amount-decimals": "Ce montant a trop de chiffres après la virgule pour sa monnaie.",
    "amount-zero": "Un montant promis est plus grand que zéro.",
    "amount-too-large": "Ce montant est trop grand. Vérifiez-le.",
  } satisfies Record<Refusal, string>,
};

const en: typeof fr = {
  refusals: {
    "not-yours": "This pledge is somebody else's: only they can change it or take it back.",
    "pledge-withdrawn": "This pledge was taken back. Make a new one instead.",
    "pledge-lapsed": "This pledge holds no more. Make a new one instead.",
    "version-taken": "This version of the pledge is there already, and says something else.",
    "not-open": "This request takes no pledges at the moment.",
    "deadline-passed": "The deadline has gone by.",
    "being-confirmed": "Those who take part are confirming: pledges do not change any more, but may be taken back.",
    committed: "The order is signed: the pledge cannot be taken back any more. Write to the steward of the request.",
    "nothing-to-confirm": "No confirmation is asked for at the moment.",
    "pledge-too-small": "This amount is less than a pledge has to be here.",
    "pledge-too-large": "This amount is more than the request takes of one pledge.",
    "valid-in-the-past": "The day until which the pledge holds has gone by.",
    "cap-reached": "With this pledge the request would pass its cap. Pledge less.",
    "amount-other-currency": "This request counts in another currency.",
    "amount-malformed": "This amount cannot be read. Write it as 20 or 12.50.",
    "amount-negative": "An amount that is pledged is more than nothing.",
    "amount-decimals": "This amount has more digits after the point than its currency.",
    "amount-zero": "An amount that is pledged is more than nothing.",
    "amount-too-large": "This amount is too large. Check it.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
