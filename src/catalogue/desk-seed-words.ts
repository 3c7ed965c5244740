import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Lire une liste d’instances",
  lead: "Une liste donne à votre instance d’autres instances à visiter. Elles ne sont que proposées\u00a0: vous choisissez lesquelles visiter, et aucune n’est crue pour autant.",
  format: 'La liste est un fichier JSON\u00a0: {"data":[{"host":"essaim.exemple.org"}]}',
  address: "Adresse de la liste",
  file: "Ou un fichier",
  read: "Lire la liste",
  found: (n: number) => (n === 1 ? "La liste nomme une instance" : `La liste nomme ${n} instances`),
  visit: "À visiter",
  why: { known: "déjà connue", blocked: "serveur bloqué ici" },
  add: "Visiter les instances choisies",
  nothing: "Rien de nouveau dans cette liste.",
  did: (n: number) => (n === 1 ? "Une instance sera visitée." : `${n} instances seront visitées.`),
  problems: {
    missing: "Donnez une adresse ou un fichier.",
    malformed: "Ce n’est pas une adresse. Elle commence par https://",
    unreachable: "Il n’y a pas de liste à cette adresse, ou son serveur ne répond pas.",
    "not-a-list": "Ce n’est pas une liste d’instances.",
    none: "Choisissez au moins une instance.",
  },
};

const en: typeof fr = {
  title: "Read a list of instances",
  lead: "A list gives your instance others to visit. They are only suggested: you choose which to visit, and none is believed for it.",
  format: 'The list is a JSON file: {"data":[{"host":"essaim.example.org"}]}',
  address: "Address of the list",
  file: "Or a file",
  read: "Read the list",
  found: (n) => (n === 1 ? "The list names one instance" : `The list names ${n} instances`),
  visit: "To visit",
  why: { known: "known already", blocked: "server blocked here" },
  add: "Visit the chosen instances",
  nothing: "Nothing new in this list.",
  did: (n) => (n === 1 ? "One instance will be visited." : `${n} instances will be visited.`),
  problems: {
    missing: "Give an address or a file.",
    malformed: "This is not an address. It begins with https://",
    unreachable: "There is no list at this address, or its server does not answer.",
    "not-a-list": "This is not a list of instances.",
    none: "Choose at least one instance.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
