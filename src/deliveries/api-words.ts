import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { deliveries: "Envois mis de côté" },
  operations: {
    listDeliveries: {
      summary: "Voir les envois qui ne sont jamais arrivés",
      description:
        "Quand un autre serveur reste injoignable pendant quatorze jours, ce qui lui était destiné est mis de côté. Voici la liste, du plus ancien au plus récent.",
    },
    retryDelivery: {
      summary: "Tenter à nouveau un envoi mis de côté",
      description: "L’envoi repart aussitôt, et il est tenté pendant quatorze jours encore.",
    },
  },
  problems: {},
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { deliveries: "Deliveries put aside" },
  operations: {
    listDeliveries: {
      summary: "List the deliveries that never arrived",
      description:
        "When another server cannot be reached for fourteen days, what was meant for it is put aside. This is the list, the oldest first.",
    },
    retryDelivery: {
      summary: "Try again a delivery that was put aside",
      description: "It leaves at once, and is tried for another fourteen days.",
    },
  },
  problems: {},
};

export const words: Record<Language, typeof fr> = { fr, en };
