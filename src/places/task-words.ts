import type { Language } from "../foundation/language.ts";

const fr = {
  asks: (name: string, title: string) => `${name} demande une place\u00a0: ${title}`,
  why: (people: number, received: string) =>
    `${people === 1 ? "Une personne" : `${people} personnes`}. Reçue le ${received}.`,
  late: (days: number) =>
    `Vous annoncez une réponse plus rapide\u00a0: cela fait ${days === 1 ? "un jour" : `${days} jours`}.`,
  answer: "Répondre",
};

const en: typeof fr = {
  asks: (name, title) => `${name} asks for a place: ${title}`,
  why: (people, received) => `${people === 1 ? "One person" : `${people} people`}. Received on ${received}.`,
  late: (days) => `You announce a quicker answer: it has been ${days === 1 ? "a day" : `${days} days`}.`,
  answer: "Answer",
};

export const words: Record<Language, typeof fr> = { fr, en };
