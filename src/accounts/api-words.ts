import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { tokens: "Jetons" },
  operations: {
    listTokens: {
      summary: "Voir les jetons",
      description:
        "Un jeton ouvre l’API à un programme. La liste dit à quoi chacun sert, ce qu’il ouvre et quand il a servi pour la dernière fois, à la minute près. Le jeton lui-même n’est jamais montré à nouveau.",
    },
    createToken: {
      summary: "Créer un jeton",
      description:
        "Le jeton est dans la réponse, et il n’est montré que cette fois\u00a0: gardez-le à l’abri. «\u00a0read\u00a0» lit, «\u00a0offers\u00a0» change aussi les offres et les disponibilités, «\u00a0admin\u00a0» fait tout.",
    },
    deleteToken: {
      summary: "Révoquer un jeton",
      description: "Il n’ouvre plus rien, dès maintenant. Un programme peut aussi révoquer le sien.",
    },
  },
  problems: {},
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { tokens: "Tokens" },
  operations: {
    listTokens: {
      summary: "List the tokens",
      description:
        "A token opens the API to a program. The list says what each is for, what it opens, and when it was last used, to the minute. The token itself is never shown again.",
    },
    createToken: {
      summary: "Make a token",
      description:
        "The token is in the answer, and is shown this once: keep it safe. “read” reads, “offers” also changes offers and availability, “admin” does everything.",
    },
    deleteToken: {
      summary: "Revoke a token",
      description: "It opens nothing from now on. A program may revoke its own, too.",
    },
  },
  problems: {},
};

export const words: Record<Language, typeof fr> = { fr, en };
