import type { Language } from "../foundation/language.ts";
import type { AnswerRefusal } from "./answering.ts";
import type { RequestAct, RequestEntry, RequestState } from "./places.ts";

const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const fr = {
  title: "Demandes reçues",
  lead: "Ce que des associations demandent depuis les pages de vos offres.",
  views: {
    waiting: "À répondre",
    answered: "Répondues",
    accepted: "Acceptées",
    declined: "Refusées",
    referred: "Adressées ailleurs",
    withdrawn: "Retirées",
  },
  viewsLabel: "Demandes, par état",
  export: "Exporter (CSV)",
  settings: "Délai de réponse et durée de garde",
  columns: { name: "Association", offer: "Offre", people: "Personnes" },
  nexts: {
    received: "Votre réponse.",
    answered: "La suite de l’association.",
    accepted: "Rien\u00a0: la place est donnée.",
    declined: "Rien\u00a0: c’est terminé.",
    referred: "La réponse d’un autre hébergeur.",
    withdrawn: "Rien\u00a0: c’est terminé.",
  } satisfies Record<RequestState, string>,
  states: {
    received: "À répondre",
    answered: "Répondue",
    accepted: "Acceptée",
    declined: "Refusée",
    referred: "Adressée ailleurs",
    withdrawn: "Retirée",
  } satisfies Record<RequestState, string>,
  waits: (days: number) => (days === 0 ? "attend depuis aujourd’hui" : `attend depuis ${count(days, "jour", "jours")}`),
  late: "En retard",
  promised: (days: number) => `Vous annoncez une réponse sous ${count(days, "jour", "jours")}.`,
  none: {
    title: "Aucune demande pour l’instant",
    text: "Elles arriveront par le bouton «\u00a0Demander une place\u00a0» de chaque offre ouverte.",
    way: "Dire quelles offres sont ouvertes",
  },
  noneHere: {
    waiting: {
      title: "Personne n’attend votre réponse",
      text: "Une nouvelle demande paraîtra ici et sur la page «\u00a0Aujourd’hui\u00a0».",
    },
    other: "Aucune demande dans cet état",
    way: "Voir celles qui attendent",
  },
  older: "Voir les plus anciennes",
  kept: (months: number) => `Chaque demande est effacée ${months} mois après son dernier changement.`,
  erasedCount: (n: number) => `Effacées jusqu’ici\u00a0: ${n}.`,
  done: {
    answer: "Votre réponse est partie",
    accept: "La demande est acceptée",
    decline: "La demande est refusée",
    refer: "La demande est adressée ailleurs",
    reopen: "La demande est rouverte",
    note: "La note est gardée",
    erased: "La demande est effacée",
    saved: "C’est enregistré",
  },
  for: (offer: string) => `Pour l’offre «\u00a0${offer}\u00a0»`,
  people: (n: number) => count(n, "personne", "personnes"),
  facts: { people: "Pour combien", contact: "Joindre", offer: "Offre", received: "Reçue le" },
  history: "Les échanges",
  acts: {
    say: "écrit",
    withdraw: "retire la demande",
    answer: "Réponse",
    accept: "Acceptée",
    decline: "Refusée",
    refer: "Adressée à",
    reopen: "Rouverte",
    note: "Note entre nous",
  } satisfies Record<RequestAct, string>,
  host: "L’équipe",
  problems: {
    "no-account":
      "Ce compte n’existe pas, ou plus\u00a0: le message n’a pas été remis. La réponse se lit sur la page privée.",
    unreachable:
      "Son serveur n’a pas répondu\u00a0: le message n’a pas été remis. La réponse se lit sur la page privée.",
  } satisfies Record<NonNullable<RequestEntry["problem"]>, string>,
  ways: {
    email: (address: string) => `Votre texte part par courriel à ${address}, avec un lien privé pour répondre.`,
    fediverse: (account: string) => `Votre texte part en message privé à @${account}, depuis le compte de l’offre.`,
    none: (address: string) =>
      `Ce site n’envoie pas de courriel\u00a0: votre texte paraît sur la page privée de l’association. Écrivez-lui aussi depuis votre messagerie, à ${address}.`,
  },
  answer: { title: "Répondre", label: "Votre réponse", submit: "Envoyer la réponse" },
  accept: {
    title: "Accepter",
    label: "Un mot pour la suite",
    hint: "Ce qui vient maintenant\u00a0: qui appelle, quand, avec quoi.",
    submit: "Accepter la demande",
    uncounted: "Les places de cette offre ne sont pas comptées\u00a0: sa disponibilité ne change pas.",
    left: (n: number, left: number) =>
      `L’offre a ${count(n, "place libre", "places libres")}\u202f; il en restera ${left}. Ceux qui la suivent le sauront.`,
    last: "C’est la dernière place libre. Ensuite, l’offre sera",
    full: { closed: "fermée aux nouvelles demandes", "waiting-list": "sur liste d’attente" },
  },
  decline: {
    title: "Refuser",
    label: "La raison",
    hint: "Elle est dite à l’association. Une raison simple et vraie aide à chercher ailleurs.",
    submit: "Refuser la demande",
  },
  refer: {
    title: "Adresser à un autre hébergeur",
    choose: "Choisir parmi ceux qui peuvent la prendre",
    orWrite:
      "Il y reçoit la demande, répond, et vous voyez la suite. Ou dites seulement à l’association où aller\u00a0:",
    to: "À quel hébergeur\u202f?",
    toHint: "Son nom, et l’adresse de son site si vous l’avez.",
    label: "Pourquoi lui",
    submit: "Adresser la demande",
  },
  reopen: {
    title: "Revenir sur cette décision",
    label: "Ce que vous en dites à l’association",
    submit: "Rouvrir la demande",
    back: (n: number) =>
      `La place prise par cette acceptation est rendue\u00a0: l’offre aura ${count(n, "place libre", "places libres")}.`,
    notBack:
      "La place prise par cette acceptation n’est pas rendue d’elle-même\u00a0: dites ensuite la disponibilité de l’offre.",
  },
  note: {
    title: "Noter pour les collègues",
    label: "La note",
    hint: "L’association ne la voit pas.",
    submit: "Garder la note",
  },
  erase: {
    title: "Effacer",
    text: "La demande, les échanges et le lien de l’association disparaissent tout de suite. Seul reste un nombre. Cela ne se défait pas.",
    submit: "Effacer la demande",
  },
  typed: "Ce que vous aviez écrit",
  onlyReading: "Vous pouvez lire les demandes. Pour y répondre, demandez le rôle de rédaction à l’administration.",
  refusals: {
    "not-possible-now": "Cela n’est plus possible\u00a0: la demande a changé entre-temps. Relisez-la, puis décidez.",
    "changed-meanwhile":
      "Quelqu’un a écrit ou décidé entre-temps\u00a0: rien n’est parti. Relisez les échanges, puis envoyez de nouveau.",
    "slots-changed":
      "Les places libres ont changé entre-temps\u00a0: rien n’est parti. Relisez ce qu’il en reste, puis acceptez.",
    "reason-missing": "Il manque la raison. L’association a besoin de la connaître.",
    "host-missing": "Il manque le nom de l’hébergeur.",
    "answer-missing": "Il manque le texte.",
    "text-too-long": "Ce texte est trop long. Gardez 4 000 caractères au plus.",
    "offer-is-withdrawn": "L’offre est retirée entre-temps.",
    other: "La disponibilité de l’offre ne permet pas ce changement. Corrigez-la d’abord.",
  } satisfies Partial<Record<AnswerRefusal | "text-too-long" | "other", string>>,
  settingsPage: {
    title: "Délai de réponse et durée de garde",
    answerDays: "Sous combien de jours répondez-vous\u202f?",
    answerDaysHint: "Affiché sur le formulaire, et surveillé ici. Laissez vide pour ne rien annoncer.",
    keptMonths: "Combien de mois gardez-vous une demande\u202f?",
    keptMonthsHint:
      "Après son dernier changement, elle est effacée d’elle-même. 12 mois si vous ne dites rien, 36 au plus.",
    save: "Enregistrer",
    refusals: {
      answerDays: "Écrivez un nombre de jours de 1 à 90, ou rien.",
      keptMonths: "Écrivez un nombre de mois de 1 à 36.",
    },
  },
  table: {
    file: "demandes.csv",
    headers: [
      ...["Reçue", "Offre", "Association", "Personnes", "Message", "Contact", "État", "Dernier changement"],
      "Échanges",
    ],
  },
};

const en: typeof fr = {
  title: "Requests received",
  lead: "What associations ask for from the pages of your offers.",
  views: {
    waiting: "To answer",
    answered: "Answered",
    accepted: "Accepted",
    declined: "Declined",
    referred: "Sent elsewhere",
    withdrawn: "Taken back",
  },
  viewsLabel: "Requests, by state",
  export: "Export (CSV)",
  settings: "Answer time and how long requests are kept",
  columns: { name: "Association", offer: "Offer", people: "People" },
  nexts: {
    received: "Your answer.",
    answered: "What the association says next.",
    accepted: "Nothing: the place is given.",
    declined: "Nothing: it is over.",
    referred: "The answer of another host.",
    withdrawn: "Nothing: it is over.",
  },
  states: {
    received: "To answer",
    answered: "Answered",
    accepted: "Accepted",
    declined: "Declined",
    referred: "Sent elsewhere",
    withdrawn: "Taken back",
  },
  waits: (days) => (days === 0 ? "waits since today" : `has waited for ${count(days, "day", "days")}`),
  late: "Late",
  promised: (days) => `You say that you answer within ${count(days, "day", "days")}.`,
  none: {
    title: "No requests for now",
    text: "They will come by the button “Ask for a place” of each offer that is open.",
    way: "Say which offers are open",
  },
  noneHere: {
    waiting: {
      title: "Nobody waits for your answer",
      text: "A new request will stand here and on the page of today.",
    },
    other: "No request in this state",
    way: "See those that wait",
  },
  older: "See older ones",
  kept: (months) => `Each request is erased ${months} months after its last change.`,
  erasedCount: (n) => `Erased so far: ${n}.`,
  done: {
    answer: "Your answer was sent",
    accept: "The request is accepted",
    decline: "The request is declined",
    refer: "The request is sent elsewhere",
    reopen: "The request is open again",
    note: "The note is kept",
    erased: "The request is erased",
    saved: "Saved",
  },
  for: (offer) => `For the offer “${offer}”`,
  people: (n) => count(n, "person", "people"),
  facts: { people: "For how many", contact: "To reach", offer: "Offer", received: "Received on" },
  history: "What was said",
  acts: {
    say: "writes",
    withdraw: "takes the request back",
    answer: "Answer",
    accept: "Accepted",
    decline: "Declined",
    refer: "Sent on to",
    reopen: "Opened again",
    note: "Note among us",
  },
  host: "The team",
  problems: {
    "no-account":
      "There is no such account, or no longer: the message was not delivered. The answer is on the private page.",
    unreachable: "Their server did not answer: the message was not delivered. The answer is on the private page.",
  },
  ways: {
    email: (address) => `Your text leaves by mail to ${address}, with a private link to answer.`,
    fediverse: (account) => `Your text leaves as a private message to @${account}, from the account of the offer.`,
    none: (address) =>
      `This site sends no mail: your text appears on the private page of the association. Write from your own mail too, to ${address}.`,
  },
  answer: { title: "Answer", label: "Your answer", submit: "Send the answer" },
  accept: {
    title: "Accept",
    label: "A word on what follows",
    hint: "What comes now: who calls, when, with what.",
    submit: "Accept the request",
    uncounted: "The places of this offer are not counted: its availability does not change.",
    left: (n, left) =>
      `The offer has ${count(n, "free place", "free places")}; ${left} will be left. Those who follow it will know.`,
    last: "This is the last free place. Afterwards the offer will be",
    full: { closed: "closed to new requests", "waiting-list": "on a waiting list" },
  },
  decline: {
    title: "Decline",
    label: "The reason",
    hint: "It is told to the association. A simple and true reason helps to look elsewhere.",
    submit: "Decline the request",
  },
  refer: {
    title: "Send on to another host",
    choose: "Choose among those who can take it",
    orWrite: "It gets the request there, answers, and you see what follows. Or only tell the association where to go:",
    to: "To which host?",
    toHint: "Its name, and the address of its site if you have it.",
    label: "Why that one",
    submit: "Send the request on",
  },
  reopen: {
    title: "Go back on this decision",
    label: "What you say of it to the association",
    submit: "Open the request again",
    back: (n) =>
      `The place that this acceptance took is given back: the offer will have ${count(n, "free place", "free places")}.`,
    notBack:
      "The place that this acceptance took is not given back by itself: say the offer’s availability afterwards.",
  },
  note: {
    title: "Note for colleagues",
    label: "The note",
    hint: "The association does not see it.",
    submit: "Keep the note",
  },
  erase: {
    title: "Erase",
    text: "The request, what was said and the association’s link disappear at once. Only a number stays. This cannot be undone.",
    submit: "Erase the request",
  },
  typed: "What you had written",
  onlyReading: "You can read the requests. To answer them, ask an administrator for the role of an editor.",
  refusals: {
    "not-possible-now": "This is no longer possible: the request has changed meanwhile. Read it again, then decide.",
    "changed-meanwhile":
      "Someone wrote or decided meanwhile: nothing was sent. Read what was said again, then send once more.",
    "slots-changed":
      "The free places have changed meanwhile: nothing was sent. Read what is left of them, then accept.",
    "reason-missing": "The reason is missing. The association needs to know it.",
    "host-missing": "The name of the host is missing.",
    "answer-missing": "The text is missing.",
    "text-too-long": "This text is too long. Keep 4,000 characters at most.",
    "offer-is-withdrawn": "The offer was withdrawn meanwhile.",
    other: "The availability of the offer does not allow this change. Correct it first.",
  },
  settingsPage: {
    title: "Answer time and how long requests are kept",
    answerDays: "Within how many days do you answer?",
    answerDaysHint: "Shown on the form, and watched here. Leave it empty to announce nothing.",
    keptMonths: "How many months do you keep a request?",
    keptMonthsHint: "After its last change it is erased by itself. 12 months if you say nothing, 36 at most.",
    save: "Save",
    refusals: {
      answerDays: "Write a number of days from 1 to 90, or nothing.",
      keptMonths: "Write a number of months from 1 to 36.",
    },
  },
  table: {
    file: "requests.csv",
    headers: [
      ...["Received", "Offer", "Association", "People", "Message", "Contact", "State", "Last change"],
      "What was said",
    ],
  },
};

export const words: Record<Language, typeof fr> = { fr, en };

/** Why something could not be done, as a sentence. */
export function refusalWords(reason: AnswerRefusal | "text-too-long", language: Language): string {
  const { refusals } = words[language];
  return reason in refusals ? refusals[reason as keyof typeof refusals] : refusals.other;
}
