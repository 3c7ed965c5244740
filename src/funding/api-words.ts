import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { words as said } from "./words.ts";

const fr = {
  tags: { funding: "Financement à plusieurs" },
  operations: {
    listFundingRequests: {
      summary: "Voir les annonces de financement",
      description:
        "Les annonces, les plus récentes d’abord, chacune avec ce qui est promis à cet instant. Avec un jeton, aussi les brouillons de l’hébergeur. Avec «\u00a0elsewhere=true\u00a0», celles des autres sites, telles qu’ils les ont montrées en dernier\u00a0: «\u00a0asOf\u00a0» dit quand.",
    },
    createFundingRequest: {
      summary: "Écrire une annonce",
      description:
        'Un brouillon, que personne d’autre ne voit avant son ouverture. Les montants sont des textes\u00a0: "600.00".',
    },
    readFundingRequest: {
      summary: "Voir une annonce",
      description: "Ce qui est demandé, ce qui est promis, ce qui manque, et les nouvelles.",
    },
    openFundingRequest: {
      summary: "Ouvrir une annonce",
      description:
        "Tout le monde la voit, et les promesses sont reçues. À partir de là, montants, mode, date limite et licence ne changent plus.",
    },
    deliverFundingRequest: {
      summary: "Dire où en est ce qui a été commandé",
      description:
        "Une première fois, c’est en cours\u202f; ensuite, c’est livré. Avec un compte rendu, c’est livré aussitôt. Un développement partagé se livre avec son dépôt public.",
    },
    cancelFundingRequest: {
      summary: "Abandonner une annonce",
      description: "Personne ne doit plus rien. Qui a demandé peut le faire tant que rien n’est livré.",
    },
    extendFundingRequest: {
      summary: "Prolonger une annonce",
      description: "La date limite passe, une seule fois, à celle qui a été annoncée à l’ouverture.",
    },
    writeFundingNews: {
      summary: "Écrire une nouvelle d’une annonce",
      description:
        "Une nouvelle datée, le mot de la fin d’une annonce qui n’a pas abouti («\u00a0closing\u00a0»), ou ce qu’il en est advenu («\u00a0outcome\u00a0»).",
    },
    reopenFundingRequest: {
      summary: "Relancer en plus petit une annonce qui n’a pas abouti",
      description: "Un nouveau brouillon. Qui avait promis est sollicité de nouveau\u202f; rien n’est repris d’office.",
    },
    chooseFundingProposal: {
      summary: "Retenir la réponse d’un hébergeur",
      description: "Une seule, par qui demande ou porte l’annonce.",
    },
    listFundingProposals: {
      summary: "Voir les réponses des hébergeurs à une annonce",
      description: "Celles qui sont pour tout le monde\u202f; avec un jeton, aussi celles que l’hébergeur peut lire.",
    },
    makeFundingProposal: {
      summary: "Répondre à une annonce",
      description: "Ce que l’hébergeur livrerait, pour quel montant, pour quand et à quelles conditions.",
    },
  },
  parameters: {
    proposal: "L’identifiant de la réponse.",
    elsewhere: "«\u00a0true\u00a0»\u00a0: les annonces des autres sites, à la place de celles d’ici.",
    kind: "Le genre de financement\u00a0: un code du vocabulaire, par exemple shared-purchase.",
  },
  problems: said.fr.refusals,
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { funding: "Pooled funding" },
  operations: {
    listFundingRequests: {
      summary: "List the funding requests",
      description:
        "The requests, the newest first, each with what is promised at this moment. With a token, the host's drafts too. With “elsewhere=true”, those of other sites as these last showed them: “asOf” says when.",
    },
    createFundingRequest: {
      summary: "Write a request",
      description: 'A draft, which nobody else sees before it is opened. Amounts are texts: "600.00".',
    },
    readFundingRequest: {
      summary: "Read a request",
      description: "What is asked for, what is promised, what is missing, and the news.",
    },
    openFundingRequest: {
      summary: "Open a request",
      description:
        "Everybody sees it, and promises are taken. From then on amounts, mode, deadline and licence stand as they are.",
    },
    deliverFundingRequest: {
      summary: "Say how far what was ordered is",
      description:
        "The first time it is under way, then it is there. With a report it is there at once. What was developed together is there with its public repository.",
    },
    cancelFundingRequest: {
      summary: "Give a request up",
      description: "Nobody owes anything any more. Who asked can do this as long as nothing is delivered.",
    },
    extendFundingRequest: {
      summary: "Extend a request",
      description: "The deadline moves, once, to the one that was announced at the opening.",
    },
    writeFundingNews: {
      summary: "Write news of a request",
      description:
        "Dated news, the closing word of a request that did not succeed (“closing”), or what came of it (“outcome”).",
    },
    reopenFundingRequest: {
      summary: "Open a request that failed again, smaller",
      description: "A new draft. Those who had promised are asked anew; nothing of theirs is carried over.",
    },
    chooseFundingProposal: {
      summary: "Choose a host's answer",
      description: "One, by who asks or the steward.",
    },
    listFundingProposals: {
      summary: "List the hosts' answers to a request",
      description: "Those that are for everyone; with a token, also those that the host may read.",
    },
    makeFundingProposal: {
      summary: "Answer a request",
      description: "What the host would deliver, for how much, by when and under which terms.",
    },
  },
  parameters: {
    proposal: "The id of the answer.",
    elsewhere: "“true”: the requests of other sites, instead of those of this one.",
    kind: "The kind of funding: a code of the vocabulary, shared-purchase for example.",
  },
  problems: said.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
