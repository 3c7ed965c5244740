import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: of which offer, never of whom. */
export const deeds: DeedWords = {
  fr: {
    "place-request-answer": (offer) => `Réponse à une demande pour ${offer}`,
    "place-request-accept": (offer) => `Demande acceptée pour ${offer}`,
    "place-request-decline": (offer) => `Demande refusée pour ${offer}`,
    "place-request-refer": (offer) => `Demande pour ${offer} adressée à un autre hébergeur`,
    "place-request-reopen": (offer) => `Décision reprise sur une demande pour ${offer}`,
    "place-request-note": (offer) => `Note sur une demande pour ${offer}`,
    "place-request-erased": (offer) => `Demande effacée pour ${offer}`,
    "place-requests-exported": () => "Demandes de place exportées",
    "place-settings-changed": () => "Délai de réponse ou durée de garde des demandes changés",
  },
  en: {
    "place-request-answer": (offer) => `Answered a request for ${offer}`,
    "place-request-accept": (offer) => `Accepted a request for ${offer}`,
    "place-request-decline": (offer) => `Declined a request for ${offer}`,
    "place-request-refer": (offer) => `Sent a request for ${offer} on to another host`,
    "place-request-reopen": (offer) => `Went back on a decision about a request for ${offer}`,
    "place-request-note": (offer) => `Noted something on a request for ${offer}`,
    "place-request-erased": (offer) => `Erased a request for ${offer}`,
    "place-requests-exported": () => "Exported the requests for a place",
    "place-settings-changed": () => "Changed the answer time, or how long requests are kept",
  },
};
