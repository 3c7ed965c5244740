import type { Language } from "../foundation/language.ts";

const fr = {
  welcome: "Ce que vous pouvez faire ici",
  waitingTitle: "Votre inscription attend une réponse",
  waitingText: (host: string) =>
    `${host} la lit, et vous répond par courriel ou sur cette page. En attendant, vous pouvez préparer une annonce et la garder en brouillon\u202f; l’ouvrir, promettre et suivre viendra ensuite.`,
  approvedTitle: "Votre association est acceptée",
  refusedTitle: "Votre inscription n’a pas été acceptée",
  refusedText: (host: string) => `${host} l’explique ainsi\u00a0:`,
  closedTitle: "Ce compte a été fermé",
  closedText: (host: string) => `${host} l’explique ainsi\u00a0:`,
  stillYours:
    "Vos données restent les vôtres\u00a0: vous pouvez les emporter, ou tout effacer, dans «\u00a0Mon compte\u00a0».",
  ways: {
    ask: {
      title: "Publier une annonce",
      text: "Dites de quoi vous avez besoin. D’autres associations aident à payer, des hébergeurs répondent.",
    },
    mine: {
      title: "Vos annonces et vos promesses",
      text: "Où en est ce que vous avez demandé, et ce que vous avez promis.",
    },
    promise: {
      title: "Soutenir une annonce",
      text: "Promettez un peu d’argent, ou un coup de main. Rien n’est payé ici.",
    },
    place: { title: "Trouver un hébergeur", text: "Cherchez dans l’annuaire, et demandez une place en quatre champs." },
    together: {
      title: "Demander à plusieurs hébergeurs",
      text: "Un besoin qu’aucun ne couvre seul\u00a0: ils répondent ensemble, et l’un d’eux prend la tête.",
    },
    watch: {
      title: "Être prévenu d’une place",
      text: "Gardez une recherche, et apprenez quand une place s’ouvre.",
    },
    follow: {
      title: "Suivre un hébergeur",
      text: "D’ici ou d’ailleurs, d’un clic. Ses nouvelles arrivent dans cet espace.",
    },
  },
  newsTitle: "Dernières nouvelles",
  newsAll: "Toutes les nouvelles",
  newCount: (count: number) =>
    count === 1 ? "Une nouvelle depuis votre dernière visite." : `${count} nouvelles depuis votre dernière visite.`,
  leave: "Se déconnecter",
};

const en: typeof fr = {
  welcome: "What you can do here",
  waitingTitle: "Your registration waits for an answer",
  waitingText: (host) =>
    `${host} reads it, and answers by mail or on this page. Meanwhile you can prepare a request and keep it as a draft; opening it, pledging and following come after.`,
  approvedTitle: "Your association is accepted",
  refusedTitle: "Your registration was not accepted",
  refusedText: (host) => `${host} says why:`,
  closedTitle: "This account was closed",
  closedText: (host) => `${host} says why:`,
  stillYours: "Your data stay yours: you can take them away, or erase everything, in “My account”.",
  ways: {
    ask: { title: "Publish a request", text: "Say what you need. Other associations help to pay, hosts answer." },
    mine: { title: "Your requests and pledges", text: "How far what you asked is, and what you pledged." },
    promise: { title: "Support a request", text: "Pledge a little money, or a hand. Nothing is paid here." },
    place: { title: "Find a host", text: "Search the directory, and ask for a place in four fields." },
    together: {
      title: "Ask several hosts together",
      text: "A need that none of them covers alone: they answer together, and one takes the lead.",
    },
    watch: { title: "Be told of a place", text: "Keep a search, and learn when a place opens." },
    follow: { title: "Follow a host", text: "From here or elsewhere, in one click. Its news comes to this space." },
  },
  newsTitle: "Latest news",
  newsAll: "All news",
  newCount: (count) =>
    count === 1 ? "One piece of news since your last visit." : `${count} pieces of news since your last visit.`,
  leave: "Sign out",
};

export const words: Record<Language, typeof fr> = { fr, en };
