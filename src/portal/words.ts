import type { Language } from "../foundation/language.ts";

const fr = {
  sections: "Nos sélections",
  sectionsLead: (name: string) => `Ce que ${name} a rassemblé, parmi ce que proposent les hébergeurs.`,
  noSections: "Aucune sélection pour le moment",
  noSectionsMore: "L’équipe n’en a pas encore composé. Tout ce qui est proposé reste dans l’annuaire.",
  seeDirectory: "Voir tout l’annuaire",
  highlights: "Nous recommandons",
  saidBy: (who: string, day: string) => `Dit par ${who}, le ${day}`,
  all: (count: number, title: string) => `Tout voir (${count})\u00a0: ${title}`,
  empty: "Rien pour le moment",
  emptyMore: "Ce qui était ici n’est plus proposé. La sélection se remplit d’elle-même dès que quelque chose y entre.",
  found: (count: number) => (count === 1 ? "Une proposition" : `${count} propositions`),
  refine: "Ouvrir cette recherche dans l’annuaire",
  feed: "Suivre cette sélection par un flux Atom",
  elsewhere: "Chaque fiche dit qui propose, et depuis quand c’est confirmé.",
  confirmed: (day: string) => `Confirmé le ${day}`,
  source: (name: string) => `Liste tenue par ${name}`,
  feedTitle: (title: string, name: string) => `${title}, par ${name}`,
  price: "Prix\u00a0:",
  state: "Places\u00a0:",
  host: "Hébergeur\u00a0:",
};

const en: typeof fr = {
  sections: "Our selections",
  sectionsLead: (name) => `What ${name} has gathered from what hosts propose.`,
  noSections: "No selection for now",
  noSectionsMore: "The team has not put one together yet. All that is proposed is in the directory.",
  seeDirectory: "See the whole directory",
  highlights: "We recommend",
  saidBy: (who, day) => `Said by ${who}, ${day}`,
  all: (count, title) => `See all (${count}): ${title}`,
  empty: "Nothing for now",
  emptyMore: "What was here is no longer proposed. The selection fills by itself as soon as something fits.",
  found: (count) => (count === 1 ? "One proposal" : `${count} proposals`),
  refine: "Open this search in the directory",
  feed: "Follow this selection by an Atom feed",
  elsewhere: "Each card says who proposes it, and since when it is confirmed.",
  confirmed: (day) => `Confirmed on ${day}`,
  source: (name) => `List kept by ${name}`,
  feedTitle: (title, name) => `${title}, by ${name}`,
  price: "Price:",
  state: "Places:",
  host: "Host:",
};

export const words: Record<Language, typeof fr> = { fr, en };
