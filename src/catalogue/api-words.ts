import type { Language } from "../foundation/language.ts";
import { words as said } from "./desk-words.ts";

const fr = {
  tags: { vouches: "Garanties" },
  operations: {
    listVouches: {
      summary: "Voir de qui nous nous portons garants",
      description: "Ce que notre hébergeur dit publiquement d’autres hébergeurs, le plus récent d’abord.",
    },
    giveVouch: {
      summary: "Se porter garant d’un hébergeur",
      description:
        "Un hébergeur connu ici, nommé par l’adresse de son acteur. La garantie est publique et datée\u00a0: les sites en lien avec le nôtre le montrent alors d’office.",
    },
    withdrawVouch: {
      summary: "Ne plus se porter garant d’un hébergeur",
      description: "Son adresse répond désormais qu’elle n’est plus, et les autres sites n’en tiennent plus compte.",
    },
  },
  problems: said.fr.refusals,
};

const en: typeof fr = {
  tags: { vouches: "Vouches" },
  operations: {
    listVouches: {
      summary: "List for whom we vouch",
      description: "What our host says publicly of other hosts, the last first.",
    },
    giveVouch: {
      summary: "Vouch for a host",
      description:
        "A host that is known here, named by the address of its actor. The vouch is public and dated: sites in touch with ours then show it without being asked.",
    },
    withdrawVouch: {
      summary: "No longer vouch for a host",
      description: "Its address answers from now on that it is gone, and other sites no longer count it.",
    },
  },
  problems: said.en.refusals,
};

export const words: Record<Language, typeof fr> = { fr, en };
