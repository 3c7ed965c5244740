import type { Language } from "../foundation/language.ts";

const fr = {
  waits: (name: string) => `${name} demande un compte d’association`,
  why: (day: string) =>
    `Depuis le ${day}. Tant que vous n’avez pas répondu, elle peut préparer une annonce, mais ni l’ouvrir ni promettre.`,
  read: "Lire l’inscription",
};

const en: typeof fr = {
  waits: (name) => `${name} asks for an account`,
  why: (day) => `Since ${day}. Until you answer, it can prepare a request, but neither open it nor promise.`,
  read: "Read the registration",
};

export const words: Record<Language, typeof fr> = { fr, en };
