import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "watch-retired": (search) => `Veille arrêtée\u00a0: ${search}`,
  },
  en: {
    "watch-retired": (search) => `Ended the watch ${search}`,
  },
};
