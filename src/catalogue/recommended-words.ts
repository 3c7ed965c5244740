import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Pas de place\u202f? Voyez plutôt",
  by: (host: string) => `${host} vous y envoie.`,
};

const en: typeof fr = {
  title: "No room? Try these",
  by: (host) => `${host} sends you there.`,
};

export const words: Record<Language, typeof fr> = { fr, en };
