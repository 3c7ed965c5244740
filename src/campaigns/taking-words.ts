import type { Language } from "../foundation/language.ts";

const fr = {
  take: {
    button: "Participer",
    title: "Participer en une minute",
    text: "Une promesse n’est pas un paiement. Vous pouvez la changer ou la reprendre jusqu’à la signature de la commande.",
    other: "Autre",
    otherText: "ou en nature",
    choose: "Promettre",
    own: "Depuis votre compte du Fédivers",
    ownText: "Sans rien créer ici. Écrivez un message qui cite le compte de l’annonce\u00a0:",
    ownSaying: (amount: string) => `je participe ${amount}`,
    ownThen: "Vous recevez un lien pour confirmer\u202f; rien n’est compté avant.",
    ownCompose: "Ouvrir ce message dans votre compte",
    yours: "Vos promesses se trouvent sur",
    mine: "«\u00a0mes annonces et promesses\u00a0»",
  },
  promise: {
    title: "Une promesse, c’est quoi\u202f?",
    is: "C’est",
    isNot: "Ce n’est pas",
    does: [
      "dire combien, ou quoi, vous mettrez si le compte y est",
      "pouvoir la changer ou la reprendre tant que la commande n’est pas signée",
      "la confirmer une fois, quand on vous le demande\u202f; sans réponse, elle s’efface",
      "choisir si l’on voit votre nom, et le montant",
    ],
    doesNot: [
      "un paiement\u00a0: aucun argent ne passe par ce site",
      "un don défiscalisé, ni un achat",
      "un abonnement\u00a0: rien n’est prélevé, jamais",
    ],
  },
  follow: {
    title: "Suivre cette annonce",
    text: "Depuis votre compte\u00a0: vous lisez quand le compte avance, et ce qui en sort.",
  },
  share: {
    title: "La faire connaître",
    poster: "L’affiche à imprimer",
    text: "Une page A4, avec le code à photographier.",
    report: "Signaler un problème avec cette annonce",
  },
  poster: {
    title: (title: string) => `Affiche\u00a0: ${title}`,
    code: "Le code à photographier seul, en image (SVG)",
    print:
      "Imprimez cette page avec votre navigateur (Ctrl\u00a0+\u00a0P, ou «\u00a0Partager\u00a0» puis «\u00a0Imprimer\u00a0»). Seule l’affiche part sur le papier.",
    above: "Petite annonce",
    together: "Nous cherchons à réunir",
    heads: "Nous cherchons",
    day: (day: string) => `d’ici le ${day}`,
    how: "Pour participer, photographiez ce code ou tapez cette adresse\u00a0:",
    promise: "On promet d’abord. On ne paie que si le compte y est.",
    qr: (address: string) => `Code à photographier, qui mène à ${address}`,
    state: (day: string, sums: string) => `Le ${day}\u00a0: ${sums}`,
  },
  units: {
    hour: (n: string, many: boolean) => `${n} ${many ? "heures" : "heure"}`,
    day: (n: string, many: boolean) => `${n} ${many ? "jours" : "jour"}`,
    thing: (n: string, many: boolean) => `${n} ${many ? "choses" : "chose"}`,
  },
  progress: {
    title: "Où en est le compte",
    participants: (n: string, many: boolean) => `promis par ${n} ${many ? "participants" : "participant"}.`,
    nobody: "Personne n’a encore promis. Vous pouvez commencer.",
    heads: (wanted: string, many: boolean) => `${many ? "participants" : "participant"} sur ${wanted}`,
    promised: (each: string) => `${each} promis`,
    head: "une participation",
    perhaps: (each: string) => `${each} qui attendent leur condition`,
    perhapsHead: "une promesse qui attend sa condition",
    missing: (each: string) => `${each} à trouver`,
    missed: (each: string) => `${each} qui manquaient`,
    missingHead: "une place",
    ring: (minimum: string, optimum: string) => `le minimum\u00a0: ${minimum}\u202f; au-delà, jusqu’à ${optimum}`,
    waiting: (n: string, sum: string, many: boolean) =>
      many
        ? `${sum} de plus sont promis sous condition\u00a0: ${n} promesses attendent que d’autres se joignent.`
        : `${sum} de plus sont promis sous condition\u00a0: une promesse attend que d’autres se joignent.`,
    help: "Et de l’aide, comptée à part\u00a0:",
    counted: "Compte tenu par",
    countedText: "À jour à l’instant.",
  },
};

const en: typeof fr = {
  take: {
    button: "Take part",
    title: "Take part in one minute",
    text: "A pledge is not a payment. You can change it or take it back until the order is signed.",
    other: "Other",
    otherText: "or in kind",
    choose: "Pledge",
    own: "From your own Fediverse account",
    ownText: "Without creating anything here. Write a message that mentions the account of the request:",
    ownSaying: (amount) => `I pledge ${amount}`,
    ownThen: "You get a link to confirm; nothing counts before that.",
    ownCompose: "Open this message in your account",
    yours: "Your pledges are on",
    mine: "“my requests and pledges”",
  },
  promise: {
    title: "What is a pledge?",
    is: "It is",
    isNot: "It is not",
    does: [
      "saying how much, or what, you give if there is enough",
      "free to change or take back until the order is signed",
      "confirmed once, when you are asked; without an answer it lapses",
      "yours to show: with your name and amount, or not",
    ],
    doesNot: [
      "a payment: no money passes through this site",
      "a tax-deductible donation, nor a purchase",
      "a subscription: nothing is ever charged",
    ],
  },
  follow: {
    title: "Follow this request",
    text: "From your own account: you read how it gets on, and what comes of it.",
  },
  share: {
    title: "Make it known",
    poster: "The poster to print",
    text: "A page of A4, with the code to photograph.",
    report: "Report a problem with this request",
  },
  poster: {
    title: (title) => `Poster: ${title}`,
    code: "The code to photograph alone, as a picture (SVG)",
    print: "Print this page with your browser (Ctrl + P, or “Share” and then “Print”). Only the poster goes on paper.",
    above: "Looking for others",
    together: "What we want to put together",
    heads: "We are looking for",
    day: (day) => `by ${day}`,
    how: "To take part, photograph this code or type this address:",
    promise: "First one pledges. One pays only if there is enough.",
    qr: (address) => `A code to photograph, which leads to ${address}`,
    state: (day, sums) => `On ${day}: ${sums}`,
  },
  units: {
    hour: (n, many) => `${n} ${many ? "hours" : "hour"}`,
    day: (n, many) => `${n} ${many ? "days" : "day"}`,
    thing: (n, many) => `${n} ${many ? "things" : "thing"}`,
  },
  progress: {
    title: "How far it is",
    participants: (n, many) => `pledged by ${n} ${many ? "participants" : "participant"}.`,
    nobody: "Nobody has pledged yet. You can begin.",
    heads: (wanted, many) => `of ${wanted} ${many ? "take part" : "takes part"}`,
    promised: (each) => `${each} pledged`,
    head: "somebody who takes part",
    perhaps: (each) => `${each} that wait for their condition`,
    perhapsHead: "a pledge that waits for its condition",
    missing: (each) => `${each} to be found`,
    missed: (each) => `${each} that were missing`,
    missingHead: "a place",
    ring: (minimum, optimum) => `the minimum: ${minimum}; beyond, up to ${optimum}`,
    waiting: (n, sum, many) =>
      many
        ? `${sum} more are pledged on a condition: ${n} pledges wait for others to join.`
        : `${sum} more are pledged on a condition: one pledge waits for others to join.`,
    help: "And help, counted apart:",
    counted: "Counted by",
    countedText: "Up to date this moment.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
