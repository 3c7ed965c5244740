import type { Language } from "../foundation/language.ts";

const fr = {
  waits: {
    title: (day: string) => `Attend l’équipe de ce site depuis le ${day}`,
    text: "L’équipe lit les annonces de qui vient ici pour la première fois. La vôtre ouvrira d’elle-même ensuite\u202f; vous pouvez encore la corriger.",
  },
  refused: {
    title: "L’équipe de ce site ne l’a pas ouverte",
    text: "Corrigez l’annonce, puis ouvrez-la de nouveau\u00a0: elle sera relue.",
  },
  short: {
    waits: (day: string) => `attend l’équipe depuis le ${day}`,
    refused: "non ouverte par l’équipe",
  },
};

const en: typeof fr = {
  waits: {
    title: (day) => `Waits for the team of this site since ${day}`,
    text: "The team reads the requests of those who come here for the first time. Yours opens by itself then; you may still change it.",
  },
  refused: {
    title: "The team of this site has not opened it",
    text: "Change the request, then open it again: it will be read anew.",
  },
  short: {
    waits: (day) => `waits for the team since ${day}`,
    refused: "not opened by the team",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
