import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "section-created": (title) => `Sélection composée\u00a0: ${title}`,
    "section-changed": (title) => `Sélection modifiée\u00a0: ${title}`,
    "section-removed": (title) => `Sélection supprimée\u00a0: ${title}`,
    "highlight-added": (name) => `Recommandation\u00a0: ${name}`,
    "highlight-changed": (name) => `Recommandation réécrite\u00a0: ${name}`,
    "highlight-removed": (name) => `Recommandation retirée\u00a0: ${name}`,
  },
  en: {
    "section-created": (title) => `Put together the selection ${title}`,
    "section-changed": (title) => `Changed the selection ${title}`,
    "section-removed": (title) => `Removed the selection ${title}`,
    "highlight-added": (name) => `Recommended ${name}`,
    "highlight-changed": (name) => `Rewrote the recommendation of ${name}`,
    "highlight-removed": (name) => `Took back the recommendation of ${name}`,
  },
};
