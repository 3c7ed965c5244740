import type { Language } from "../foundation/language.ts";
import type { Verdict } from "./reviews.ts";

const fr = {
  heard: {
    confirms: (name: string) => `${name} confirme l’un de vos engagements`,
    disputes: (name: string) => `${name} conteste l’un de vos engagements`,
    "cannot-check": (name: string) => `${name} n’a pas pu vérifier l’un de vos engagements`,
  } satisfies Record<Verdict, (name: string) => string>,
  heardWhy: (claim: string, day: string) => `«\u00a0${claim}\u00a0», le ${day}. Vous pouvez y répondre.`,
  see: "Voir et répondre",
  read: "J’ai lu",
  review: (name: string) => `Votre avis sur ${name} est-il toujours vrai\u202f?`,
  vouch: (name: string) => `Vous portez-vous toujours garant de ${name}\u202f?`,
  oldWhy: (day: string) => `Vous l’avez dit le ${day}, il y a plus d’un an. Tout le monde voit cette date.`,
  still: "Toujours vrai",
  look: "Revoir ou retirer",
};

const en: typeof fr = {
  heard: {
    confirms: (name) => `${name} confirms one of your commitments`,
    disputes: (name) => `${name} disputes one of your commitments`,
    "cannot-check": (name) => `${name} could not check one of your commitments`,
  },
  heardWhy: (claim, day) => `“${claim}”, on ${day}. You can answer it.`,
  see: "See and answer",
  read: "I have read it",
  review: (name) => `Is your review of ${name} still true?`,
  vouch: (name) => `Do you still vouch for ${name}?`,
  oldWhy: (day) => `You said so on ${day}, more than a year ago. Everybody sees this date.`,
  still: "Still true",
  look: "Look again, or withdraw",
};

export const words: Record<Language, typeof fr> = { fr, en };
