import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "follower-removed": (who) => `Abonné retiré\u00a0: ${who}`,
  },
  en: {
    "follower-removed": (who) => `Removed the follower ${who}`,
  },
};
