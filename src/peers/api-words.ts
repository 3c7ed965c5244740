import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { words as said } from "./words.ts";

const fr = {
  tags: { peers: "Autres instances" },
  operations: {
    listPeers: {
      summary: "Voir les autres instances que celle-ci connaît",
      description:
        "Celles à qui nous avons demandé de les suivre, et celles qui l’ont demandé. «\u00a0state\u00a0» dit où en est la demande, «\u00a0direction\u00a0» qui suit qui.",
    },
    readPeer: {
      summary: "Voir une autre instance",
      description: "Où en est ce qui se passe entre elle et nous.",
    },
    followPeer: {
      summary: "Demander à suivre une instance",
      description:
        "L’adresse d’une page, d’un profil ou de l’instance suffit\u00a0: Essaim cherche sous quel compte la suivre. Ses responsables doivent accepter. Demander deux fois ne change rien.",
    },
    leavePeer: {
      summary: "Mettre fin au lien avec une instance",
      description: "Aucune des deux ne suit plus l’autre, et elle quitte la liste.",
    },
    approvePeer: {
      summary: "Accepter une instance qui demande à suivre",
      description: "Elle reçoit dès lors nos nouvelles, et nous demandons à la suivre en retour.",
    },
    rejectPeer: {
      summary: "Refuser une instance",
      description: "Elle ne suit pas, ou ne suit plus. Elle peut demander de nouveau.",
    },
    listBlocks: {
      summary: "Voir les domaines bloqués",
      description: "Rien n’en vient et rien n’y va, sous-domaines compris.",
    },
    blockDomain: {
      summary: "Bloquer un domaine",
      description:
        "Lui et ses sous-domaines\u00a0: ce qui en vient est refusé, rien n’y est cherché ni envoyé, ce qui en est venu n’est plus montré, et ses abonnés sont retirés. Bloquer deux fois ne change rien.",
    },
    unblockDomain: {
      summary: "Débloquer un domaine",
      description: "Il est entendu de nouveau à partir de maintenant. Les abonnés retirés ne reviennent pas.",
    },
  },
  problems: said.fr.refusals,
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { peers: "Other instances" },
  operations: {
    listPeers: {
      summary: "List the other instances that this one knows",
      description:
        "Those that we asked to follow, and those that asked us. “state” says how the request stands, “direction” who follows whom.",
    },
    readPeer: { summary: "Read another instance", description: "How things stand between it and us." },
    followPeer: {
      summary: "Ask to follow an instance",
      description:
        "The address of a page, a profile or the instance will do: Essaim looks for the account to follow. Those who run it have to agree. To ask twice changes nothing.",
    },
    leavePeer: {
      summary: "End what is between us and an instance",
      description: "Neither follows the other any longer, and it leaves the list.",
    },
    approvePeer: {
      summary: "Accept an instance that asks to follow",
      description: "It has our news from now on, and we ask to follow it in return.",
    },
    rejectPeer: {
      summary: "Refuse an instance",
      description: "It does not follow, or no longer. It may ask again.",
    },
    listBlocks: {
      summary: "List the blocked domains",
      description: "Nothing comes from there or goes there, subdomains included.",
    },
    blockDomain: {
      summary: "Block a domain",
      description:
        "With its subdomains: what comes from there is refused, nothing is fetched from or sent there, what came from there is no longer shown, and its followers are removed. To block twice changes nothing.",
    },
    unblockDomain: {
      summary: "Unblock a domain",
      description: "It is heard again from now on. Followers that were removed do not come back.",
    },
  },
  problems: said.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
