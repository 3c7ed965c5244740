import type { Language } from "../foundation/language.ts";

const fr = {
  home: "Accueil",
  directory: "Annuaire",
  title: "Trouver un hébergeur",
  lead: "Des associations, des coopératives et des collectivités hébergent près de chez vous. Dites ce que vous cherchez, et où vous êtes.",
  description:
    "L’annuaire des hébergeurs de l’essaim\u00a0: ce qu’ils proposent, pour qui, où, à quel prix, et s’il reste de la place.",
  form: "Chercher une offre",
  q: "Vous cherchez…",
  qHint: "Un besoin, un logiciel, ou celui que vous quittez",
  where: "Vous êtes à…",
  whereHint: "Une commune ou un code postal",
  find: "Trouver",
  unsure: "Vous ne savez pas quoi demander\u202f?",
  questions: "Répondez à trois questions",
  unclaimed: (n: string, many: boolean) =>
    many
      ? `${n} hébergeurs que des listes publiques nomment n’ont rien confirmé ici`
      : "Un hébergeur que des listes publiques nomment n’a rien confirmé ici",
  tries: "On cherche souvent",
  /** What is wrong with the place that was typed, or not yet clear. */
  placeUnknown: (typed: string) =>
    `Nous ne trouvons pas «\u00a0${typed}\u00a0». Écrivez le nom d’une commune ou un code postal, par exemple «\u00a0Fougères\u00a0» ou «\u00a035300\u00a0».`,
  placeWhich: (typed: string) => `«\u00a0${typed}\u00a0»\u00a0: lequel\u202f?`,
  placeWhichText:
    "Plusieurs lieux s’appellent ainsi. Choisissez le vôtre\u202f; en attendant, la recherche n’en tient pas compte.",
  postcodeWhichText:
    "Ce code postal est celui de plusieurs communes. Nous cherchons pour toutes\u202f; choisissez la vôtre pour être plus précis.",
  ignored: "Une partie de l’adresse n’a pas été comprise",
  ignoredText: (values: string) =>
    `Nous n’avons pas tenu compte de ${values}. Le reste de la recherche est bien pris en compte.`,
  foundTitle: (what: string, found: string) => `${what}\u00a0: ${found}`,
  further: "suite",
  feedTitle: "Les offres de cette recherche",
  mapTitle: "Qui est là, et où",
  openData: "Reprendre les données de l’annuaire (JSON, CSV)",
  mapText: "La carte dit combien d’hébergeurs sont là pour chaque département.",
  mapLink: "Voir la carte des territoires",
  partners: "Voir qui travaille avec qui",
};

const en: typeof fr = {
  home: "Home",
  directory: "Directory",
  title: "Find a host",
  lead: "Associations, co-operatives and public bodies host near you. Say what you are looking for, and where you are.",
  description:
    "The directory of the hosts of the swarm: what they offer, for whom, where, at what price, and whether there is room.",
  form: "Search for an offer",
  q: "You are looking for…",
  qHint: "A need, a piece of software, or the one you are leaving",
  where: "You are in…",
  whereHint: "A French commune or postcode",
  find: "Find",
  unsure: "You do not know what to ask for?",
  questions: "Answer three questions",
  unclaimed: (n, many) =>
    many
      ? `${n} hosts that public lists name have confirmed nothing here`
      : "One host that public lists name has confirmed nothing here",
  tries: "People often look for",
  placeUnknown: (typed) =>
    `We do not find “${typed}”. Write the name of a commune or a postcode, for example “Fougères” or “35300”.`,
  placeWhich: (typed) => `“${typed}”: which one?`,
  placeWhichText: "Several places have this name. Choose yours; until then, the search leaves it aside.",
  postcodeWhichText:
    "Several communes share this postcode. We search for all of them; choose yours to be more precise.",
  ignored: "A part of the address was not understood",
  ignoredText: (values) => `We left ${values} aside. The rest of the search holds.`,
  foundTitle: (what, found) => `${what}: ${found}`,
  further: "further",
  feedTitle: "The offers of this search",
  mapTitle: "Who is there, and where",
  openData: "Take away the data of the directory (JSON, CSV)",
  mapText: "The map tells how many hosts are there for each department.",
  mapLink: "See the map of territories",
  partners: "See who works with whom",
};

export const words: Record<Language, typeof fr> = { fr, en };
