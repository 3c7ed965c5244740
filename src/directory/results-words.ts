import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Ce qui répond à votre besoin",
  lead: (n: number) =>
    n === 0
      ? "Aucune offre connue ici ne répond à tout, seule. Voici ce qui s’en approche."
      : n === 1
        ? "Une offre répond à tout ce que vous avez demandé."
        : `${n} offres répondent à tout ce que vous avez demandé.`,
  leadTogether: "Aucune offre connue ici ne répond à tout, seule. Réunies, plusieurs y répondent.",
  leadUnknown: "Vous ne savez pas encore ce qu’il vous faut\u00a0: voici qui peut le regarder avec vous.",
  given: "Vos réponses",
  change: "Changer",
  needs: "Besoin",
  place: "Lieu et nombre",
  help: "Aide",
  unknown: "vous ne savez pas",
  budget: (amount: string) => `${amount} par mois au plus`,
  keeper: { host: "tenu par l’hébergeur", us: "tenu par vous" },
  whole: "Tout chez un seul hébergeur",
  order:
    "Dans cet ordre\u00a0: où il y a de la place, ce qui est le plus près de vous, ce qui laisse le moins de questions, ce qui a été confirmé en dernier. Pas de note, pas de publicité.",
  together: "En réunissant des offres",
  togetherText:
    "Le moins d’hébergeurs possible pour tout couvrir. S’ils sont plusieurs, vous pouvez leur demander de répondre ensemble\u00a0: la demande est déjà remplie, et rien ne part avant que vous l’ayez relue.",
  togetherPart: (wishes: string) =>
    `Ces réunions couvrent tout, sauf ceci, que personne ne propose ici\u00a0: ${wishes}.`,
  togetherTitle: (hosts: string) => `Avec ${hosts}`,
  sameHost: (host: string, n: number) => (n > 1 ? `Avec ${host}, en ${n} offres` : `Avec ${host}`),
  covers: (wishes: string) => `Couvre\u00a0: ${wishes}`,
  permalink: "Cette réponse à plusieurs, sur une page à elle",
  total: "En tout\u00a0:",
  totalUnknown: (n: number) =>
    n > 1
      ? `plus ${n} offres dont le prix n’a pas pu être calculé`
      : "plus une offre dont le prix n’a pas pu être calculé",
  totalNone: "Aucun de ces prix n’a pu être calculé. Demandez-les.",
  partly: "Une partie de ce que vous demandez",
  helpers: "Qui peut vous accompagner",
  helpersText: "Ces offres comprennent l’aide que vous demandez, quel que soit l’outil.",
  missing: (wishes: string) => `Personne ici ne propose\u00a0: ${wishes}`,
  missingShut: (wishes: string) => `Proposé, mais fermé aux nouvelles demandes en ce moment\u00a0: ${wishes}.`,
  ways: "Que faire",
  wider: (place: string) => `Chercher dans un lieu plus large\u00a0: ${place}`,
  everywhere: "Chercher partout, sans lieu",
  fewer: "Demander moins de choses à la fois",
  directory: "Voir et suivre cette recherche dans l’annuaire",
  feed: "Être prévenu par un flux quand quelque chose paraît",
  others: "Regarder toutes les offres de l’annuaire",
  by: "Chez",
  pick: "Comparer",
  compare: "Comparer les offres cochées",
  compareHint: "Cochez-en deux ou trois.",
  stable: "L’adresse de cette page garde vos réponses\u00a0: vous pouvez l’enregistrer, ou l’envoyer à quelqu’un.",
  libreNotFree: "Libre ne veut pas dire gratuit\u00a0: chaque prix est celui que l’hébergeur écrit.",
  nothing: "Rien ne répond encore à cela ici.",
  asking: {
    ask: "Demander à ces hébergeurs de répondre ensemble",
    draft: "Préparer cette offre commune au bureau",
  },
  combination: {
    title: "Une réponse à plusieurs",
    lead: "Ces offres, réunies, couvrent ce qui est demandé. Demandez à leurs hébergeurs d’y répondre ensemble\u00a0: rien ne part avant que vous ayez relu.",
    lacking: (wishes: string) => `Ensemble, elles ne couvrent pas\u00a0: ${wishes}.`,
    gone: (names: string) => `Cette offre n’est plus proposée ici, ou ne l’a jamais été\u00a0: ${names}.`,
    empty: "Aucune des offres que nomme cette adresse n’est connue ici.",
    back: "Revoir toutes les réponses",
    compare: "Les comparer point par point",
  },
};

const en: typeof fr = {
  title: "What answers your need",
  lead: (n) =>
    n === 0
      ? "No single offer known here answers everything. Here is what comes near."
      : n === 1
        ? "One offer answers all that you asked for."
        : `${n} offers answer all that you asked for.`,
  leadTogether: "No single offer known here answers everything. Several do, together.",
  leadUnknown: "You do not know yet what you need: here is who can look at it with you.",
  given: "Your answers",
  change: "Change",
  needs: "Need",
  place: "Place and number",
  help: "Help",
  unknown: "you do not know",
  budget: (amount) => `${amount} a month at most`,
  keeper: { host: "kept by the host", us: "kept by you" },
  whole: "Everything at one host",
  order:
    "In this order: where there is room, what is nearest to you, what leaves the fewest questions, what was confirmed last. No scores, no advertising.",
  together: "By putting offers together",
  togetherText:
    "As few hosts as possible to cover everything. Where they are several, you can ask them to answer together: the request is filled in already, and nothing leaves before you have read it through.",
  togetherPart: (wishes) => `These groups cover everything but this, which nobody offers here: ${wishes}.`,
  togetherTitle: (hosts) => `With ${hosts}`,
  sameHost: (host, n) => (n > 1 ? `With ${host}, in ${n} offers` : `With ${host}`),
  covers: (wishes) => `Covers: ${wishes}`,
  permalink: "This answer of several, on a page of its own",
  total: "All in all:",
  totalUnknown: (n) =>
    n > 1
      ? `plus ${n} offers whose price could not be worked out`
      : "plus one offer whose price could not be worked out",
  totalNone: "None of these prices could be worked out. Ask for them.",
  partly: "A part of what you ask for",
  helpers: "Who can accompany you",
  helpersText: "These offers include the help that you ask for, whatever the tool.",
  missing: (wishes) => `Nobody here offers: ${wishes}`,
  missingShut: (wishes) => `Offered, but closed to new requests at the moment: ${wishes}.`,
  ways: "What to do",
  wider: (place) => `Search in a wider place: ${place}`,
  everywhere: "Search everywhere, without a place",
  fewer: "Ask for fewer things at once",
  directory: "See and follow this search in the directory",
  feed: "Be told by a feed when something appears",
  others: "Look at all offers of the directory",
  by: "At",
  pick: "Compare",
  compare: "Compare the offers that are ticked",
  compareHint: "Tick two or three.",
  stable: "The address of this page keeps your answers: you can save it, or send it to somebody.",
  libreNotFree: "Free software does not mean free of charge: each price is the one that the host writes.",
  nothing: "Nothing answers this here yet.",
  asking: { ask: "Ask these hosts to answer together", draft: "Draft this joint offer at the desk" },
  combination: {
    title: "An answer of several",
    lead: "These offers together cover what is asked for. Ask their hosts to answer together: nothing leaves before you have read it again.",
    lacking: (wishes) => `Together, they do not cover: ${wishes}.`,
    gone: (names) => `This offer is no longer offered here, or never was: ${names}.`,
    empty: "None of the offers that this address names is known here.",
    back: "See all answers again",
    compare: "Compare them point by point",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
