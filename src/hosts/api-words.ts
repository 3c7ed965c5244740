import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { instance: "Cet hébergeur" },
  operations: {
    readInstance: {
      summary: "Savoir qui héberge ici",
      description:
        "L’hébergeur avec tout ce qu’il dit de lui-même, la version du logiciel, et combien d’offres il y a, dont combien prennent du monde en ce moment.",
    },
  },
  problems: {},
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { instance: "This host" },
  operations: {
    readInstance: {
      summary: "Learn who hosts here",
      description:
        "The host with all that it says of itself, the version of the software, and how many offers there are, and how many of them take people in now.",
    },
  },
  problems: {},
};

export const words: Record<Language, typeof fr> = { fr, en };
