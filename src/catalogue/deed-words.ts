import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "vouch-given": (name) => `Garantie donnée à ${name}`,
    "vouch-withdrawn": (name) => `Garantie retirée à ${name}`,
    "visit-asked": (name) => `Visite demandée\u00a0: ${name}`,
    "swarm-settings-changed": () => "Réglages de confiance modifiés",
  },
  en: {
    "vouch-given": (name) => `Vouched for ${name}`,
    "vouch-withdrawn": (name) => `No longer vouches for ${name}`,
    "visit-asked": (name) => `Asked for a visit of ${name}`,
    "swarm-settings-changed": () => "Changed the settings of trust",
  },
};
