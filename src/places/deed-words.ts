import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: of a request, the title of the offer, never who asked. */
export const deeds: DeedWords = {
  fr: {
    "place-request-answer": (offer) => `Réponse à une demande de place : ${offer}`,
    "place-request-accept": (offer) => `Demande de place acceptée : ${offer}`,
    "place-request-decline": (offer) => `Demande de place refusée : ${offer}`,
    "place-request-refer": (offer) => `Demande de place adressée ailleurs : ${offer}`,
    "place-request-reopen": (offer) => `Demande de place rouverte : ${offer}`,
    "place-request-note": (offer) => `Note sur une demande de place : ${offer}`,
    "place-request-erased": (offer) => `Demande de place effacée : ${offer}`,
    "place-requests-exported": () => "Demandes de place exportées",
    "place-settings-changed": () => "Réglages des demandes changés",
  },
  en: {
    "place-request-answer": (offer) => `Answered a request for a place: ${offer}`,
    "place-request-accept": (offer) => `Accepted a request for a place: ${offer}`,
    "place-request-decline": (offer) => `Declined a request for a place: ${offer}`,
    "place-request-refer": (offer) => `Referred a request for a place elsewhere: ${offer}`,
    "place-request-reopen": (offer) => `Opened a request for a place again: ${offer}`,
    "place-request-note": (offer) => `Noted something on a request for a place: ${offer}`,
    "place-request-erased": (offer) => `Erased a request for a place: ${offer}`,
    "place-requests-exported": () => "Exported the requests for a place",
    "place-settings-changed": () => "Changed the settings of requests",
  },
};
