import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: never who asks. */
export const deeds: DeedWords = {
  fr: {
    "asking-answer": () => "Réponse à une demande à plusieurs hébergeurs",
    "asking-result": () => "Proposition faite pour une demande à plusieurs hébergeurs",
    "asking-offer": () => "Offre commune proposée pour une demande à plusieurs hébergeurs",
    "asking-proposal": () => "Autre hébergeur proposé pour une demande",
    "asking-agreement": () => "Accord donné à une proposition commune",
    "asking-let-through": () => "Demande à plusieurs hébergeurs partie",
    "asking-sent-back": () => "Demande à plusieurs hébergeurs rendue à son auteur",
  },
  en: {
    "asking-answer": () => "Answered a request to several hosts",
    "asking-result": () => "Made a proposal for a request to several hosts",
    "asking-offer": () => "Proposed a joint offer for a request to several hosts",
    "asking-proposal": () => "Proposed another host for a request",
    "asking-agreement": () => "Agreed to a joint proposal",
    "asking-let-through": () => "Let a request to several hosts leave",
    "asking-sent-back": () => "Gave a request to several hosts back",
  },
};
