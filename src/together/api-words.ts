import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { askings: "Demandes à plusieurs hébergeurs" },
  operations: {
    listAskings: {
      summary: "Voir les demandes à plusieurs",
      description: "Ce que des associations demandent à l’hébergeur avec d’autres, la dernière reçue d’abord.",
    },
    readAsking: {
      summary: "Lire une demande",
      description:
        "Le besoin, les autres hébergeurs, ce que l’on a répondu, et la proposition. `contact` n’est là qu’une fois que l’association vous a dit oui.",
    },
    answerAsking: {
      summary: "Répondre à une demande",
      description:
        "Répondre `lead` ou `partner`, avec ce dont vous vous chargez, ou `no`, avec la raison. La réponse peut être changée tant que la demande est ouverte.",
    },
    quoteAsking: {
      summary: "Proposer un devis commun",
      description:
        "Pour le chef de file\u00a0: le devis est préparé, et les autres sont invités aussitôt à le signer. L’association le reçoit quand tous ont signé. Qui fait quoi se précise au bureau.",
    },
    proposeForAsking: {
      summary: "Envoyer un devis simple",
      description: "Pour le chef de file\u00a0: un devis en toutes lettres, sans signatures. Il remplace le précédent.",
    },
    agreeToProposal: {
      summary: "Donner son accord à la proposition",
      description: "À la proposition simple du chef de file, dans exactement cette version.",
    },
  },
  problems: {
    "asking-over": "La demande est terminée, ou ne se trouve pas à ce point. Relisez-la.",
    "not-lead": "Seul l’hébergeur que l’association a choisi comme chef de file peut faire une proposition.",
    "quote-begun": "Un devis commun est déjà préparé pour cette demande. Continuez-le, ou retirez-le.",
    "nobody-to-sign": "Aucun des hébergeurs choisis ne peut signer avec vous. Envoyez un devis simple.",
    "nothing-proposed": "Le chef de file n’a encore rien proposé.",
    "proposal-changed": "La proposition vient de changer. Relisez-la, puis donnez votre accord à sa nouvelle version.",
  },
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { askings: "Asked with others" },
  operations: {
    listAskings: {
      summary: "List what was asked of several hosts",
      description: "What associations ask of the host together with others, the last received first.",
    },
    readAsking: {
      summary: "Read what was asked",
      description:
        "The need, the other hosts, what was answered, and the proposal. `contact` is there only once the association has said yes to you.",
    },
    answerAsking: {
      summary: "Answer what was asked",
      description:
        "Answer `lead` or `partner`, with what you take on, or `no`, with the reason. The answer can be changed while the request is open.",
    },
    quoteAsking: {
      summary: "Propose a joint quote",
      description:
        "For the one in the lead: the quote is drafted, and the others are invited at once to sign it. The association gets it once all have signed. Who does what is refined at the desk.",
    },
    proposeForAsking: {
      summary: "Send a plain quote",
      description: "For the one in the lead: a quote in plain words, without signatures. It replaces the one before.",
    },
    agreeToProposal: {
      summary: "Agree to the proposal",
      description: "To the plain proposal of the host in the lead, in exactly this version.",
    },
  },
  problems: {
    "asking-over": "The request is over, or does not stand at this point. Read it again.",
    "not-lead": "Only the host that the association has chosen to lead can make a proposal.",
    "quote-begun": "A joint quote is drafted for this request already. Go on with it, or withdraw it.",
    "nobody-to-sign": "None of the hosts that were chosen can sign with you. Send a plain quote.",
    "nothing-proposed": "The host in the lead has not proposed anything yet.",
    "proposal-changed": "The proposal has just changed. Read it again, then agree to its new version.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
