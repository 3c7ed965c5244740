import type { Language } from "../foundation/language.ts";

const fr = {
  near: (title: string) => `Une annonce correspond à vos offres\u00a0: ${title}`,
  nearWhy: (name: string, day: string) => `${name} l’a ouverte le ${day}. Vous n’avez pas encore répondu.`,
  read: "La lire",
  answer: "Répondre",
};

const en: typeof fr = {
  near: (title) => `A request fits your offers: ${title}`,
  nearWhy: (name, day) => `${name} opened it on ${day}. You have not answered yet.`,
  read: "Read it",
  answer: "Answer",
};

export const words: Record<Language, typeof fr> = { fr, en };
