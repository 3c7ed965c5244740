import type { Language } from "../foundation/language.ts";

const fr = {
  closed: (day: string) => `Cet hébergeur a fermé le ${day}`,
  closing: (day: string) => `Cet hébergeur ferme le ${day}`,
  closedText: "Il ne prend plus personne. Ce qu’il proposait reste affiché ici pour celles et ceux qui s’en servaient.",
  closingText: "Ne lui confiez rien de nouveau. Ce que vous y avez peut encore partir ailleurs.",
  successor: "Il indique qui prend la suite\u00a0:",
  exitGuide: "Comment récupérer ce qui est à vous",
};

const en: typeof fr = {
  closed: (day) => `This host closed on ${day}`,
  closing: (day) => `This host closes on ${day}`,
  closedText: "It takes nobody in any more. What it proposed stays here for those who used it.",
  closingText: "Entrust nothing new to it. What you have there can still move elsewhere.",
  successor: "It says who takes over:",
  exitGuide: "How to get back what is yours",
};

export const words: Record<Language, typeof fr> = { fr, en };
