import type { Language } from "../foundation/language.ts";

const fr = {
  near: (title: string) => `Une annonce correspond à vos offres\u00a0: ${title}`,
  nearWhy: (name: string, day: string) => `${name} l’a ouverte le ${day}. Vous n’avez pas encore répondu.`,
  nearElsewhere: (day: string) =>
    `Elle vit sur un autre site ; vous la connaissez depuis le ${day}. C’est là-bas qu’on y répond.`,
  read: "La lire",
  answer: "Répondre",
};

const en: typeof fr = {
  near: (title) => `A request fits your offers: ${title}`,
  nearWhy: (name, day) => `${name} opened it on ${day}. You have not answered yet.`,
  nearElsewhere: (day) => `It lives on another site; you have known it since ${day}. It is answered there.`,
  read: "Read it",
  answer: "Answer",
};

export const words: Record<Language, typeof fr> = { fr, en };
