import type { Language } from "../foundation/language.ts";
import type { AvailabilityState } from "./availability.ts";

const fr = {
  title: "Disponibilités",
  lead: "Qui peut encore entrer, offre par offre.",
  /** What a press of a button on the list does. */
  atOnce: (followers: number, example: string) =>
    followers === 0
      ? `Un état est public dès que vous appuyez : « ${example} ». Personne ne suit encore vos disponibilités.`
      : followers === 1
        ? `Dès que vous appuyez sur un état, la personne qui suit vos disponibilités le lit : « ${example} ».`
        : `Dès que vous appuyez sur un état, vos ${followers} abonnés le lisent : « ${example} ».`,
  quiet: "« Toujours… » donne une date fraîche ; cela ne s’annonce que si l’état n’était plus connu.",
  offer: "Offre",
  shown: "Ce que voit le public",
  confirmed: "Confirmé",
  confirmedOn: "confirmé le",
  until: "Valable jusqu’au",
  untilWord: "jusqu’au",
  untilNear: "jusqu’à",
  never: "jamais dit",
  today: "aujourd’hui",
  tomorrow: "demain",
  draft: "Brouillon",
  more: "Autre…",
  moreOf: (title: string) => `Autre état ou détails pour ${title}`,
  buttonsOf: (title: string) => `Changer la disponibilité de ${title}`,
  press: {
    open: "Ouvert",
    limited: "Places limitées",
    "by-approval": "Sur candidature",
    "waiting-list": "Liste d’attente",
    "between-waves": "Date annoncée",
    paused: "En pause",
    closed: "Fermé",
    ending: "En arrêt",
  } satisfies Record<AvailabilityState, string>,
  still: {
    open: "Toujours ouvert",
    limited: "Toujours ces places",
    "by-approval": "Toujours sur candidature",
    "waiting-list": "Toujours en liste d’attente",
    "between-waves": "Toujours cette date",
    paused: "Toujours en pause",
    closed: "Toujours fermé",
    ending: "Toujours en arrêt",
  } satisfies Record<AvailabilityState, string>,
  allStill: "Tout est toujours vrai",
  allChange: "Tout changer d’un coup",
  empty: {
    title: "Aucune offre à ouvrir ou à fermer",
    text: "Une offre a une disponibilité : dès que vous en écrivez une, elle apparaît ici.",
    write: "Voir vos offres",
  },
  was: {
    said: (title: string, sentence: string) => `C’est dit. « ${title} » : ${sentence}.`,
    confirmed: (title: string) => `C’est noté. « ${title} » est confirmée d’aujourd’hui.`,
    all: "C’est noté. Tout est confirmé d’aujourd’hui.",
    allBut: (titles: string) =>
      `C’est noté. Il reste à dire ce qu’il en est de ${titles} : l’ouverture annoncée est passée.`,
    allSaid: "C’est dit pour les offres que vous avez choisies.",
    lettersOn: "Les lettres de rappel viendront à votre adresse.",
    lettersOff: "Vous ne recevrez plus de lettres de rappel. Le bureau continue de les montrer.",
    mistake: "Une erreur ? Appuyez sur l’état juste.",
  },
  quicker: {
    title: "Quelqu’un a été plus rapide",
    text: (title: string) =>
      `La disponibilité de « ${title} » a changé entre-temps. Rien n’a été envoyé : regardez, puis appuyez de nouveau si besoin.`,
  },
  refusedTitle: "Ce n’est pas encore dit",
  letters: {
    title: "Être prévenu par courriel",
    text: "Sept jours, puis un jour avant qu’une disponibilité expire : une lettre par jour au plus.",
    none: "Ce site n’envoie pas de courriel. Ce qui expire se voit toujours ici, et sur la page « Aujourd’hui ».",
    want: "M’écrire avant qu’une disponibilité expire",
    save: "Enregistrer",
  },
  tasks: {
    expiring: (title: string, day: string) => `${title} : la disponibilité expire ${day}`,
    on: (day: string) => `le ${day}`,
    expiringWhy: (day: string) =>
      `Sans nouvelles de vous, elle s’affichera « État inconnu ». Dernière confirmation le ${day}.`,
    expired: (title: string) => `${title} : le public lit « État inconnu »`,
    expiredWhy: (state: string, day: string) =>
      `Vous aviez dit « ${state} » le ${day}. C’est trop ancien pour être cru.`,
    opening: (title: string, day: string) => `${title} : l’ouverture annoncée arrive ${day}`,
    openingWhy: "Ce jour-là, ce que vous aviez dit ne vaut plus : dites ce qu’il en est.",
    unsaid: (title: string) => `${title} : dites s’il reste de la place`,
    unsaidWhy: "L’offre est publiée, et personne ne sait si elle prend du monde.",
    say: "Le dire",
    change: "Changer",
  },
};

const en: typeof fr = {
  title: "Availability",
  lead: "Who can still get in, offer by offer.",
  atOnce: (followers, example) =>
    followers === 0
      ? `A state is public as soon as you press: “${example}”. Nobody follows your availability yet.`
      : followers === 1
        ? `As soon as you press a state, the one person who follows your availability reads it: “${example}”.`
        : `As soon as you press a state, your ${followers} followers read it: “${example}”.`,
  quiet: "“Still…” gives a fresh date; it is announced only where the state was no longer known.",
  offer: "Offer",
  shown: "What the public sees",
  confirmed: "Confirmed",
  confirmedOn: "confirmed on",
  until: "Valid until",
  untilWord: "until",
  untilNear: "until",
  never: "never said",
  today: "today",
  tomorrow: "tomorrow",
  draft: "Draft",
  more: "Other…",
  moreOf: (title) => `Another state or details for ${title}`,
  buttonsOf: (title) => `Change the availability of ${title}`,
  press: {
    open: "Open",
    limited: "Few places",
    "by-approval": "By application",
    "waiting-list": "Waiting list",
    "between-waves": "Date announced",
    paused: "Paused",
    closed: "Closed",
    ending: "Ending",
  },
  still: {
    open: "Still open",
    limited: "Still these places",
    "by-approval": "Still by application",
    "waiting-list": "Still a waiting list",
    "between-waves": "Still this date",
    paused: "Still paused",
    closed: "Still closed",
    ending: "Still ending",
  },
  allStill: "All is still true",
  allChange: "Change all at once",
  empty: {
    title: "No offer to open or close",
    text: "Each offer has its availability: as soon as you write one, it appears here.",
    write: "See your offers",
  },
  was: {
    said: (title, sentence) => `Done. “${title}”: ${sentence}.`,
    confirmed: (title) => `Noted. “${title}” is confirmed today.`,
    all: "Noted. All is confirmed today.",
    allBut: (titles) => `Noted. What remains to be said is ${titles}: the announced opening is past.`,
    allSaid: "Done, for the offers that you chose.",
    lettersOn: "Letters of reminder will come to your address.",
    lettersOff: "You will get no more letters of reminder. The desk goes on showing them.",
    mistake: "A mistake? Press the right state.",
  },
  quicker: {
    title: "Somebody was quicker",
    text: (title) =>
      `The availability of “${title}” has changed meanwhile. Nothing was sent: look, then press again if need be.`,
  },
  refusedTitle: "It is not said yet",
  letters: {
    title: "Be told by mail",
    text: "Seven days, then one day before an availability expires: one letter a day at most.",
    none: "This site sends no mail. What expires always stands here, and on the page “Today”.",
    want: "Write to me before an availability expires",
    save: "Save",
  },
  tasks: {
    expiring: (title, day) => `${title}: the availability expires ${day}`,
    on: (day) => `on ${day}`,
    expiringWhy: (day) => `Without news of you it will be shown as “State unknown”. Last confirmed on ${day}.`,
    expired: (title) => `${title}: the public reads “State unknown”`,
    expiredWhy: (state, day) => `You had said “${state}” on ${day}. That is too old to be believed.`,
    opening: (title, day) => `${title}: the announced opening comes ${day}`,
    openingWhy: "On that day what you had said holds no more: say how it is.",
    unsaid: (title) => `${title}: say whether there is room`,
    unsaidWhy: "The offer is published, and nobody knows whether it takes people in.",
    say: "Say it",
    change: "Change",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
