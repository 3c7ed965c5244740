import type { Language } from "../foundation/language.ts";
import { words as said } from "../pledges/words.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { "sent-pledges": "Promesses vers d’autres sites" },
  operations: {
    listSentPledges: {
      summary: "Voir ce que l’hébergeur a promis sur d’autres sites",
      description: "Les plus récentes d’abord, avec ce que l’autre site en a dit en dernier.",
    },
    sendPledge: {
      summary: "Promettre pour une annonce d’un autre site",
      description:
        "Au nom de l’hébergeur, pour une annonce de la liste «\u00a0elsewhere=true\u00a0». La promesse part aussitôt\u202f; elle compte quand l’autre site l’a acceptée.",
    },
    withdrawSentPledge: {
      summary: "Reprendre une promesse faite à un autre site",
      description: "Pour de bon. L’autre site en est prévenu, et ne la compte plus.",
    },
  },
  problems: {
    ...said.fr.refusals,
    "request-over": "Cette annonce d’un autre site ne reçoit pas de promesses en ce moment.",
    "too-many-today": "L’hébergeur a envoyé trop de promesses vers d’autres sites en un jour. Continuez demain.",
    "request-unknown":
      "Ce site ne connaît pas cette annonce. Prenez l’identifiant d’une annonce de la liste «\u00a0elsewhere=true\u00a0».",
  },
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { "sent-pledges": "Pledges to other sites" },
  operations: {
    listSentPledges: {
      summary: "See what the host promised on other sites",
      description: "The last first, with what the other site last said of each.",
    },
    sendPledge: {
      summary: "Promise towards a request of another site",
      description:
        "In the name of the host, towards a request of the list “elsewhere=true”. The pledge leaves at once; it counts once the other site has accepted it.",
    },
    withdrawSentPledge: {
      summary: "Take back a pledge to another site",
      description: "For good. The other site is told, and counts it no more.",
    },
  },
  problems: {
    ...said.en.refusals,
    "request-over": "This request of another site takes no pledges at the moment.",
    "too-many-today": "The host has sent too many pledges to other sites within a day. Go on tomorrow.",
    "request-unknown": "This site does not know this request. Take the id of one in the list “elsewhere=true”.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
