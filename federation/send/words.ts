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
    vouches: "De qui il se porte garant",
    reviews: "Ce qu’il dit des engagements des autres",
    offerSheet: "Fiche de l’offre",
    search: "La recherche",
    searchPage: "Tout ce qui correspond",
    stop: "Pour arrêter",
    territory: "Territoire",
    sector: "Domaine",
  },
  /** What the pictures of our accounts show, for those who do not see them. */
  pictures: {
    host: "Un « e » que dessine un vol de points",
    offer: "Un « e » fait de points",
    availability: "Trois lignes de points : une place libre, une à moitié prise, une prise",
    instance: "Un « e » que dessine un vol de points, sur fond bleu",
    campaign: "Dix points autour d’un rond blanc : sept pleins, trois encore vides",
  } satisfies Record<Exclude<LocalKind, "watch" | "intake" | "association">, string>,
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
  weClose: (day: string) => `Nous fermons le ${day}.`,
  after: "Pour la suite",
  guide: "Le guide de départ",
  stays: "Nous restons ouverts. La fermeture que nous avions annoncée n’aura pas lieu.",
  intakeTitle: (host: string) => `Demandes – ${host}`,
  tooManyAskings: "Trop de demandes sont venues de chez vous en un jour. Demandez à nouveau demain.",
  intakeSummary: (host: string) => `Écrivez à ce compte depuis le vôtre pour vous adresser à ${host}. Automatique.`,
  openingRefused: (title: string, reason: string, page: string) =>
    `Votre demande de financement «\u00a0${title}\u00a0» n’a pas été ouverte. L’équipe de ce site vous en donne la raison\u00a0:\n\n${reason}\n\nRien n’est perdu\u00a0: vous pouvez la corriger et la proposer à nouveau ici\u00a0: ${page}`,
  /** Of the accounts of associations. */
  associations: {
    limited: (site: string) => `Une association qui a son compte sur ${site}. Elle ne montre que son nom.`,
    writeElsewhere: "Ce compte suit des hébergeurs et porte des demandes. Il ne reçoit pas de messages.",
    state: (name: string, place: string | null) => (place === null ? name : `${name} – ${place}`),
  },
  /** Of offers that several hosts make together. */
  joint: {
    with: "Avec",
    by: (names: string) => `Offre commune de ${names}.`,
    host: (n: number) => `Hébergeur ${n}`,
    agreement: (name: string) => `Accord de ${name}`,
    suspended: (title: string, left: string | null) =>
      left === null
        ? `L’offre commune «\u00a0${title}\u00a0» est suspendue pour le moment. Nous vous dirons ici quand elle reprend.`
        : `L’offre commune «\u00a0${title}\u00a0» est suspendue pour le moment\u00a0: ${left} n’y participe plus. Nous vous dirons ici quand elle reprend.`,
  },
  /** Of the accounts that watch a search. */
  watches: {
    title: (search: string) => `Veille : ${search}`,
    summary: (site: string) =>
      `Prévient quand une offre qui correspond à cette recherche s’ouvre, ou s’ajoute à l’annuaire de ${site}. Automatique.`,
    stop: "Ne plus suivre ce compte. Sans abonné pendant 30 jours, il disparaît.",
    state: "Ce compte veille sur une recherche de l’annuaire :",
    promise:
      "Il écrit ici quand une offre qui correspond s’ouvre ou s’ajoute, et ne dit rien d’autre. Il ne lit pas les réponses.",
    found: (n: number) =>
      n === 1 ? "Une offre correspond à cette recherche :" : `${n} offres correspondent à cette recherche :`,
    kinds: { opened: "s’ouvre", listed: "nouvelle dans l’annuaire" },
    offer: (title: string, host: string) => `${title}, ${host}`,
    confirmed: (day: string) => `confirmé le ${day}`,
    more: (n: number) => (n === 1 ? "Et une autre." : `Et ${n} autres.`),
    all: "Tout ce qui correspond :",
  },
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
    vouches: "For whom it vouches",
    reviews: "What it says of the commitments of others",
    offerSheet: "Data sheet of the offer",
    search: "The search",
    searchPage: "All that fits",
    stop: "How to stop",
    territory: "Territory",
    sector: "Field",
  },
  pictures: {
    host: "An “e” that a flight of points draws",
    offer: "An “e” made of points",
    availability: "Three lines of points: a free place, one half taken, one taken",
    instance: "An “e” that a flight of points draws, on blue",
    campaign: "Ten points around a white disc: seven full, three still empty",
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
  weClose: (day) => `We close on ${day}.`,
  after: "What comes next",
  guide: "The guide to leaving",
  stays: "We stay open. The closing that we had announced will not take place.",
  intakeTitle: (host) => `Requests – ${host}`,
  tooManyAskings: "Too many requests came from you within a day. Ask again tomorrow.",
  intakeSummary: (host) => `Write to this account from your own to reach ${host}. Automatic.`,
  openingRefused: (title, reason, page) =>
    `Your request for funding “${title}” was not opened. The team of this site gives you the reason:\n\n${reason}\n\nNothing is lost: you can mend it and propose it again here: ${page}`,
  associations: {
    limited: (site) => `An association that has its account on ${site}. It shows its name alone.`,
    writeElsewhere: "This account follows hosts and carries requests. It takes no messages.",
    state: (name, place) => (place === null ? name : `${name} – ${place}`),
  },
  joint: {
    with: "With",
    by: (names) => `Joint offer of ${names}.`,
    host: (n) => `Host ${n}`,
    agreement: (name) => `Agreement of ${name}`,
    suspended: (title, left) =>
      left === null
        ? `The joint offer “${title}” is suspended for now. We shall tell you here when it goes on.`
        : `The joint offer “${title}” is suspended for now: ${left} no longer takes part. We shall tell you here when it goes on.`,
  },
  watches: {
    title: (search) => `Watch: ${search}`,
    summary: (site) => `Tells when an offer that fits this search opens, or joins the directory of ${site}. Automatic.`,
    stop: "Unfollow this account. Without a follower for 30 days, it is gone.",
    state: "This account watches a search of the directory:",
    promise: "It writes here when an offer that fits opens or is added, and says nothing else. It reads no answers.",
    found: (n) => (n === 1 ? "One offer fits this search:" : `${n} offers fit this search:`),
    kinds: { opened: "opens", listed: "new in the directory" },
    offer: (title, host) => `${title}, ${host}`,
    confirmed: (day) => `confirmed on ${day}`,
    more: (n) => (n === 1 ? "And one more." : `And ${n} more.`),
    all: "All that fits:",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
