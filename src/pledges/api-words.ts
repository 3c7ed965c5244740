import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";
import { words as said } from "./words.ts";

const fr = {
  tags: { pledges: "Promesses" },
  operations: {
    listPledges: {
      summary: "Voir qui participe à une annonce",
      description:
        "Les promesses, dans l’ordre où elles ont été faites, en respectant ce que chacun veut montrer. Avec un jeton, l’hébergeur voit les siennes en entier, et toutes si c’est lui qui demande.",
    },
    makePledge: {
      summary: "Promettre un montant ou une aide",
      description:
        "Au nom de l’hébergeur. Ce n’est qu’une promesse\u00a0: elle peut être reprise jusqu’à la signature de la commande, et aucun argent ne passe par ici. Sous une condition, elle ne compte que quand celle-ci est remplie.",
    },
    changePledge: {
      summary: "Changer une promesse",
      description: "Une nouvelle version prend la place de la précédente, qui reste dans le registre.",
    },
    withdrawPledge: {
      summary: "Reprendre une promesse",
      description: "Pour de bon, tant que la commande n’est pas signée.",
    },
    confirmPledge: {
      summary: "Confirmer une promesse",
      description: "Quand chacun en est prié\u00a0: ce qui n’est pas confirmé tombe avant la signature.",
    },
    commitFundingRequest: {
      summary: "Signer la commande",
      description:
        "Qui signe confirme ses propres promesses. S’il y en a d’autres, chacun est d’abord prié de confirmer, jusqu’à «\u00a0until\u00a0» (sept jours par défaut)\u202f; l’annonce reste atteinte en attendant. Ce qui n’est pas confirmé tombe, et la commande est signée si le reste suffit.",
    },
  },
  parameters: { pledge: "L’identifiant de la promesse." },
  problems: said.fr.refusals,
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { pledges: "Pledges" },
  operations: {
    listPledges: {
      summary: "See who takes part in a request",
      description:
        "The pledges, in the order in which they were made, with what each wants to show. With a token the host sees its own in full, and all of them where it is the one who asks.",
    },
    makePledge: {
      summary: "Promise an amount or help",
      description:
        "In the name of the host. It is only a promise: it may be taken back until the order is signed, and no money passes through here. Under a condition it counts only once that holds.",
    },
    changePledge: {
      summary: "Change a pledge",
      description: "A new version takes the place of the one before, which stays in the ledger.",
    },
    withdrawPledge: { summary: "Take a pledge back", description: "For good, as long as the order is not signed." },
    confirmPledge: {
      summary: "Confirm a pledge",
      description: "Once everybody is asked to: what is not confirmed lapses before the order is signed.",
    },
    commitFundingRequest: {
      summary: "Sign the order",
      description:
        "Who signs confirms their own pledges. If there are others, all are asked to confirm first, until “until” (seven days by default); the request stays reached meanwhile. What is not confirmed lapses, and the order is signed if the rest suffices.",
    },
  },
  parameters: { pledge: "The id of the pledge." },
  problems: said.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
