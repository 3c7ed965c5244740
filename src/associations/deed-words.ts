import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "association-approve": (name) => `Association acceptée\u00a0: ${name}`,
    "association-refuse": (name) => `Association refusée\u00a0: ${name}`,
    "association-close": (name) => `Compte d’association fermé\u00a0: ${name}`,
    "association-invited": (name) => `Quelqu’un invité de nouveau pour une association\u00a0: ${name}`,
    "association-settings-changed": () => "Réglage des inscriptions d’associations changé",
  },
  en: {
    "association-approve": (name) => `Accepted an association: ${name}`,
    "association-refuse": (name) => `Refused an association: ${name}`,
    "association-close": (name) => `Closed the account of an association: ${name}`,
    "association-invited": (name) => `Invited somebody anew for an association: ${name}`,
    "association-settings-changed": () => "Changed how associations register",
  },
};
