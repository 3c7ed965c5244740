import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { words as availabilityWords } from "./words.ts";

const fr = {
  tags: { availability: "Disponibilité" },
  operations: {
    readAvailability: {
      summary: "Savoir si une offre prend du monde",
      description:
        "Ce que l’hébergeur a dit en dernier, et jusqu’à quand on peut le croire. Passé cette date, l’état est «\u00a0unknown\u00a0».",
    },
    sayAvailability: {
      summary: "Dire si une offre prend du monde",
      description:
        "Seul l’état est nécessaire. Redire la même chose, c’est la confirmer. Ce qui est dit remplace tout ce qui l’était, et tient soixante jours, ou jusqu’à la prochaine ouverture annoncée. Ceux qui suivent les disponibilités l’apprennent.",
    },
  },
  problems: availabilityWords.fr.refusals,
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { availability: "Availability" },
  operations: {
    readAvailability: {
      summary: "Learn whether an offer takes people in",
      description: "What the host last said, and until when it can be believed. After that, the state is “unknown”.",
    },
    sayAvailability: {
      summary: "Say whether an offer takes people in",
      description:
        "Only the state is needed. To say the same again is to confirm it. What is said replaces all that was, and holds for sixty days, or until the next opening that it announces. Those who follow the availability hear of it.",
    },
  },
  problems: availabilityWords.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
