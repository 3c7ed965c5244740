import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "review-given": (name) => `Avis donné sur un engagement de ${name}`,
    "review-renewed": (name) => `Avis sur un engagement de ${name} redit\u00a0: toujours vrai`,
    "review-withdrawn": (name) => `Avis retiré sur un engagement de ${name}`,
    "vouch-renewed": (name) => `Garantie à ${name} redite\u00a0: toujours vraie`,
    "reviews-read": () => "Avis d’autres hébergeurs lus",
  },
  en: {
    "review-given": (name) => `Reviewed a commitment of ${name}`,
    "review-renewed": (name) => `Said again what was found of a commitment of ${name}`,
    "review-withdrawn": (name) => `Withdrew a review of a commitment of ${name}`,
    "vouch-renewed": (name) => `Still vouches for ${name}`,
    "reviews-read": () => "Read what other hosts say",
  },
};
