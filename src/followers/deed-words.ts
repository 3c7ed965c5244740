import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "follower-removed": (name) => `Abonnement retiré : ${name}`,
  },
  en: {
    "follower-removed": (name) => `Removed the follower ${name}`,
  },
};
