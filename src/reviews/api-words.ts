import type { Language } from "../foundation/language.ts";
import { words as said } from "./desk-words.ts";

const fr = {
  tags: { reviews: "Avis" },
  operations: {
    listReviews: {
      summary: "Voir les avis que nous donnons",
      description:
        "Ce que notre hébergeur dit publiquement des engagements d’autres hébergeurs, le plus récent d’abord.",
    },
    listReceivedReviews: {
      summary: "Voir les avis que nous recevons",
      description:
        "Ce que des hébergeurs montrés ici disent de nos engagements, le plus récent d’abord, chacun lu sur son propre site. `current` est faux quand l’engagement est formulé autrement depuis.",
    },
    giveReview: {
      summary: "Donner un avis sur un engagement",
      description:
        "Un engagement d’un hébergeur connu ici, dans ses propres mots. L’avis est public et daté\u202f; redonné, il est comme on l’a dit en dernier. Pour contester, il faut dire pourquoi.",
    },
    withdrawReview: {
      summary: "Retirer un avis",
      description: "Son adresse répond désormais qu’il n’est plus, et les autres sites ne le montrent plus.",
    },
  },
  problems: said.fr.refusals,
};

const en: typeof fr = {
  tags: { reviews: "Reviews" },
  operations: {
    listReviews: {
      summary: "List the reviews that we give",
      description: "What our host says publicly of the commitments of other hosts, the last first.",
    },
    listReceivedReviews: {
      summary: "List the reviews that we receive",
      description:
        "What hosts that are shown here say of our commitments, the last first, each read at its own site. `current` is false where the commitment is worded otherwise since.",
    },
    giveReview: {
      summary: "Review a commitment",
      description:
        "A commitment of a host that is known here, in its own words. The review is public and dated; given again, it is as it was said last. Who disputes has to say why.",
    },
    withdrawReview: {
      summary: "Withdraw a review",
      description: "Its address answers from now on that it is gone, and other sites no longer show it.",
    },
  },
  problems: said.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
