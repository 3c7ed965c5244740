import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: of a request, its title. */
export const deeds: DeedWords = {
  fr: {
    "funding-let-through": (title) => `Annonce laissée passer\u00a0: ${title}`,
    "funding-opening-refused": (title) => `Annonce refusée\u00a0: ${title}`,
    "funding-settings-changed": () => "Réglage des annonces changé",
  },
  en: {
    "funding-let-through": (title) => `Let a request through: ${title}`,
    "funding-opening-refused": (title) => `Refused a request: ${title}`,
    "funding-settings-changed": () => "Changed the setting of requests",
  },
};
