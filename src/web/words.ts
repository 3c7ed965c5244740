import type { Language } from "../foundation/language.ts";
import type { FeedName } from "./feeds.ts";

/** The errors that have a page of their own. */
export type PageStatus = 400 | 403 | 404 | 410 | 429 | 500;

const fr = {
  skip: "Aller au contenu",
  erased: "Tout est effacé",
  demonstration: "Démonstration.",
  demonstrationText: "Les noms, les prix et les dates de cette page sont inventés.",
  notice: "Avertissement",
  menu: "Menu principal",
  offers: "Offres",
  directory: "Annuaire",
  funding: "Petites annonces",
  about: "Qui nous sommes",
  association: "Votre association",
  api: "L’API, pour les programmes",
  desk: "Bureau",
  siteMap: "Plan du site",
  accessibility: "Accessibilité\u00a0: partiellement conforme",
  sobriety: "Sobriété",
  hostOfSwarm: "hébergeur de l’essaim",
  hubOfSwarm: "portail de l’essaim",
  aPageOfSwarm: "Une page de l’essaim",
  swarmText: (name: string) =>
    `${name} publie ses offres chez soi, avec Essaim, et d’autres hébergeurs font de même. Personne ne possède la liste : chacun tient sa part.`,
  hubText: (name: string) =>
    `${name} montre ce que des hébergeurs annoncent, chacun chez soi, avec Essaim. Personne ne possède la liste : chacun tient sa part.`,
  swarmTextUnnamed:
    "Chaque hébergeur publie ses offres chez soi, avec Essaim. Personne ne possède la liste : chacun tient sa part.",
  follow: "Suivre",
  followHost: "Suivre l’hébergeur",
  followHub: "Suivre le portail",
  followAvailability: "Suivre les places disponibles",
  feeds: {
    news: (host: string) => `Les nouvelles de ${host}`,
    offers: (host: string) => `Les offres de ${host}`,
    availability: (host: string) => `Les places de ${host}`,
  } satisfies Record<FeedName, (host: string) => string>,
  feed: "Flux Atom",
  language: "Langue",
  other: { name: "English", code: "en" as Language, sentence: "Read this page in English" },
  home: "Accueil",
  breadcrumb: "Vous êtes ici",
  stamp: "Confirmé le",
  stampAgeing: "Confirmé le",
  stampOld: "Pas confirmé depuis le",
  /** Beside a field that only robots see. */
  trap: "Laissez ce champ vide",
  youAreLost: "À la place",
  goHome: "Aller à l’accueil",
  seeOffers: "Voir les offres",
  findHost: "Chercher un hébergeur",
  readAbout: "Savoir qui nous sommes",
  errorNumber: (status: number) => `Erreur ${status}.`,
  trouble: "Un souci qui dure\u202f? Écrivez-nous en recopiant",
  errors: {
    400: {
      title: "Nous n’avons pas compris l’adresse",
      text: "Quelque chose manque dans ce que votre navigateur a envoyé. Revenez en arrière et essayez de nouveau.",
    },
    403: {
      title: "Cette page ne s’ouvre pas ainsi",
      text: "L’envoi venait d’un autre site, ou cette page est réservée à d’autres personnes.",
    },
    404: {
      title: "Il n’y a rien à cette adresse",
      text: "Le lien est peut-être ancien, ou une lettre manque dans l’adresse.",
    },
    410: {
      title: "Cette page n’existe plus",
      text: "Le lien que vous avez suivi était juste ; c’est la page qui est partie.",
    },
    429: {
      title: "Encore un instant",
      text: "Beaucoup de formulaires sont partis de chez vous, ou de votre réseau, en peu de temps. Revenez dans cinq minutes\u00a0: rien n’est perdu.",
    },
    500: {
      title: "Quelque chose s’est mal passé chez nous",
      text: "Ce n’est pas votre faute. La panne est notée ; essayez de nouveau dans quelques minutes.",
    },
  } satisfies Record<PageStatus, { title: string; text: string }>,
};

const en: typeof fr = {
  skip: "Skip to content",
  erased: "Everything is erased",
  demonstration: "Demonstration.",
  demonstrationText: "The names, prices and dates on this page are invented.",
  notice: "Notice",
  menu: "Main menu",
  offers: "Offers",
  directory: "Directory",
  funding: "Funding",
  about: "Who we are",
  association: "Your association",
  api: "The API, for programs",
  desk: "Desk",
  siteMap: "Map of the site",
  accessibility: "Accessibility: partially compliant",
  sobriety: "Sobriety",
  hostOfSwarm: "a host of the swarm",
  hubOfSwarm: "a portal of the swarm",
  aPageOfSwarm: "A page of the swarm",
  swarmText: (name) =>
    `${name} publishes its offers on its own site, with Essaim, and other hosts do the same. Nobody owns the list: each keeps its part.`,
  hubText: (name) =>
    `${name} shows what hosts announce, each on its own site, with Essaim. Nobody owns the list: each keeps its part.`,
  swarmTextUnnamed:
    "Each host publishes its offers on its own site, with Essaim. Nobody owns the list: each keeps its part.",
  follow: "Follow",
  followHost: "Follow the host",
  followHub: "Follow the portal",
  followAvailability: "Follow the places available",
  feeds: {
    news: (host) => `News of ${host}`,
    offers: (host) => `Offers of ${host}`,
    availability: (host) => `Places at ${host}`,
  },
  feed: "Atom feed",
  language: "Language",
  other: { name: "Français", code: "fr", sentence: "Lire cette page en français" },
  home: "Home",
  breadcrumb: "You are here",
  stamp: "Confirmed on",
  stampAgeing: "Last confirmed on",
  stampOld: "Not confirmed since",
  trap: "Leave this field empty",
  youAreLost: "Instead",
  goHome: "Go to the home page",
  seeOffers: "See the offers",
  findHost: "Look for a host",
  readAbout: "Read who we are",
  errorNumber: (status) => `Error ${status}.`,
  trouble: "Does it last? Write to us and copy",
  errors: {
    400: {
      title: "We did not understand the address",
      text: "Something is missing in what your browser sent. Go back and try again.",
    },
    403: {
      title: "This page does not open that way",
      text: "It was sent from another site, or this page is for other people.",
    },
    404: {
      title: "There is nothing at this address",
      text: "The link may be old, or a letter may be missing in the address.",
    },
    410: { title: "This page is gone", text: "The link you followed was right; it is the page that has left." },
    429: {
      title: "One moment",
      text: "Many forms were sent from your place, or your network, in a short time. Come back in five minutes: nothing is lost.",
    },
    500: {
      title: "Something went wrong on our side",
      text: "It is not your fault. The fault is noted; try again in a few minutes.",
    },
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
