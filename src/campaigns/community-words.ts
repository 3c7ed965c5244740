import type { Language } from "../foundation/language.ts";

const fr = {
  answers: {
    title: (n: number) =>
      n === 0
        ? "Aucun hébergeur n’a encore répondu"
        : n === 1
          ? "Une réponse d’hébergeur"
          : `${n} réponses d’hébergeurs`,
    none: "Un hébergeur qui peut livrer ce besoin dit ici ce qu’il ferait, pour combien et quand.",
    some: "Cette annonce demande une réponse à certains hébergeurs.",
    answer: "Répondre en tant qu’hébergeur",
    team: {
      draft: "Répondre à plusieurs hébergeurs",
      drafted: "Notre réponse commune, au bureau",
      partner: "Demander un partenariat pour cela",
    },
    with: "avec",
    together: "Réponse commune, acceptée par chacun\u00a0:",
    chosen: "Réponse retenue",
    withdrawn: "Réponse retirée",
    broken: "Ne tient plus\u00a0: un des hébergeurs n’y est plus",
    free: "sans frais",
    ready: (day: string) => `prêt le ${day}`,
    terms: "Conditions",
    read: "En savoir plus",
    private: "Visible de vous seulement",
    provider: (name: string) => `pour ${name}`,
  },
  pledges: {
    title: (n: number) => (n === 0 ? "Pas encore de promesse" : n === 1 ? "Une promesse" : `${n} promesses`),
    none: "La première encourage les autres.",
    anonymous: "Quelqu’un qui préfère ne pas se nommer",
    hidden: "montant non montré",
    onTotal: (amount: string) => `si le total atteint ${amount}`,
    onHeads: (n: string) => `si nous sommes au moins ${n}`,
    help: "en nature",
    until: (day: string) => `vaut jusqu’au ${day}`,
    states: {
      promised: null,
      waiting: "attend sa condition",
      confirmed: "confirmée",
      withdrawn: "reprise",
      lapsed: "n’est plus valable",
      released: "rendue",
    },
    on: (day: string) => `le ${day}`,
    more: "Voir toutes les promesses",
    report: "signaler",
    reportWhat: "cette promesse",
    frozen: "Les montants, la date limite et la licence sont figés depuis l’ouverture",
    frozenText: "Ce qui change s’écrit en nouvelles datées, plus bas.",
  },
  news: {
    title: "Nouvelles",
    none: "Rien de nouveau pour le moment. Qui porte l’annonce écrit ici.",
    feed: "Les nouvelles de cette annonce par flux Atom",
    outcome: "Ce qui en est sorti",
    deliverable: "Voir le résultat",
    closing: "Mot de la fin",
  },
  interest: {
    title: "De l’intérêt, sans promesse",
    likes: (n: string, many: boolean) => `${n} ${many ? "favoris" : "favori"}`,
    boosts: (n: string, many: boolean) => `${n} ${many ? "partages" : "partage"}`,
    votes: (n: string, many: boolean) => `${n} ${many ? "voix" : "voix"}`,
    text: "Cela fait connaître l’annonce, et ne compte pas dans le total.",
  },
  payment: {
    title: "Payer votre part",
    text: "La commande est signée. Le paiement se fait ailleurs, chez qui porte l’annonce\u00a0:",
    go: "Aller à la page de paiement",
  },
};

const en: typeof fr = {
  answers: {
    title: (n) =>
      n === 0 ? "No host has answered yet" : n === 1 ? "One answer from a host" : `${n} answers from hosts`,
    none: "A host that can deliver this says here what it would do, for how much and by when.",
    some: "This request asks certain hosts for an answer.",
    answer: "Answer as a host",
    team: {
      draft: "Answer together with other hosts",
      drafted: "Our joint answer, at the desk",
      partner: "Ask for a partnership for this",
    },
    with: "with",
    together: "A joint answer, accepted by each:",
    chosen: "Chosen answer",
    withdrawn: "Answer taken back",
    broken: "No longer stands: one of the hosts has left",
    free: "free of charge",
    ready: (day) => `ready on ${day}`,
    terms: "Terms",
    read: "Read more",
    private: "Only you can see this",
    provider: (name) => `for ${name}`,
  },
  pledges: {
    title: (n) => (n === 0 ? "No pledge yet" : n === 1 ? "One pledge" : `${n} pledges`),
    none: "The first one encourages the others.",
    anonymous: "Somebody who prefers not to be named",
    hidden: "amount not shown",
    onTotal: (amount) => `if the total reaches ${amount}`,
    onHeads: (n) => `if we are at least ${n}`,
    help: "in kind",
    until: (day) => `holds until ${day}`,
    states: {
      promised: null,
      waiting: "waits for its condition",
      confirmed: "confirmed",
      withdrawn: "taken back",
      lapsed: "holds no more",
      released: "released",
    },
    on: (day) => `on ${day}`,
    more: "See all pledges",
    report: "report",
    reportWhat: "this pledge",
    frozen: "Amounts, deadline and licence stand since the opening",
    frozenText: "What changes is written as dated news, below.",
  },
  news: {
    title: "News",
    none: "Nothing new for the moment. The steward of the request writes here.",
    feed: "News of this request as an Atom feed",
    outcome: "What came of it",
    deliverable: "See the result",
    closing: "A closing word",
  },
  interest: {
    title: "Interest, without a pledge",
    likes: (n, many) => `${n} ${many ? "likes" : "like"}`,
    boosts: (n, many) => `${n} ${many ? "boosts" : "boost"}`,
    votes: (n, many) => `${n} ${many ? "votes" : "vote"}`,
    text: "It makes the request known, and does not count towards the total.",
  },
  payment: {
    title: "Pay your share",
    text: "The order is signed. Payment happens elsewhere, with the steward of the request:",
    go: "Go to the payment page",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
