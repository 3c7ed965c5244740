import type { Language } from "../foundation/language.ts";

const fr = {
  title: (host: string) => `${host} vous propose un partenariat`,
  to: (name: string) => `Pour ${name}`,
  lead: (host: string) =>
    `${host} publie ses offres avec Essaim, un outil que des hébergeurs associatifs partagent. Il n’est pas nécessaire de l’utiliser pour répondre\u00a0: cette page suffit.`,
  about: (host: string) => `Voir qui est ${host}`,
  asked: "Ce qui est proposé",
  kind: "Quel partenariat",
  theyGive: (host: string) => `Part de ${host}`,
  youGive: "Votre part",
  message: "Message",
  askedOn: "Demandé le",
  expires: "Réponse attendue avant le",
  answer: "Votre réponse",
  choice: "Que répondez-vous\u202f?",
  yes: "Oui, nous sommes d’accord",
  no: "Non, pas cette fois",
  reason: "Un mot d’explication",
  reasonHint: "Si c’est non, il aide à comprendre. Cette page n’est lue que par vous et par l’équipe qui demande.",
  shown: (host: string) =>
    `Nous acceptons d’être cités sur le site de ${host} comme partenaire, avec la mention «\u00a0non vérifié\u00a0»`,
  send: "Répondre",
  unverified: "Pourquoi «\u00a0non vérifié\u00a0»\u202f?",
  unverifiedText:
    "Une réponse par lien ne prouve pas de qui elle vient. Le jour où vous aurez votre propre site Essaim, le partenariat pourra être demandé de nouveau\u00a0: il sera alors confirmé depuis votre domaine.",
  states: {
    accepted: "Vous avez dit oui",
    declined: "Vous avez dit non",
    withdrawn: "Cette demande n’est plus valable",
    expired: "Le délai de réponse est passé",
  },
  stateTexts: {
    accepted: (host: string) => `${host} l’a appris et vous écrira pour la suite.`,
    declined: (host: string) => `${host} l’a appris. Merci d’avoir répondu.`,
    withdrawn: () => "L’une des deux parties l’a retirée. Il n’y a rien à faire.",
    expired: (host: string) => `Écrivez à ${host} si le partenariat vous intéresse encore.`,
  },
  withdraw: "Revenir sur cet accord",
  withdrawText: (host: string) =>
    `Le partenariat prend fin, ${host} l’apprend, et votre nom disparaît de son site s’il y figurait.`,
  withdrawButton: "Retirer notre accord",
  private: "Quiconque a ce lien peut répondre à votre place\u00a0: ne le transmettez qu’aux personnes concernées.",
  kept: (months: number) =>
    `Votre adresse et cet échange sont effacés ${months} mois après la fin. Pour les faire effacer avant, écrivez à l’équipe.`,
  wrong: {
    choice: "Choisissez oui ou non.",
    reason: "Votre texte est trop long\u00a0: 1\u202f000 caractères au plus.",
    "not-possible-now": "Cette réponse n’est plus possible\u00a0: la demande a changé entre-temps.",
  },
};

const en: typeof fr = {
  title: (host) => `${host} proposes a partnership`,
  to: (name) => `For ${name}`,
  lead: (host) =>
    `${host} publishes its offers with Essaim, a tool that hosts share. You do not need it to answer: this page is enough.`,
  about: (host) => `See who ${host} is`,
  asked: "What is proposed",
  kind: "Which partnership",
  theyGive: (host) => `Part of ${host}`,
  youGive: "Your part",
  message: "Message",
  askedOn: "Asked on",
  expires: "Answer expected before",
  answer: "Your answer",
  choice: "What do you answer?",
  yes: "Yes, we agree",
  no: "No, not this time",
  reason: "A word to explain",
  reasonHint: "If it is no, it helps to understand. Only you and the team that asks read this page.",
  shown: (host) => `We agree to be named on the site of ${host} as a partner, marked “not verified”`,
  send: "Answer",
  unverified: "Why “not verified”?",
  unverifiedText:
    "An answer by link does not prove from whom it comes. Once you have an Essaim site of your own, the partnership can be asked for anew: it is then confirmed from your own domain.",
  states: {
    accepted: "You said yes",
    declined: "You said no",
    withdrawn: "This request is no longer valid",
    expired: "The time to answer is over",
  },
  stateTexts: {
    accepted: (host) => `${host} has heard and will write to you.`,
    declined: (host) => `${host} has heard. Thank you for answering.`,
    withdrawn: () => "One of both sides took it back. There is nothing to do.",
    expired: (host) => `Write to ${host} if the partnership still interests you.`,
  },
  withdraw: "Go back on this agreement",
  withdrawText: (host) =>
    `The partnership ends, ${host} hears of it, and your name goes from its site where it stood there.`,
  withdrawButton: "Take back our agreement",
  private: "Whoever has this link can answer in your place: pass it on only to the people concerned.",
  kept: (months) =>
    `Your address and this exchange are erased ${months} months after the end. To have them erased before, write to the team.`,
  wrong: {
    choice: "Choose yes or no.",
    reason: "Your text is too long: 1,000 characters at most.",
    "not-possible-now": "This answer is no longer possible: the request has changed meanwhile.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
