import type { Trust } from "../catalogue/catalogue.ts";
import type { Language } from "../foundation/language.ts";

const fr = {
  hostLead: (domain: string) => `Hébergeur de l’essaim, chez lui sur ${domain}`,
  copyTitle: "Ceci est une copie",
  copyText: (name: string, day: string) =>
    `${name} tient cette page chez lui\u202f; nous en gardons une copie, reçue le ${day}. Sur cette page, «\u00a0nous\u00a0» veut dire ${name}.`,
  original: "Voir l’original",
  originalOffer: (name: string) => `Voir l’offre chez ${name}`,
  originalHost: (name: string) => `Aller chez ${name}`,
  askTogether: "Lui demander quelque chose, avec d’autres hébergeurs",
  asking: "C’est là que l’on demande une place, et que l’on pose ses questions.",
  /** How far a host is trusted here, and why it is shown. */
  why: "Pourquoi je vois cet hébergeur",
  levels: {
    0: "Ce site ne montre pas cet hébergeur.",
    1: "Ce site ne montre pas encore cet hébergeur.",
    2: "Son propre serveur a prouvé qu’il existe et qu’il veut être dans l’annuaire. Personne ici ne le connaît, et aucun hébergeur de confiance ne s’en porte garant\u00a0: il ne paraît que si on le demande.",
    3: "Des hébergeurs en qui ce site a confiance s’en portent garants.",
    4: "Les personnes qui tiennent ce site ont choisi de suivre cet hébergeur.",
  } satisfies Record<Trust, string>,
  domain: "Adresse",
  domainText: "Écrite en lettres simples, pour que personne ne se fasse passer pour un autre.",
  confirmed: "Reçue de chez lui",
  offers: (n: number) => (n > 1 ? `Ses ${n} offres` : n === 1 ? "Son offre" : "Ses offres"),
  noOffers: "Aucune offre publiée en ce moment.",
  follow: (name: string) => `Suivre ${name}`,
  followText:
    "Vous avez un compte Mastodon, Mobilizon ou PeerTube\u202f? Suivez directement à la source, depuis votre serveur.",
  followOffer: "Suivre cette offre",
  offerOf: "Une offre de",
  allOffers: "Toutes ses offres",
  allOffersOf: (name: string) => `Toutes les offres de ${name}`,
  changed: (day: string) => `Modifiée par son hébergeur le ${day}.`,
  goneTitle: "Cet hébergeur n’est plus dans l’annuaire",
  goneText: (domain: string, day: string) =>
    `${domain} a fait savoir le ${day} qu’il ne veut plus y paraître, ou qu’il a fermé. Le lien que vous avez suivi était juste\u202f; c’est lui qui est parti.`,
  silentTitle: (name: string) => `${name} ne répond plus`,
  silentText: (day: string | null) =>
    day === null
      ? "Son serveur ne répond plus, et nous ne montrons pas ce que nous ne pouvons plus vérifier."
      : `Son serveur ne nous a rien répondu depuis le ${day}, et nous ne montrons pas ce que nous ne pouvons plus vérifier. Il reviendra de lui-même dès qu’il répondra.`,
  unknownTitle: "Nous ne connaissons pas cet hébergeur",
  unknownText: "L’adresse est peut-être mal recopiée, ou ce site n’a jamais eu affaire à lui.",
  offerGoneTitle: "Cette offre n’est pas dans l’annuaire",
  offerGoneText: (name: string) => `${name} l’a peut-être retirée, ou renommée. Voici ce qu’il propose aujourd’hui.`,
  search: "Chercher dans l’annuaire",
  tryThere: (domain: string) => `Essayer directement ${domain}`,
  seeHost: (name: string) => `Voir la page de ${name}`,
};

const en: typeof fr = {
  hostLead: (domain) => `A host of the swarm, at home on ${domain}`,
  copyTitle: "This is a copy",
  copyText: (name, day) =>
    `${name} keeps this page on its own site; we hold a copy of it, received on ${day}. On this page, “we” means ${name}.`,
  original: "See the original",
  originalOffer: (name) => `See the offer at ${name}`,
  originalHost: (name) => `Go to ${name}`,
  askTogether: "Ask it for something, together with other hosts",
  asking: "That is where one asks for a place, and asks one’s questions.",
  why: "Why I see this host",
  levels: {
    0: "This site does not show this host.",
    1: "This site does not show this host yet.",
    2: "Its own server has proved that it exists and wants to be listed. Nobody here knows it, and no trusted host vouches for it: it appears only when asked for.",
    3: "Hosts that this site trusts vouch for it.",
    4: "The people who run this site have chosen to follow this host.",
  },
  domain: "Address",
  domainText: "Written in plain letters, so that nobody passes for another.",
  confirmed: "Received from its site",
  offers: (n) => (n > 1 ? `Its ${n} offers` : n === 1 ? "Its offer" : "Its offers"),
  noOffers: "No offer is published at the moment.",
  follow: (name) => `Follow ${name}`,
  followText: "Do you have a Mastodon, Mobilizon or PeerTube account? Follow at the source, from your own server.",
  followOffer: "Follow this offer",
  offerOf: "An offer of",
  allOffers: "All its offers",
  allOffersOf: (name) => `All offers of ${name}`,
  changed: (day) => `Changed by its host on ${day}.`,
  goneTitle: "This host is no longer in the directory",
  goneText: (domain, day) =>
    `${domain} let us know on ${day} that it no longer wants to be listed, or that it has closed. The link you followed was right; it is the host that has left.`,
  silentTitle: (name) => `${name} no longer answers`,
  silentText: (day) =>
    day === null
      ? "Its server no longer answers, and we do not show what we cannot check any more."
      : `Its server has not answered us since ${day}, and we do not show what we cannot check any more. It comes back by itself as soon as it answers.`,
  unknownTitle: "We do not know this host",
  unknownText: "The address may have been copied wrongly, or this site never had to do with it.",
  offerGoneTitle: "This offer is not in the directory",
  offerGoneText: (name) => `${name} may have withdrawn it, or given it another name. Here is what it offers today.`,
  search: "Search the directory",
  tryThere: (domain) => `Try ${domain} directly`,
  seeHost: (name) => `See the page of ${name}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
