import type { Language } from "../foundation/language.ts";
import type { AccountRefusal } from "../web/account.ts";
import type { Capability, Territory } from "./host.ts";

/** Why a follow could not be started. */
export type FollowRefusal = AccountRefusal | "no-template" | "unreachable" | "nobody-here";

const fr = {
  capabilities: {
    hosting: "Hébergement",
    accompaniment: "Accompagnement",
    training: "Formation",
    development: "Développement",
    hardware: "Matériel",
    "funding-advice": "Aide au financement",
  } satisfies Record<Capability, string>,
  policies: {
    only: (places: string) => `${places} seulement`,
    priority: (places: string) => `${places} en priorité`,
    fallback: (places: string) => `${places} ; ailleurs, si rien d’équivalent n’est plus proche`,
    anywhere: (places: string) => (places === "" ? "Partout" : `${places}, et partout ailleurs`),
  } satisfies Record<Territory["policy"], (places: string) => string>,
  homeDescription: (name: string, places: string | null) =>
    places === null
      ? `Les offres de ${name}, et ce qui est ouvert en ce moment.`
      : `Les offres de ${name} (${places}), et ce qui est ouvert en ce moment.`,
  seeOffers: (n: number) => (n > 1 ? `Voir nos ${n} offres` : "Voir notre offre"),
  orFollow: "ou nous suivre depuis chez vous",
  seeNews: "Lire ce qu’annoncent les hébergeurs",
  followHub: "Suivre ce portail depuis chez vous",
  orFollowHub: "ou suivre ce portail depuis chez vous",
  offersTitle: "De quoi votre association a-t-elle besoin ?",
  noOffers: "Aucune offre pour l’instant",
  noOffersText: (name: string) =>
    `Aucune offre de ${name} n’est encore publiée. Suivez sa page : vous saurez quand la première paraîtra.`,
  followHere: "Nous suivre depuis chez vous",
  followText:
    "Vous avez un compte Mastodon, Mobilizon ou PeerTube ? Écrivez son adresse : votre serveur vous demandera de confirmer.",
  followShort: "Vous avez un compte Mastodon, Mobilizon ou PeerTube ? Suivez depuis votre serveur.",
  yourAddress: "Votre adresse",
  yourAddressHint: "Par exemple @association@serveur.org",
  follow: "Suivre",
  toCopy: "Ou cherchez cette adresse depuis votre serveur :",
  onlyPlaces: "Seulement les places qui s’ouvrent",
  byFeed: "Sans compte\u00a0: nos nouvelles par un lecteur de flux (Atom)",
  placesByFeed: "Sans compte\u00a0: les places qui s’ouvrent par un lecteur de flux (Atom)",
  news: "Des nouvelles des hébergeurs voisins",
  readMore: "Lire chez son auteur",
  notes: "Ses dernières nouvelles",
  noNotes: "Rien d’écrit pour l’instant.",
  notSetUp: "Ce site vient d’être installé",
  notSetUpText:
    "Il ne sait pas encore qui héberge ici. La personne qui l’a installé ouvre le lien écrit au premier démarrage, ou le dit d’une commande :",
  notSetUpThen: "Puis importez vos offres et publiez-les : cette page les montrera aussitôt.",
  closing: (day: string) => `Nous fermons le ${day}`,
  stays: "Nous restons ouverts",
  closingText: (announced: string) => `Annoncé le ${announced}.`,
  successor: "Pour la suite :",
  exitGuide: "Le guide de départ",
  followTitle: (name: string) => `Suivre ${name}`,
  followIntro: (address: string) => `Vous allez suivre ${address} depuis votre propre serveur.`,
  followErrors: "Le suivi n’a pas pu commencer",
  refusals: {
    "account-missing": "Il manque votre adresse. Par exemple @association@serveur.org.",
    "at-sign-missing": "Il manque un « @ » et le nom de votre serveur. Par exemple @association@serveur.org.",
    "account-malformed": "Nous n’arrivons pas à lire cette adresse. Par exemple @association@serveur.org.",
    "no-template":
      "Votre serveur ne dit pas comment suivre depuis ici. Copiez l’adresse ci-dessous, et cherchez-la depuis votre serveur.",
    unreachable:
      "Votre serveur ne répond pas. Vérifiez son nom, ou copiez l’adresse ci-dessous et cherchez-la depuis votre serveur.",
    "nobody-here": "Il n’y a personne de ce nom à suivre ici.",
  } satisfies Record<FollowRefusal, string>,
  /** For those who are signed in for an association. */
  member: {
    follow: (name: string) => `Suivre avec ${name}`,
    waiting: (name: string) => `Suivre viendra quand ${name} sera acceptée.`,
    other: "Depuis un autre compte",
  },
  kinds: {
    host: "Suivre l’hébergeur, c’est apprendre ses nouvelles offres, ses changements et ses places qui s’ouvrent.",
    availability:
      "Suivre ce compte, c’est apprendre quand une place s’ouvre, quand une offre est complète, et rien d’autre.",
    intake:
      "Vous avez un compte Mastodon ou ailleurs sur le Fédivers\u202f? Envoyez un message à cette adresse depuis chez vous\u00a0: l’équipe le lit et vous répond là-bas.",
    association: "Une association qui a son compte ici.",
    instance:
      "Ce compte technique relie ce site aux autres. D’autres serveurs le suivent pour recevoir le catalogue ; il n’écrit rien à personne.",
  },
  hubKind: "Suivre ce portail, c’est apprendre ce qu’il publie et ce qui change chez lui.",
  instanceName: (domain: string) => `Le serveur ${domain}`,
  availabilityName: (host: string) => `Les places de ${host}`,
  intakeName: (host: string) => `Écrire à ${host}`,
  itsPage: "Sa page",
  followers: (n: string, many: boolean) =>
    many
      ? `${n} comptes suivent cette page.`
      : n === "0"
        ? "Aucun compte ne suit encore cette page."
        : "Un compte suit cette page.",
  aboutTitle: "Qui nous sommes",
  askTogether: "Demander quelque chose à plusieurs hébergeurs ensemble",
  aboutDescription: (name: string) => `${name} : qui nous sommes, où, nos engagements et ce que nous ne faisons pas.`,
  card: "En bref",
  legalForm: "Forme",
  place: "Territoire",
  capabilitiesTitle: "Ce que nous savons faire",
  languages: "Langues parlées",
  dataLocation: "Où sont les données",
  memberOf: "Membre de",
  identifiers: "Identifiants",
  website: "Site",
  terms: "Conditions d’utilisation",
  commitments: "Nos engagements",
  evidence: "Ce qui le montre",
  noEvidence: "Rien ne le montre encore.",
  doesNot: "Ce que nous ne faisons pas",
  referrals: "Mieux servi ailleurs",
  referralsText: "Quand nous ne sommes pas les bons, voici vers qui nous vous envoyons.",
  solidarity: "Prix solidaire",
  solidarityWho: "Pour qui",
  solidarityNot: "Pas pour",
  solidarityHow: "Comment",
  facts: "Faits et chiffres",
  contact: "Nous joindre",
  noContact: "Aucun moyen de nous joindre n’est écrit ici. Suivez notre page : nos nouvelles y paraissent.",
  email: "Courriel",
  phone: "Téléphone",
  form: "Formulaire",
  address: "Adresse",
  software: "Ce site",
  softwareText: (version: string) =>
    `Ce site fonctionne avec Essaim ${version}, un logiciel libre (AGPL 3.0 ou suivante).`,
  look: "L’apparence d’Essaim : signe, couleurs, composants",
  changed: (day: string) => `Fiche modifiée le ${day}.`,
  map: {
    title: (territory: string) => `Carte de France\u00a0: ${territory}`,
    heading: "Où nous sommes là pour vous",
    named: {
      only: "Ici seulement",
      priority: "Ici en priorité",
      fallback: "Ici d’abord",
      anywhere: "Ici, et partout ailleurs",
    } satisfies Record<Territory["policy"], string>,
    part: "Une partie du département",
    beyond: {
      only: "À distance",
      priority: "Ailleurs aussi",
      fallback: "Si rien d’équivalent n’est plus proche",
      anywhere: "Partout ailleurs",
    } satisfies Record<Territory["policy"], string>,
    all: "Tous les départements",
    departments: (n: number) => (n === 1 ? "Le département" : `Les ${n} départements`),
    partOf: (name: string) => `${name}, en partie`,
    credit: "Fond de carte simplifié de Victor Cazanave,",
    scales: "L’outre-mer et la région de Paris ont leur propre échelle.",
  },
  copied: "À copier",
  elsewhere: {
    title: "C’est depuis votre serveur que l’on agit",
    whatThisIs: (host: string) =>
      `Vous êtes chez ${host}, qui publie ici ses offres d’hébergement. On n’y ouvre pas de compte\u00a0: chacun suit, répond et partage depuis le sien.`,
    whatThisIsUnnamed:
      "Ce site publie des offres d’hébergement. On n’y ouvre pas de compte\u00a0: chacun suit, répond et partage depuis le sien.",
    cameFor: "Vous veniez pour cette adresse, qui est ailleurs\u00a0:",
    how: "Copiez-la, et cherchez-la sur le serveur où vous avez votre compte (Mastodon, Mobilizon, PeerTube…)\u00a0: il saura l’ouvrir.",
    howWithout:
      "Cherchez l’adresse qui vous intéresse sur le serveur où vous avez votre compte (Mastodon, Mobilizon, PeerTube…)\u00a0: il saura l’ouvrir.",
    home: (host: string) => `Voir ce que propose ${host}`,
    homeUnnamed: "Aller à l’accueil",
  },
  offers: "Offres",
  glossary: {
    title: "Les mots que nous employons",
    lead: "Ceux que tout le monde ne connaît pas, chacun en une ou deux phrases.",
    notToConfuse: "À ne pas confondre avec\u00a0:",
    back: "Revenir à qui nous sommes",
  },
};

const en: typeof fr = {
  capabilities: {
    hosting: "Hosting",
    accompaniment: "Accompaniment",
    training: "Training",
    development: "Development",
    hardware: "Hardware",
    "funding-advice": "Help with funding",
  },
  policies: {
    only: (places) => `${places} only`,
    priority: (places) => `${places} first`,
    fallback: (places) => `${places}; elsewhere if nothing equivalent is nearer`,
    anywhere: (places) => (places === "" ? "Anywhere" : `${places}, and anywhere else`),
  },
  homeDescription: (name, places) =>
    places === null
      ? `What ${name} offers, and what is open right now.`
      : `What ${name} offers (${places}), and what is open right now.`,
  seeOffers: (n) => (n > 1 ? `See our ${n} offers` : "See our offer"),
  orFollow: "or follow us from your own server",
  seeNews: "Read what hosts announce",
  followHub: "Follow this portal from your own server",
  orFollowHub: "or follow this portal from your own server",
  offersTitle: "What does your association need?",
  noOffers: "No offers yet",
  noOffersText: (name) =>
    `${name} has not published an offer yet. Follow its page: you will know when the first one appears.`,
  followHere: "Follow us from your own server",
  followText:
    "Do you have a Mastodon, Mobilizon or PeerTube account? Write its address: your server will ask you to confirm.",
  followShort: "Do you have a Mastodon, Mobilizon or PeerTube account? Follow from your own server.",
  yourAddress: "Your address",
  yourAddressHint: "For example @association@server.org",
  follow: "Follow",
  toCopy: "Or search for this address on your server:",
  onlyPlaces: "Only the places that open",
  byFeed: "Without an account: our news in a feed reader (Atom)",
  placesByFeed: "Without an account: the places that open in a feed reader (Atom)",
  news: "News from neighbouring hosts",
  readMore: "Read it at its author’s",
  notes: "Latest news",
  noNotes: "Nothing written yet.",
  notSetUp: "This site has just been installed",
  notSetUpText:
    "It does not know yet who hosts here. The person who installed it opens the link printed at the first start, or says so with one command:",
  notSetUpThen: "Then import your offers and publish them: this page will show them at once.",
  closing: (day) => `We close on ${day}`,
  stays: "We stay open",
  closingText: (announced) => `Announced on ${announced}.`,
  successor: "What comes next:",
  exitGuide: "The guide to leaving",
  followTitle: (name) => `Follow ${name}`,
  followIntro: (address) => `You are about to follow ${address} from your own server.`,
  followErrors: "Following could not begin",
  refusals: {
    "account-missing": "Your address is missing. For example @association@server.org.",
    "at-sign-missing": "An “@” and the name of your server are missing. For example @association@server.org.",
    "account-malformed": "We cannot read this address. For example @association@server.org.",
    "no-template":
      "Your server does not say how to follow from here. Copy the address below and search for it on your server.",
    unreachable:
      "Your server does not answer. Check its name, or copy the address below and search for it on your server.",
    "nobody-here": "There is nobody of that name to follow here.",
  },
  member: {
    follow: (name) => `Follow as ${name}`,
    waiting: (name) => `Following comes once ${name} is accepted.`,
    other: "From another account",
  },
  kinds: {
    host: "Follow the host to hear of its new offers, its changes and the places that open.",
    availability: "Follow this account to hear when a place opens, when an offer is full, and nothing else.",
    intake:
      "Do you have an account on Mastodon or elsewhere on the Fediverse? Send a message to this address from there: the team reads it and answers you there.",
    association: "An association that has its account here.",
    instance:
      "This technical account ties this site to others. Other servers follow it to receive the catalogue; it writes to nobody.",
  },
  hubKind: "Follow this portal to hear what it publishes and what changes there.",
  instanceName: (domain) => `The server ${domain}`,
  availabilityName: (host) => `Places at ${host}`,
  intakeName: (host) => `Write to ${host}`,
  itsPage: "Its page",
  followers: (n, many) =>
    many
      ? `${n} accounts follow this page.`
      : n === "0"
        ? "No account follows this page yet."
        : "One account follows this page.",
  aboutTitle: "Who we are",
  askTogether: "Ask several hosts for something, together",
  aboutDescription: (name) => `${name}: who we are, where, our commitments and what we do not do.`,
  card: "In short",
  legalForm: "Form",
  place: "Territory",
  capabilitiesTitle: "What we can do",
  languages: "Languages spoken",
  dataLocation: "Where the data are",
  memberOf: "Member of",
  identifiers: "Identifiers",
  website: "Website",
  terms: "Terms of use",
  commitments: "Our commitments",
  evidence: "What shows it",
  noEvidence: "Nothing shows it yet.",
  doesNot: "What we do not do",
  referrals: "Better served elsewhere",
  referralsText: "When we are not the right ones, this is where we send you.",
  solidarity: "Solidarity price",
  solidarityWho: "For whom",
  solidarityNot: "Not for",
  solidarityHow: "How",
  facts: "Facts and figures",
  contact: "Reach us",
  noContact: "No way to reach us is written here. Follow our page: our news appear there.",
  email: "E-mail",
  phone: "Telephone",
  form: "Form",
  address: "Address",
  software: "This site",
  softwareText: (version) => `This site runs on Essaim ${version}, free software (AGPL 3.0 or later).`,
  look: "The look of Essaim: mark, colours, components",
  changed: (day) => `Profile changed on ${day}.`,
  map: {
    title: (territory) => `Map of France: ${territory}`,
    heading: "Where we are there for you",
    named: {
      only: "Here only",
      priority: "Here first",
      fallback: "Here to begin with",
      anywhere: "Here, and everywhere else",
    },
    part: "A part of the department",
    beyond: {
      only: "At a distance",
      priority: "Elsewhere too",
      fallback: "If nothing equivalent is nearer",
      anywhere: "Everywhere else",
    },
    all: "All departments",
    departments: (n) => (n === 1 ? "The department" : `The ${n} departments`),
    partOf: (name) => `${name}, in part`,
    credit: "Map simplified from that of Victor Cazanave,",
    scales: "Overseas departments and the region of Paris have scales of their own.",
  },
  copied: "To copy",
  elsewhere: {
    title: "You act from your own server",
    whatThisIs: (host) =>
      `This is the site of ${host}, which publishes its hosting offers here. Nobody opens an account on it: everyone follows, answers and shares from their own.`,
    whatThisIsUnnamed:
      "This site publishes hosting offers. Nobody opens an account on it: everyone follows, answers and shares from their own.",
    cameFor: "You came for this address, which is elsewhere:",
    how: "Copy it, and search for it on the server where you have your account (Mastodon, Mobilizon, PeerTube…): it will open it.",
    howWithout:
      "Search for the address that you want on the server where you have your account (Mastodon, Mobilizon, PeerTube…): it will open it.",
    home: (host) => `See what ${host} offers`,
    homeUnnamed: "Go to the home page",
  },
  offers: "Offers",
  glossary: {
    title: "The words that we use",
    lead: "Those that not everyone knows, each in a sentence or two.",
    notToConfuse: "Not to be confused with:",
    back: "Back to who we are",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
