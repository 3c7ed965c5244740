import type { DeedWords } from "../web/deeds.ts";

/** What the journal says of lists of instances. */
export const deeds: DeedWords = {
  fr: { "seeds-added": (count) => `Instances à visiter, d’après une liste\u00a0: ${count}` },
  en: { "seeds-added": (count) => `Instances to visit, from a list: ${count}` },
};
