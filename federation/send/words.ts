import type { Language } from "../../src/foundation/language.ts";
import type { LocalKind } from "../addresses.ts";

const fr = {
  /** The lines of a profile. */
  labels: {
    website: "Site web",
    availability: "Disponibilités",
    terms: "Conditions d’utilisation",
    contact: "Contact",
    closing: "Fin d’activité",
    host: "Hébergeur",
    service: "Service",
    price: "Prix",
    places: "Places",
    state: "État",
    updated: "Mis à jour",
    offer: "L’offre",
    software: "Logiciel",
    responsible: "Responsable",
    subscribe: "Souscrire",
    hostSheet: "Fiche de l’hébergeur",
    offerSheet: "Fiche de l’offre",
  },
  /** What the pictures of our accounts show, for those who do not see them. */
  pictures: {
    host: "Un « e » que dessine un vol de points",
    offer: "Un « e » fait de points",
    availability: "Trois lignes de points : une place libre, une à moitié prise, une prise",
    instance: "Un « e » que dessine un vol de points, sur fond bleu",
  } satisfies Record<LocalKind, string>,
  logo: (host: string) => `Le logo de ${host}`,
  header: "Un vol de points",
  availabilityTitle: (host: string) => `Disponibilités – ${host}`,
  offerTitle: (title: string, host: string) => `${title} – ${host}`,
  availabilitySummary: (host: string) => `Places ouvertes et fermées chez ${host}. Automatique.`,
  instanceSummary: (site: string) => `Compte technique de l’instance ${site}. Il suit les autres instances du réseau.`,
  /** Before an account. */
  offeredBy: "Proposé par",
  at: (host: string) => `chez ${host}`,
  stateOn: (day: string) => `État au ${day}`,
  line: (name: string, state: string) => `${name}\u00a0: ${state}`,
  nothingOffered: "Aucune offre publiée pour l’instant.",
  ourOffers: "Nos offres",
  followAvailability: "Pour être prévenu quand une place s’ouvre\u00a0:",
  upTo: (free: string, all: number) => `${free} sur ${all}`,
  closes: (day: string, successor: string | null) =>
    successor === null ? `Le ${day}` : `Le ${day}, puis ${successor}`,
};

const en: typeof fr = {
  labels: {
    website: "Website",
    availability: "Availability",
    terms: "Terms of service",
    contact: "Contact",
    closing: "Closing down",
    host: "Host",
    service: "Service",
    price: "Price",
    places: "Places",
    state: "State",
    updated: "Updated",
    offer: "The offer",
    software: "Software",
    responsible: "Responsible",
    subscribe: "Subscribe",
    hostSheet: "Data sheet of the host",
    offerSheet: "Data sheet of the offer",
  },
  pictures: {
    host: "An “e” that a flight of points draws",
    offer: "An “e” made of points",
    availability: "Three lines of points: a free place, one half taken, one taken",
    instance: "An “e” that a flight of points draws, on blue",
  },
  logo: (host) => `The logo of ${host}`,
  header: "A flight of points",
  availabilityTitle: (host) => `Availability – ${host}`,
  offerTitle: (title, host) => `${title} – ${host}`,
  availabilitySummary: (host) => `Places that open and close at ${host}. Automatic.`,
  instanceSummary: (site) =>
    `Technical account of the instance ${site}. It follows the other instances of the network.`,
  offeredBy: "Offered by",
  at: (host) => `at ${host}`,
  stateOn: (day) => `State on ${day}`,
  line: (name, state) => `${name}: ${state}`,
  nothingOffered: "No offer is published for now.",
  ourOffers: "Our offers",
  followAvailability: "To be told when a place opens:",
  upTo: (free, all) => `${free} of ${all}`,
  closes: (day, successor) => (successor === null ? `On ${day}` : `On ${day}, then ${successor}`),
};

export const words: Record<Language, typeof fr> = { fr, en };
