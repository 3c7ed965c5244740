import type { Language } from "../foundation/language.ts";

const fr = {
  asks: (other: string) => `${other} vous demande un partenariat`,
  counters: (other: string) => `${other} vous propose autre chose`,
  why: (kind: string, received: string) => `${kind}. Reçu le ${received}.`,
  until: (day: string) => `Réponse attendue avant le ${day}.`,
  unknown: "Personne d’ici ne connaît cet hébergeur.",
  answer: "Lire et répondre",
  missing: (other: string) => `${other} ne montre plus votre partenariat`,
  missingWhy: (since: string) =>
    `Son site ne le publie plus depuis le ${since}. S’il ne revient pas, il prendra fin\u00a0: écrivez-lui.`,
  see: "Voir",
  expires: (other: string) => `Votre demande à ${other} arrive à son terme`,
  expiresWhy: (day: string) => `Sans réponse avant le ${day}, elle n’attendra plus. Un mot peut aider.`,
  over: {
    declined: (other) => `${other} n’a pas donné suite à votre demande`,
    ended: (other) => `Le partenariat avec ${other} est terminé`,
    expired: (other) => `${other} n’a pas répondu à temps`,
  } satisfies Record<"declined" | "ended" | "expired", (other: string) => string>,
  overWhy: (kind: string, day: string) => `${kind}, depuis le ${day}.`,
  gaps: "Voir qui d’autre pourrait le faire",
};

const en: typeof fr = {
  asks: (other) => `${other} asks you for a partnership`,
  counters: (other) => `${other} proposes something else`,
  why: (kind, received) => `${kind}. Received on ${received}.`,
  until: (day) => `Answer expected before ${day}.`,
  unknown: "Nobody here knows this host.",
  answer: "Read and answer",
  missing: (other) => `${other} no longer shows your partnership`,
  missingWhy: (since) =>
    `Its site has not published it since ${since}. Unless it comes back, it will end: write to them.`,
  see: "See",
  expires: (other) => `Your request to ${other} is about to expire`,
  expiresWhy: (day) => `Without an answer before ${day}, it waits no longer. A word may help.`,
  over: {
    declined: (other) => `${other} did not take up your request`,
    ended: (other) => `The partnership with ${other} is over`,
    expired: (other) => `${other} did not answer in time`,
  },
  overWhy: (kind, day) => `${kind}, since ${day}.`,
  gaps: "See who else could do it",
};

export const words: Record<Language, typeof fr> = { fr, en };
