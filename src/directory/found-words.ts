import type { Language } from "../foundation/language.ts";
import type { Nearness, Sort } from "./directory.ts";

const fr = {
  refine: "Affiner",
  chosen: "Ce que vous avez choisi",
  remove: "retirer",
  clear: "Tout effacer",
  found: (n: string, many: boolean, asked: boolean) =>
    asked
      ? many
        ? `${n} offres pour vous`
        : "Une offre pour vous"
      : many
        ? `${n} offres dans l’essaim`
        : "Une offre dans l’essaim",
  foundNone: "Aucune offre ne convient tout à fait",
  foundNothing: "L’annuaire est encore vide",
  read: "Nous avons lu",
  insteadOf: (typed: string) => `au lieu de «\u00a0${typed}\u00a0».`,
  loosened: "Aucune offre n’a tous ces mots\u00a0: celles-ci en ont au moins un.",
  counted: (quantity: string) =>
    `Les prix sont comparés pour ${quantity}, la quantité la plus proche que nous calculons.`,
  sortBy: "Ranger par",
  sorts: {
    relevance: "pertinence",
    nearness: "proximité",
    confirmed: "date de confirmation",
  } satisfies Record<Sort, string>,
  sortText: {
    relevance: "D’abord ce qui répond le mieux à votre recherche.",
    nearness: "D’abord ceux qui sont là pour votre territoire.",
    confirmed: "D’abord ce que l’hébergeur a confirmé en dernier.",
  } satisfies Record<Sort, string>,
  sortNever: "Jamais selon la taille, jamais contre paiement.",
  nearness: {
    only: "Chez vous, et seulement là",
    priority: "Chez vous en priorité",
    fallback: "Si rien d’équivalent n’est plus proche de vous",
    anywhere: "Partout, donc chez vous",
    remote: "À distance",
  } satisfies Record<Nearness, string>,
  monthly: (amount: string, quantity: string | null) =>
    quantity === null ? `soit ${amount} par mois` : `${amount} par mois pour ${quantity}`,
  and: (places: string, more: number) => `${places} et ${more} ${more > 1 ? "autres lieux" : "autre lieu"}`,
  anywhere: "Territoire non précisé",
  seat: (place: string) => `Territoire non précisé (${place})`,
  nowhere: "Nulle part\u00a0: ses hébergeurs n’ont aucun lieu en commun",
  unvouched: "Personne ici n’en répond",
  unvouchedFor: (names: string) => `Personne ici ne répond de ${names}`,
  why: "Pourquoi je vois cela\u202f?",
  closing: (day: string) => `Cet hébergeur ferme le ${day}`,
  closingOf: (name: string, day: string) => `${name} ferme le ${day}`,
  ours: "publiée ici",
  from: (domain: string) => `publiée sur ${domain}`,
  compare: "Comparer",
  compareLabel: "Choisir des offres à comparer",
  compareButton: "Comparer les offres cochées",
  compareHint: "Trois au plus, côte à côte.",
  next: "Les offres suivantes",
  first: "Revenir au début",
  pages: "Suite des offres",
  emptyText: "Trois façons d’avancer",
  nothingText: "Aucun hébergeur n’y a encore publié d’offre. Il se remplira dès que ce site en connaîtra d’autres.",
  widen: "Élargir la recherche",
  widenWithout: (chosen: string) => `Sans «\u00a0${chosen}\u00a0»`,
  widenAll: "Avec les hébergeurs dont personne ici ne répond",
  ask: "Partir de votre besoin",
  askText: "Trois questions simples, et nous proposons ce qui s’en approche, quitte à associer deux hébergeurs.",
  wait: "Attendre que cela s’ouvre",
  waitText: "Suivez cette recherche\u00a0: vous saurez quand une offre y répond.",
  watch: "Suivre cette recherche",
  reuse: "Suivre et réutiliser cette recherche",
  watchLong: "Être prévenu quand une offre s’ouvre ici",
  feed: "Flux Atom",
  json: "Données (JSON)",
  csv: "Tableau (CSV)",
  licence:
    "Chaque hébergeur tient ses offres à jour chez lui\u202f; ce site en garde une copie, et aucune recherche n’en sort.",
};

const en: typeof fr = {
  refine: "Refine",
  chosen: "What you have chosen",
  remove: "remove",
  clear: "Clear all",
  found: (n, many, asked) =>
    asked
      ? many
        ? `${n} offers for you`
        : "One offer for you"
      : many
        ? `${n} offers in the swarm`
        : "One offer in the swarm",
  foundNone: "No offer quite fits",
  foundNothing: "The directory is still empty",
  read: "We read",
  insteadOf: (typed) => `instead of “${typed}”.`,
  loosened: "No offer has all these words: these have at least one of them.",
  counted: (quantity) => `Prices are compared for ${quantity}, the nearest quantity that we work out.`,
  sortBy: "Sort by",
  sorts: { relevance: "relevance", nearness: "nearness", confirmed: "date of confirmation" },
  sortText: {
    relevance: "First what answers your search best.",
    nearness: "First those who are there for your territory.",
    confirmed: "First what its host confirmed last.",
  },
  sortNever: "Never by size, never for payment.",
  nearness: {
    only: "In your area, and only there",
    priority: "In your area first",
    fallback: "If nothing equivalent is nearer to you",
    anywhere: "Anywhere, so with you too",
    remote: "At a distance",
  },
  monthly: (amount, quantity) =>
    quantity === null ? `that is ${amount} a month` : `${amount} a month for ${quantity}`,
  and: (places, more) => `${places} and ${more} other ${more > 1 ? "places" : "place"}`,
  anywhere: "No territory given",
  seat: (place) => `No territory given (${place})`,
  nowhere: "Nowhere: its hosts have no place in common",
  unvouched: "Nobody here vouches for it",
  unvouchedFor: (names) => `Nobody here vouches for ${names}`,
  why: "Why do I see this?",
  closing: (day) => `This host closes on ${day}`,
  closingOf: (name, day) => `${name} closes on ${day}`,
  ours: "published here",
  from: (domain) => `published at ${domain}`,
  compare: "Compare",
  compareLabel: "Choose offers to compare",
  compareButton: "Compare the offers ticked",
  compareHint: "Three at most, side by side.",
  next: "The next offers",
  first: "Back to the beginning",
  pages: "More offers",
  emptyText: "Three ways on",
  nothingText: "No host has published an offer here yet. It will fill as soon as this site knows others.",
  widen: "Widen the search",
  widenWithout: (chosen) => `Without “${chosen}”`,
  widenAll: "With hosts that nobody here vouches for",
  ask: "Begin with your need",
  askText: "Three simple questions, and we propose what comes near, if need be with two hosts together.",
  wait: "Wait until it opens",
  waitText: "Follow this search: you will know when an offer answers it.",
  watch: "Follow this search",
  reuse: "Follow and reuse this search",
  watchLong: "Be told when an offer opens here",
  feed: "Atom feed",
  json: "Data (JSON)",
  csv: "Table (CSV)",
  licence: "Each host keeps its offers up to date on its own site; this one holds a copy, and no search leaves it.",
};

export const words: Record<Language, typeof fr> = { fr, en };
