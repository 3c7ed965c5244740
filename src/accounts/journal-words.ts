import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Journal",
  lead: "Qui a fait quoi au bureau, pendant un an. Les heures sont celles de Paris.",
  empty: "Rien encore. Ce que l’équipe change au bureau s’inscrira ici.",
  earlier: "Plus ancien",
  latest: "Revenir au plus récent",
  pages: "Pages du journal",
  unknown: (deed: string) => `Autre changement (${deed})`,
};

const en: typeof fr = {
  title: "Journal",
  lead: "Who did what at the desk, for a year. Hours are those of Paris.",
  empty: "Nothing yet. What the team changes at the desk will be written here.",
  earlier: "Earlier",
  latest: "Back to the latest",
  pages: "Pages of the journal",
  unknown: (deed) => `Another change (${deed})`,
};

export const words: Record<Language, typeof fr> = { fr, en };
