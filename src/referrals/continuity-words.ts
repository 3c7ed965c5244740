import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Et si l’hébergeur s’arrête\u202f?",
  takenOver: (host: string) => `Si ${host} s’arrête, la suite est prise par`,
  bothSay: "Les deux le disent.",
  named: (host: string) => `${host} nomme pour la suite`,
  notSaid: (host: string) => `${host} ne l’a pas dit.`,
  takesOver: (host: string) => `En cas d’arrêt, ${host} prend la suite de`,
  successor: "La suite est prise par",
  guide: "Comment récupérer ce qui est à vous",
  leaving: (host: string, day: string) =>
    `${host} ferme le ${day}, et ses utilisatrices et utilisateurs peuvent venir à vous`,
  agreed: "Vous avez dit ensemble que vous prenez la suite.",
  notAgreed: "Il vous nomme pour la suite\u00a0: vous ne l’avez pas dit vous-mêmes.",
  coming: (n: number, titles: string) =>
    n === 0 ? "Il n’a pas d’offre publiée." : `${n === 1 ? "Une offre" : `${n} offres`}\u00a0: ${titles}.`,
  see: "Voir ce qui arrive",
  say: "Dire que vous prenez la suite",
  message: {
    hello: (host: string, day: string) => `${host} ferme le ${day}, et vous nomme pour la suite.`,
    offers: (n: number) => (n === 1 ? "Ce qui s’arrête, une offre\u00a0:" : `Ce qui s’arrête, ${n} offres\u00a0:`),
    noOffers: "Il n’y a pas d’offre publiée.",
    followers: (n: number) => (n === 1 ? "Un compte suit cet hébergeur." : `${n} comptes suivent cet hébergeur.`),
    guide: "Le guide de départ\u00a0:",
    answer: "Écrivez-nous pour préparer le passage.",
  },
};

const en: typeof fr = {
  title: "And if the host stops?",
  takenOver: (host) => `If ${host} stops, its users are taken over by`,
  bothSay: "Both say so.",
  named: (host) => `${host} names as its successor`,
  notSaid: (host) => `${host} has not said so.`,
  takesOver: (host) => `Should it stop, ${host} takes over from`,
  successor: "Its users are taken over by",
  guide: "How to get back what is yours",
  leaving: (host, day) => `${host} closes on ${day}, and its users may come to you`,
  agreed: "You have said together that you take over.",
  notAgreed: "It names you as its successor: you have not said so yourselves.",
  coming: (n, titles) =>
    n === 0 ? "It has no published offer." : `${n === 1 ? "One offer" : `${n} offers`}: ${titles}.`,
  see: "See what is coming",
  say: "Say that you take over",
  message: {
    hello: (host, day) => `${host} closes on ${day}, and names you as its successor.`,
    offers: (n) => (n === 1 ? "What stops, one offer:" : `What stops, ${n} offers:`),
    noOffers: "There is no published offer.",
    followers: (n) => (n === 1 ? "One account follows this host." : `${n} accounts follow this host.`),
    guide: "The guide to leaving:",
    answer: "Write to us to prepare the move.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
