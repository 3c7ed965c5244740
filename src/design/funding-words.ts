import type { Language } from "../foundation/language.ts";

const fr = {
  swarm: {
    title: "Le compte d’une annonce",
    text: "Chaque point est une part de ce qu’il faut. Plein\u00a0: promis\u202f; clair\u00a0: promis sous condition\u202f; vide\u00a0: à trouver. L’anneau est le minimum. La même chose se lit en une phrase.",
    nobody: "Personne encore",
    some: "En chemin, avec un minimum et un optimum",
    heads: "On compte les participants",
    met: "Le compte y est",
    recurring: "Chaque mois",
  },
  line: {
    title: "Le compte en une ligne",
    text: "Pour une carte ou une affiche\u202f; quelques participants se voient en grand.",
  },
  stages: { title: "Où en est une annonce", text: "Un signe, un mot, une teinte." },
  pledges: {
    title: "Qui participe",
    text: "Chacun comme il veut être vu\u00a0: nom et montant, nom seul, montant seul. Un bord tireté attend sa condition.",
    named: "Foyer de Lignol-sur-Orsène",
    hidden: "Radio Bocage",
    waiting: "Jardins du Lavoir",
    help: "Compagnie du Pont levant",
    helpWords: "des essais sur de vraies fiches",
  },
  answers: {
    title: "Réponse d’un hébergeur",
    text: "Ce qu’il ferait, pour combien, pour quand.",
    by: "Tilleul & Compagnie",
    said: "Nous avons écrit deux modules pour Paheko. Dix jours de travail, une démonstration toutes les deux semaines.",
    terms: "Deux ans de corrections compris.",
  },
  take: { title: "Participer", text: "Un montant par languette\u202f; ou les mots à envoyer de chez soi." },
  poster: {
    title: "Affiche",
    text: "Une page A4 pour la porte. Sur le papier, elle est seule.",
    name: "Un planning de bénévoles relié à Paheko",
    label: "Affiche d’exemple",
  },
  narrow: { title: "Filtres repliés", text: "Deux champs d’abord\u202f; le reste derrière une ligne qui s’ouvre." },
};

const en: typeof fr = {
  swarm: {
    title: "How far a request is",
    text: "Each point is a part of what it takes. Full: pledged; pale: pledged on a condition; empty: to be found. The ring is the minimum. One sentence says the same.",
    nobody: "Nobody yet",
    some: "On the way, with a minimum and an optimum",
    heads: "It is participants that count",
    met: "There is enough",
    recurring: "Every month",
  },
  line: { title: "The same in one line", text: "For a card or a poster; a few participants are drawn large." },
  stages: { title: "Where a request stands", text: "A shape, a word, a tint." },
  pledges: {
    title: "Who takes part",
    text: "Each as they want to be seen: name and amount, name alone, amount alone. A dashed edge waits for its condition.",
    named: "Lignol-sur-Orsène village hall",
    hidden: "Radio Bocage",
    waiting: "The Washhouse Gardens",
    help: "Drawbridge Company",
    helpWords: "trying it on real records",
  },
  answers: {
    title: "Answer of a host",
    text: "What it would do, for how much, by when.",
    by: "Linden & Company",
    said: "We wrote two modules for Paheko. Ten days of work, a demonstration every two weeks.",
    terms: "Two years of corrections included.",
  },
  take: { title: "Taking part", text: "An amount on each strip; or the words to send from home." },
  poster: {
    title: "Poster",
    text: "A page of A4 for the door. On paper it is alone.",
    name: "A volunteer rota linked to Paheko",
    label: "A poster as an example",
  },
  narrow: { title: "Folded filters", text: "Two fields first; the rest behind a line that opens." },
};

export const words: Record<Language, typeof fr> = { fr, en };
