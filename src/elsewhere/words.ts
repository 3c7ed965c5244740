import type { Language } from "../foundation/language.ts";
import type { SendRefusal } from "../sent-pledges/changes.ts";
import type { SentState } from "../sent-pledges/sent-pledge.ts";

const fr = {
  stage: "État\u00a0:",
  askedBy: "Demandé par",
  at: (host: string) => `Cette annonce est tenue par ${host}.`,
  counted: (host: string) =>
    `Seul ${host} compte les promesses. Ce total est celui qu’il a donné en dernier, à la date indiquée.`,
  asOf: "Total du",
  home: (host: string) => `Lire l’annonce entière sur ${host}`,
  progress: "Où en est l’annonce",
  promise: {
    title: "Participer",
    text: (name: string, host: string) =>
      `La promesse part de ce site au nom de ${name}. ${host} l’accepte ou la refuse, et la compte.`,
    submit: "Envoyer la promesse",
    change: "Envoyer le changement",
    onlyThere: (host: string) => `On participe sur ${host}, avec son propre compte.`,
    elsewhere: (host: string) => `Vous pouvez aussi participer directement sur ${host}, avec votre propre compte.`,
    there: (host: string) => `Participer sur ${host}`,
    over: "Cette annonce ne reçoit plus de promesses.",
    refusedTitle: "La promesse n’a pas été envoyée",
  },
  mine: {
    title: "Vos promesses d’ici",
    said: "Promis",
    made: "Le",
    reason: (host: string, reason: string) => `Réponse de ${host}\u00a0: ${reason}`,
    differs: (host: string, amount: string) =>
      `Attention\u00a0: ${host} compte ${amount} pour cette promesse. Écrivez-lui si ce n’est pas ce que vous avez promis.`,
    confirmUntil: (day: string) => `Confirmez avant le ${day}, sinon la promesse tombe.`,
    confirm: "Confirmer",
    change: "Changer",
    withdraw: "Reprendre la promesse",
  },
  states: {
    sent: ["Envoyée", "La réponse n’est pas encore là. Nous redemandons chaque jour."],
    refused: ["Refusée", "L’autre site ne la compte pas."],
    promised: ["Acceptée", "L’autre site la compte."],
    waiting: ["En attente", "Elle comptera dès que sa condition sera remplie."],
    confirming: ["Confirmation envoyée", "L’autre site ne l’a pas encore notée."],
    confirmed: ["Confirmée", "Elle engage dès que la commande est signée."],
    lapsed: ["Tombée", "Elle n’a pas été confirmée, ou sa durée est passée. Vous ne devez rien."],
    released: ["Sans suite", "L’annonce n’a pas abouti. Vous ne devez rien."],
    withdrawing: ["Reprise envoyée", "L’autre site ne l’a pas encore notée."],
    withdrawn: ["Reprise", "Elle ne compte plus."],
  } satisfies Record<SentState, readonly [string, string]>,
  done: {
    promised: "La promesse est envoyée. Sa réponse apparaîtra ici.",
    changed: "Le changement est envoyé.",
    confirmed: "La confirmation est envoyée.",
    withdrawn: "La reprise est envoyée.",
  },
  refusals: {
    "request-over": "Cette annonce ne reçoit pas de promesses en ce moment.",
    "deadline-passed": "La date limite est passée.",
    "pledge-too-small": "Ce montant est plus petit que le minimum demandé pour une promesse.",
    "pledge-too-large": "Ce montant dépasse ce que l’annonce accepte d’une seule promesse.",
    "valid-in-the-past": "La date jusqu’à laquelle la promesse vaut est déjà passée.",
    "too-many-today":
      "Trop de promesses sont parties de chez vous vers d’autres sites en un jour. Ce que vous avez écrit est toujours là\u00a0: envoyez-le demain.",
    "pledge-withdrawn": "Cette promesse a été reprise. Faites-en plutôt une nouvelle.",
    "pledge-lapsed": "Cette promesse n’est plus valable. Faites-en plutôt une nouvelle.",
    "not-yours": "Cette promesse est celle de quelqu’un d’autre.",
    "nothing-to-confirm": "Aucune confirmation n’est demandée en ce moment.",
  } satisfies Record<SendRefusal, string>,
};

const en: typeof fr = {
  stage: "State:",
  askedBy: "Asked by",
  at: (host) => `This request is kept by ${host}.`,
  counted: (host) => `Only ${host} counts pledges. This total is the one that it last gave, on the day shown.`,
  asOf: "Total of",
  home: (host) => `Read the whole request on ${host}`,
  progress: "How far the request is",
  promise: {
    title: "Take part",
    text: (name, host) =>
      `The pledge leaves from this site in the name of ${name}. ${host} accepts or refuses it, and counts it.`,
    submit: "Send the pledge",
    change: "Send the change",
    onlyThere: (host) => `You take part on ${host}, with your own account.`,
    elsewhere: (host) => `You can also take part on ${host} itself, with your own account.`,
    there: (host) => `Take part on ${host}`,
    over: "This request takes no more pledges.",
    refusedTitle: "The pledge was not sent",
  },
  mine: {
    title: "Your pledges from here",
    said: "Pledged",
    made: "On",
    reason: (host, reason) => `${host} says: ${reason}`,
    differs: (host, amount) =>
      `Take care: ${host} counts ${amount} for this pledge. Write to it if that is not what you pledged.`,
    confirmUntil: (day) => `Confirm before ${day}, or the pledge lapses.`,
    confirm: "Confirm",
    change: "Change",
    withdraw: "Take the pledge back",
  },
  states: {
    sent: ["Sent", "There is no answer yet. We ask again each day."],
    refused: ["Refused", "The other site does not count it."],
    promised: ["Accepted", "The other site counts it."],
    waiting: ["Waiting", "It counts as soon as its condition holds."],
    confirming: ["Confirmation sent", "The other site has not noted it yet."],
    confirmed: ["Confirmed", "It binds once the order is signed."],
    lapsed: ["Lapsed", "It was not confirmed, or its time is over. You owe nothing."],
    released: ["Ended", "The request came to nothing. You owe nothing."],
    withdrawing: ["Withdrawal sent", "The other site has not noted it yet."],
    withdrawn: ["Taken back", "It counts no more."],
  },
  done: {
    promised: "The pledge is sent. The answer will appear here.",
    changed: "The change is sent.",
    confirmed: "The confirmation is sent.",
    withdrawn: "The withdrawal is sent.",
  },
  refusals: {
    "request-over": "This request takes no pledges at the moment.",
    "deadline-passed": "The deadline has gone by.",
    "pledge-too-small": "This amount is less than a pledge has to be here.",
    "pledge-too-large": "This amount is more than the request takes of one pledge.",
    "valid-in-the-past": "The day until which the pledge holds has gone by.",
    "too-many-today":
      "Too many pledges have left for other sites in your name within a day. What you have written is still here: send it tomorrow.",
    "pledge-withdrawn": "This pledge was taken back. Make a new one instead.",
    "pledge-lapsed": "This pledge holds no more. Make a new one instead.",
    "not-yours": "This pledge is somebody else's.",
    "nothing-to-confirm": "No confirmation is asked for at the moment.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
