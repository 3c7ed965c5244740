import type { Language } from "../foundation/language.ts";
import type { AnswerRefusal } from "../sent-answers/changes.ts";
import type { SentAnswerShown } from "../sent-answers/sent-answer.ts";

const fr = {
  title: "Répondre en tant qu’hébergeur",
  changeTitle: "Notre réponse",
  lead: (title: string, host: string) =>
    `La réponse à «\u00a0${title}\u00a0» part de ce site, au nom de votre hébergeur. ${host} la montre à qui porte l’annonce.`,
  ways: "Vous êtes l’équipe d’un hébergeur",
  alone: "Répondre seuls",
  together: "Répondre avec d’autres hébergeurs",
  drafted: "Notre réponse commune, au bureau",
  submit: "Envoyer la réponse",
  submitChange: "Envoyer le changement",
  withdraw: "Reprendre notre réponse",
  withdrawText: "Elle ne pourra plus être retenue. Vous pourrez en envoyer une autre.",
  see: "Notre réponse",
  reason: (host: string, reason: string) => `${host} répond\u00a0: ${reason}`,
  refusedTitle: "La réponse n’a pas été envoyée",
  states: {
    sent: ["Envoyée", "L’autre site ne l’a pas encore lue. Nous la renvoyons chaque jour."],
    shown: ["Reçue", "Qui porte l’annonce peut la lire."],
    chosen: ["Retenue", "Mettez-vous d’accord avec la structure qui porte l’annonce."],
    refused: ["Non prise", "L’autre site ne la montre pas."],
    suspended: ["Suspendue", "Un des hébergeurs n’y est plus. Elle ne peut pas être retenue en attendant."],
    withdrawn: ["Reprise", "Elle ne compte plus."],
  } satisfies Record<SentAnswerShown, readonly [string, string]>,
  done: {
    sent: "La réponse est envoyée.",
    changed: "Le changement est envoyé.",
    withdrawn: "La réponse est reprise.",
  },
  refusals: {
    "request-over": "Cette annonce ne prend plus de réponses.",
    "hosts-not-called": "Cette annonce ne demande pas de réponse de votre hébergeur.",
    "answered-already": "Vous avez déjà répondu. Changez plutôt votre réponse.",
    "chosen-already": "Votre réponse est retenue\u00a0: elle ne change plus.",
    "taken-back": "Cette réponse a été reprise. Envoyez-en plutôt une autre.",
    "not-shown-here": "Cette annonce n’est plus montrée ici.",
  } satisfies Record<AnswerRefusal, string>,
};

const en: typeof fr = {
  title: "Answer as a host",
  changeTitle: "Our answer",
  lead: (title, host) =>
    `The answer to “${title}” leaves from this site, in the name of your host. ${host} shows it to the steward of the request.`,
  ways: "You are a host’s team",
  alone: "Answer alone",
  together: "Answer together with other hosts",
  drafted: "Our joint answer, at the desk",
  submit: "Send the answer",
  submitChange: "Send the change",
  withdraw: "Take our answer back",
  withdrawText: "It cannot be chosen any more. You may send another one.",
  see: "Our answer",
  reason: (host, reason) => `${host} says: ${reason}`,
  refusedTitle: "The answer was not sent",
  states: {
    sent: ["Sent", "The other site has not read it yet. We send it again each day."],
    shown: ["Received", "The steward of the request can read it."],
    chosen: ["Chosen", "Come to an agreement with the steward of the request."],
    refused: ["Not taken", "The other site does not show it."],
    suspended: ["Suspended", "One of the hosts has left. It cannot be chosen meanwhile."],
    withdrawn: ["Taken back", "It counts no more."],
  },
  done: { sent: "The answer is sent.", changed: "The change is sent.", withdrawn: "The answer is taken back." },
  refusals: {
    "request-over": "This request takes no more answers.",
    "hosts-not-called": "This request does not ask your host for an answer.",
    "answered-already": "You have answered already. Change your answer instead.",
    "chosen-already": "Your answer is chosen: it changes no more.",
    "taken-back": "This answer was taken back. Send another one instead.",
    "not-shown-here": "This request is not shown here any more.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
