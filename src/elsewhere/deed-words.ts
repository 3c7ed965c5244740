import type { DeedWords } from "../web/deeds.ts";

/** What was done for the host towards requests of other instances, as the journal tells it. */
export const deeds: DeedWords = {
  fr: {
    "sent-pledge-made": (title) => `Promesse envoyée à un autre site\u00a0: ${title}`,
    "sent-pledge-changed": (title) => `Promesse à un autre site changée\u00a0: ${title}`,
    "sent-pledge-confirmed": (title) => `Promesse à un autre site confirmée\u00a0: ${title}`,
    "sent-pledge-withdrawn": (title) => `Promesse à un autre site reprise\u00a0: ${title}`,
    "sent-answer-sent": (title) => `Réponse envoyée à un autre site\u00a0: ${title}`,
    "sent-answer-changed": (title) => `Réponse à un autre site changée\u00a0: ${title}`,
    "sent-answer-withdrawn": (title) => `Réponse à un autre site reprise\u00a0: ${title}`,
  },
  en: {
    "sent-pledge-made": (title) => `Sent a pledge to another site: ${title}`,
    "sent-pledge-changed": (title) => `Changed a pledge to another site: ${title}`,
    "sent-pledge-confirmed": (title) => `Confirmed a pledge to another site: ${title}`,
    "sent-pledge-withdrawn": (title) => `Took a pledge to another site back: ${title}`,
    "sent-answer-sent": (title) => `Sent an answer to another site: ${title}`,
    "sent-answer-changed": (title) => `Changed an answer to another site: ${title}`,
    "sent-answer-withdrawn": (title) => `Took an answer to another site back: ${title}`,
  },
};
