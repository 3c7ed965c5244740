import type { Language } from "../foundation/language.ts";
import type { PledgeRefusal } from "./pledges.ts";
import { type AmountCode, words as pledgeWords } from "./words.ts";

/** Why what another server says of a promise is refused before it comes to the promise itself. */
type AgreementRefusal =
  | "not-addressed"
  | "other-request"
  | "agreement-unreadable"
  | "agreement-of-another"
  | "too-many-messages";

/** Every reason for which the promise of another server is refused. */
export type OfferRefusal = AgreementRefusal | AmountCode | PledgeRefusal;

const fr = {
  "not-addressed": "La promesse n’est pas adressée au compte de cette annonce.",
  "other-request": "La promesse parle d’une autre annonce que celle à laquelle elle est adressée.",
  "agreement-unreadable": "Nous n’arrivons pas à lire cette promesse à son adresse.",
  "agreement-of-another": "Cette promesse est celle de quelqu’un d’autre.",
  "too-many-messages": "Trop de promesses nous viennent de vous en peu de temps. Réessayez dans une heure.",
} satisfies Record<AgreementRefusal, string>;

const en: typeof fr = {
  "not-addressed": "The pledge is not addressed to the account of this request.",
  "other-request": "The pledge speaks of another request than the one that it is addressed to.",
  "agreement-unreadable": "This pledge cannot be read at its address.",
  "agreement-of-another": "This pledge is somebody else's.",
  "too-many-messages": "Too many pledges come from you in a short time. Try again in an hour.",
};

/** The sentence for each reason, as the other server may show it. */
export const refusalWords: Readonly<Record<Language, Readonly<Record<OfferRefusal, string>>>> = {
  fr: { ...pledgeWords.fr.refusals, ...fr },
  en: { ...pledgeWords.en.refusals, ...en },
};
