import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { words as peerWords } from "./words.ts";

const fr = {
  tags: { peers: "Instances voisines", blocks: "Domaines bloqués" },
  operations: {
    listPeers: {
      summary: "Voir les instances voisines",
      description:
        "Les autres sites que celui-ci connaît, par ordre d’adresse : ceux à qui il a demandé, et ceux qui lui ont demandé. « pending » attend votre réponse, « requested » attend la leur.",
    },
    readPeer: {
      summary: "Lire une instance voisine",
      description: "Qui suit qui, où en est la demande, et quand ce site a donné signe de vie pour la dernière fois.",
    },
    askPeer: {
      summary: "Demander à suivre une instance",
      description:
        "Donnez l’adresse de n’importe quelle page de ce site. Il est cherché aussitôt, ce qui peut prendre quelques secondes ; la demande part ensuite, et ses responsables y répondent quand ils le veulent. S’il attend votre réponse, il est approuvé. Demander deux fois ne fait rien de plus : la réponse est alors 200 au lieu de 201.",
    },
    approvePeer: {
      summary: "Laisser une instance nous suivre",
      description:
        "Elle doit l’avoir demandé. Elle l’apprend aussitôt, et une demande de la suivre en retour part avec la réponse. Approuver deux fois ne fait rien de plus.",
    },
    rejectPeer: {
      summary: "Refuser une instance",
      description:
        "Une instance qui demande, ou qui suit déjà, ne suit plus ; elle l’apprend aussitôt. Ce que nous suivons chez elle ne change pas. Refuser deux fois ne fait rien de plus.",
    },
    leavePeer: {
      summary: "Quitter une instance",
      description: "Plus personne ne suit l’autre, et l’instance disparaît de la liste. Elle peut demander à nouveau.",
    },
    listBlocks: {
      summary: "Voir les domaines bloqués",
      description: "Par ordre alphabétique, avec la raison que vous avez notée.",
    },
    blockDomain: {
      summary: "Bloquer un domaine",
      description:
        "Rien n’en vient plus et rien n’y part plus, sous-domaines compris, dès maintenant ; il n’en est pas averti. Les abonnements et les envois en attente sont retirés pour de bon. Bloquer deux fois ne fait rien de plus : la réponse est alors 200 au lieu de 201, et la première raison reste.",
    },
    unblockDomain: {
      summary: "Débloquer un domaine",
      description: "Il est entendu et joint à nouveau dès maintenant. Les abonnements retirés ne reviennent pas.",
    },
  },
  problems: peerWords.fr.refusals,
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { peers: "Peers", blocks: "Blocked domains" },
  operations: {
    listPeers: {
      summary: "List the peers",
      description:
        "The other sites that this one knows, in the order of their addresses: those it asked, and those that asked it. “pending” waits for your answer, “requested” for theirs.",
    },
    readPeer: {
      summary: "Read a peer",
      description: "Who follows whom, how the request stands, and when that site last gave a sign of life.",
    },
    askPeer: {
      summary: "Ask to follow an instance",
      description:
        "Give the address of any page of that site. It is looked for at once, which may take some seconds; then the request leaves, and its people answer when they like. One that waits for your answer is approved. To ask twice does nothing more: the answer is then 200 instead of 201.",
    },
    approvePeer: {
      summary: "Let an instance follow this one",
      description:
        "It has to have asked. It hears of it at once, with our request to follow it in return. To approve twice does nothing more.",
    },
    rejectPeer: {
      summary: "Refuse an instance",
      description:
        "An instance that asks, or follows already, follows no more, and hears of it at once. Our own following of it stays as it is. To refuse twice does nothing more.",
    },
    leavePeer: {
      summary: "Leave a peer",
      description: "Neither follows the other any more, and the peer is off the list. It may ask again.",
    },
    listBlocks: {
      summary: "List the blocked domains",
      description: "In alphabetical order, each with the reason that you noted.",
    },
    blockDomain: {
      summary: "Block a domain",
      description:
        "Nothing comes from there and nothing goes there from now on, subdomains included; it is not told. Follows and what waits to be sent are removed for good. To block twice does nothing more: the answer is then 200 instead of 201, and the first reason stays.",
    },
    unblockDomain: {
      summary: "Unblock a domain",
      description: "It is heard and reached again from now on. Follows that were removed do not come back.",
    },
  },
  problems: peerWords.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
