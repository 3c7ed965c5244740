import type { Language } from "../foundation/language.ts";
import { words as portal } from "./desk-words.ts";
import type { Fill } from "./portal.ts";

const fr = {
  ...portal.fr,
  nameHint: "Le besoin d’abord\u00a0: «\u00a0Un courriel pour votre association\u00a0».",
  introduction: "Quelques mots pour présenter",
  fill: "Comment elle se remplit",
  fills: {
    search: {
      label: "Par une recherche",
      hint: "Elle se met à jour seule\u00a0: ce qui ouvre y entre, ce qui disparaît en sort.",
    },
    picks: {
      label: "Par une liste",
      hint: "Vous choisissez chaque hébergeur ou offre, et leur ordre, une fois la sélection enregistrée.",
    },
  } satisfies Record<Fill, { label: string; hint: string }>,
  query: "Adresse de la recherche",
  queryHint:
    "Cherchez dans l’annuaire jusqu’à ce que le résultat vous convienne, puis copiez ici l’adresse de la page. Par exemple\u00a0: /directory?need=email&territory=dep:69",
  openDirectory: "Ouvrir l’annuaire",
  shown: "Montrer au public",
  shownHint:
    "Sans cela, personne d’autre que l’équipe ne la voit, et les sites qui la reprennent reçoivent une page introuvable.",
  yes: "Oui, sur l’accueil et sur les sites qui la reprennent",
  save: "Enregistrer",
  saveNew: "Composer cette sélection",
  see: "Voir la page publique",
  picks: "Dans la liste",
  noPicks: "La liste est vide\u00a0: cherchez un hébergeur ou une offre ci-dessous.",
  addTitle: "Ajouter à la liste",
  add: "Ajouter",
  addWhat: (name: string) => `Ajouter «\u00a0${name}\u00a0»`,
  already: "déjà dans la liste",
  removeSection: "Supprimer cette sélection",
  removeAsk: (title: string) => `Supprimer la sélection «\u00a0${title}\u00a0»\u202f?`,
  removeText:
    "Sa page disparaît, et les sites qui la reprennent reçoivent une page introuvable. Les hébergeurs et les offres restent dans l’annuaire.",
  cancel: "Annuler",
  queryMissing: "Cherchez d’abord quelque chose dans l’annuaire, puis copiez l’adresse ici.",
  wrong: {
    ...portal.fr.wrong,
    title: "Donnez un titre à la sélection.",
    introduction: "Ce texte est trop long\u00a0: 2\u202f000 signes au plus.",
    fill: "Choisissez comment la sélection se remplit.",
    query: "Ce n’est pas l’adresse d’une recherche dans l’annuaire. Elle commence par /directory",
  },
};

const en: typeof fr = {
  ...portal.en,
  nameHint: "The need first: “Email for your association”.",
  introduction: "A few words of introduction",
  fill: "How it is filled",
  fills: {
    search: {
      label: "By a search",
      hint: "It stays up to date by itself: what opens comes in, what disappears goes out.",
    },
    picks: { label: "By a list", hint: "You choose each host or offer, and their order, once the selection is saved." },
  },
  query: "Address of the search",
  queryHint:
    "Search the directory until the result suits you, then copy the address of the page here. For example: /directory?need=email&territory=dep:69",
  openDirectory: "Open the directory",
  shown: "Show to the public",
  shownHint: "Without this nobody but the team sees it, and sites that show it are told that the page is not found.",
  yes: "Yes, on the home page and on the sites that show it",
  save: "Save",
  saveNew: "Put this selection together",
  see: "See the public page",
  picks: "In the list",
  noPicks: "The list is empty: look for a host or an offer below.",
  addTitle: "Add to the list",
  add: "Add",
  addWhat: (name) => `Add “${name}”`,
  already: "in the list already",
  removeSection: "Remove this selection",
  removeAsk: (title) => `Remove the selection “${title}”?`,
  removeText:
    "Its page disappears, and sites that show it are told that the page is not found. The hosts and offers stay in the directory.",
  cancel: "Cancel",
  queryMissing: "Search the directory for something first, then copy the address here.",
  wrong: {
    ...portal.en.wrong,
    title: "Give the selection a title.",
    introduction: "This text is too long: 2,000 characters at most.",
    fill: "Choose how the selection is filled.",
    query: "This is not the address of a search in the directory. It begins with /directory",
  },
};

/** The words of a section's own page, and those of the portal's desk that it shares. */
export const words: Record<Language, typeof fr> = { fr, en };
