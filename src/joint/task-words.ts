import type { Language } from "../foundation/language.ts";

const fr = {
  asked: (lead: string, title: string) => `${lead} vous propose de donner ensemble «\u00a0${title}\u00a0»`,
  askedWhy: (day: string) => `Reçue le ${day}. Rien ne paraît sans votre accord.`,
  again: (title: string) => `Une nouvelle version de «\u00a0${title}\u00a0» est à relire`,
  againWhy: (lead: string) => `${lead} l’a changée depuis votre accord.`,
  read: "Lire et répondre",
  refused: (names: string, title: string) => `${names} ne donne pas «\u00a0${title}\u00a0» avec vous`,
  refusedWhy: "Rien n’avance sans cela\u00a0: changez ce qui est proposé, ou retirez-le.",
  suspendedWhy: "C’est suspendu pour tout le monde, jusqu’à ce que tous soient d’accord.",
  open: "Voir où l’on en est",
};

const en: typeof fr = {
  asked: (lead, title) => `${lead} proposes to give “${title}” together with you`,
  askedWhy: (day) => `Received on ${day}. Nothing appears without your agreement.`,
  again: (title) => `A new version of “${title}” is to be read`,
  againWhy: (lead) => `${lead} has changed it since you agreed.`,
  read: "Read and answer",
  refused: (names, title) => `${names} does not give “${title}” together with you`,
  refusedWhy: "Nothing goes on without that: change what is proposed, or withdraw it.",
  suspendedWhy: "It is suspended for everybody, until all agree.",
  open: "See how it stands",
};

export const words: Record<Language, typeof fr> = { fr, en };
