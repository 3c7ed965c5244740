import type { Language } from "../foundation/language.ts";

const fr = {
  came: (host: string) => `${host} vous adresse une association`,
  unknown: (host: string) => `Un hébergeur que personne ici ne connaît vous adresse une association\u00a0: ${host}`,
  handed: "Elle est d’accord pour que vous la joigniez.",
  until: (day: string) => `Réponse attendue avant le ${day}.`,
  answer: "Lire et répondre",
  declined: (host: string) => `${host} ne peut pas prendre l’association que vous lui adressez`,
  lapsed: (host: string) => `${host} n’a pas répondu pour l’association que vous lui adressez`,
  declinedWhy: "Cherchez ailleurs, ou rouvrez la demande.",
  request: "Voir la demande",
  elsewhere: "Chercher ailleurs",
  taken: (host: string) => `Vous avez pris en charge une association que ${host} vous adresse`,
  takenWhy: "Dites quand la place est donnée, ou que cela ne se fera pas.",
  say: "Dire la suite",
};

const en: typeof fr = {
  came: (host) => `${host} sends an association on to you`,
  unknown: (host) => `A host that nobody here knows sends an association on to you: ${host}`,
  handed: "It agrees that you get in touch with it.",
  until: (day) => `An answer is awaited before ${day}.`,
  answer: "Read and answer",
  declined: (host) => `${host} cannot take the association that you send there`,
  lapsed: (host) => `${host} has not answered about the association that you send there`,
  declinedWhy: "Look elsewhere, or open the request again.",
  request: "See the request",
  elsewhere: "Look elsewhere",
  taken: (host) => `You have taken on an association that ${host} sends you`,
  takenWhy: "Say once the place is given, or that it will not be.",
  say: "Say what came of it",
};

export const words: Record<Language, typeof fr> = { fr, en };
