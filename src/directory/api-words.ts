import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { directory: "Annuaire" },
  operations: {
    searchDirectory: {
      summary: "Chercher dans l’annuaire",
      description:
        "Les offres de tous les hébergeurs connus ici, celles de cette instance comme les autres, avec les mêmes filtres que la page «\u00a0/directory\u00a0». Plusieurs valeurs d’un filtre élargissent la recherche (le nom est répété dans l’adresse), chaque filtre de plus la resserre. «\u00a0facets\u00a0» dit combien d’offres répondraient à chaque autre choix.",
    },
  },
  parameters: {
    q: "Des mots, en français ou en anglais, avec ou sans accents.",
    need: "Un besoin\u00a0: un code du vocabulaire, par exemple email.",
    audience: "À qui l’offre s’adresse\u00a0: un code du vocabulaire.",
    territory: "Où est l’association\u00a0: un code postal, une commune, ou un code comme com:16015 ou dep:16.",
    availability: "L’état de la disponibilité, par exemple open. Ce qui a expiré n’en a plus.",
    price_max: "Au plus tant par mois, pour «\u00a0gb\u00a0» ou «\u00a0users\u00a0» s’ils sont donnés.",
    currency: "La monnaie de «\u00a0price_max\u00a0»\u00a0: EUR si rien n’est dit.",
    gb: "Combien de gigaoctets, pour comparer les prix.",
    users: "Combien de personnes, pour comparer les prix.",
    software: "Un logiciel, par exemple Nextcloud.",
    alternative_to: "Ce que l’association veut quitter, par exemple Google Docs.",
    isolation: "Une instance dédiée (dedicated) ou mutualisée (shared).",
    accompaniment: "Un accompagnement compris dans l’offre\u00a0: un code du vocabulaire.",
    capability: "Ce que l’hébergeur sait faire, par exemple training.",
    language: "Une langue de l’offre ou de l’hébergeur, par exemple fr.",
    fresh: "Confirmé depuis moins de tant de jours.",
    trust: "«\u00a0all\u00a0» montre aussi les hébergeurs dont personne ici ne répond\u202f; il y faut un jeton.",
    sort: "L’ordre\u00a0: relevance, nearness ou confirmed.",
    page: "Où continuer, comme «\u00a0cursor\u00a0»\u00a0: c’est son nom dans l’adresse de la page.",
  },
  problems: {},
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { directory: "Directory" },
  operations: {
    searchDirectory: {
      summary: "Search the directory",
      description:
        "The offers of all hosts that are known here, this instance's own among them, with the same filters as the page “/directory”. Several values of a filter widen the search (its name is repeated in the address), each further filter narrows it. “facets” says how many offers would answer each other choice.",
    },
  },
  parameters: {
    q: "Words, in French or in English, with or without accents.",
    need: "A need: a code of the vocabulary, email for example.",
    audience: "For whom the offer is: a code of the vocabulary.",
    territory: "Where the association is: a postcode, a commune, or a code like com:16015 or dep:16.",
    availability: "How it stands with places, open for example. What has expired stands nowhere.",
    price_max: "At most so much a month, for “gb” or “users” where they are given.",
    currency: "The currency of “price_max”: EUR where nothing is said.",
    gb: "How many gigabytes, to compare prices.",
    users: "How many people, to compare prices.",
    software: "A piece of software, Nextcloud for example.",
    alternative_to: "What the association wants to leave, Google Docs for example.",
    isolation: "An instance of one's own (dedicated) or a shared one (shared).",
    accompaniment: "Guidance that the offer includes: a code of the vocabulary.",
    capability: "What the host can do, training for example.",
    language: "A language of the offer or of the host, fr for example.",
    fresh: "Confirmed within so many days.",
    trust: "“all” also shows hosts for whom nobody here vouches; it takes a token.",
    sort: "The order: relevance, nearness or confirmed.",
    page: "Where to go on, like “cursor”: its name in the address of the page.",
  },
  problems: {},
};

export const words: Record<Language, typeof fr> = { fr, en };
