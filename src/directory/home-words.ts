import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Chercher dans tout l’essaim",
  hubTitle: "Trouver un hébergeur",
  counts: (offers: string, hosts: string) =>
    `${offers} offres de ${hosts} hébergeurs, chacun chez soi. La recherche se fait ici, sur notre copie.`,
  q: "Vous cherchez…",
  qHint: "Un besoin, un logiciel, ou celui que vous quittez",
  find: "Chercher",
  unsure: "Vous ne savez pas quoi demander\u202f?",
  questions: "Répondez à trois questions",
  open: "Ouvert ailleurs en ce moment",
  all: (offers: string) => `Voir les ${offers} offres`,
  map: "La carte des territoires",
};

const en: typeof fr = {
  title: "Search the whole swarm",
  hubTitle: "Find a host",
  counts: (offers, hosts) =>
    `${offers} offers of ${hosts} hosts, each on its own site. The search runs here, on our copy.`,
  q: "You are looking for…",
  qHint: "A need, a piece of software, or the one you are leaving",
  find: "Search",
  unsure: "You do not know what to ask for?",
  questions: "Answer three questions",
  open: "Open elsewhere right now",
  all: (offers) => `See the ${offers} offers`,
  map: "The map of territories",
};

export const words: Record<Language, typeof fr> = { fr, en };
