import type { Language } from "../foundation/language.ts";
import type { AvailabilityState } from "./availability.ts";
import type { FieldProblem } from "./desk-form.ts";

const fr = {
  title: "Qui peut encore entrer ?",
  now: (title: string) => `${title}. En ce moment :`,
  nowUnsaid: (title: string) => `${title}. Rien n’a encore été dit.`,
  confirmedOn: (day: string) => `confirmé le ${day}`,
  state: "Nouvel état",
  hints: {
    open: "On peut demander, on répond oui",
    limited: "Il reste un nombre connu de places",
    "by-approval": "On regarde chaque demande",
    "waiting-list": "On note, on rappelle",
    "between-waves": "Une date est connue",
    paused: "Le temps de souffler",
    closed: "Plus de demandes",
    ending: "Le service va s’arrêter",
  } satisfies Record<AvailabilityState, string>,
  slots: "Places libres",
  capacity: "Places en tout",
  nextDay: "Prochaine ouverture : le jour",
  nextMonth: "ou seulement le mois",
  noMonth: "Pas de mois",
  approval: "Comment vous regardez les demandes",
  approvalHint: "En deux phrases : qui décide, sur quoi, en combien de temps.",
  message: "Un mot pour celles et ceux qui attendent",
  messageHint: "Il est annoncé avec l’état, et se lit sur la page de l’offre.",
  validDays: "Me redemander dans",
  validHint: "Passé ce délai sans nouvelles de vous, le public lit « État inconnu ».",
  days: (days: number) =>
    ({ 14: "2 semaines", 30: "1 mois", 42: "6 semaines", 60: "2 mois", 90: "3 mois", 180: "6 mois" })[days] ??
    `${days} jours`,
  waves: "Ouvrir par vagues",
  wavesHint: "Une ligne par vague annoncée. Une date s’écrit 1/3/2027, ou 3/2027 pour un mois entier.",
  wave: (number: number) => `Vague ${number}`,
  opens: "Ouvre",
  ends: "Jusqu’à",
  places: "Places",
  note: "Remarque",
  addWave: "Ajouter une vague",
  territory: "L’offre garde le territoire particulier qu’un programme lui a donné.",
  offers: "Pour quelles offres",
  offersHint: "Ce qui est propre à chacune reste : places en tout, vagues, territoire.",
  noOffer: "Choisissez au moins une offre.",
  toReview: "Relire avant d’annoncer",
  cancel: "Ne rien changer",
  review: {
    title: "Ce qui va se passer",
    reads: (followers: number, instances: number) => {
      const people = followers === 0 ? [] : [followers === 1 ? "1 abonné" : `${followers} abonnés`];
      const hosts = instances === 0 ? [] : [instances === 1 ? "1 autre instance" : `${instances} autres instances`];
      const all = [...people, ...hosts].join(" et ");
      return all === ""
        ? "La page publique le montre aussitôt. Qui s’abonnera plus tard lira :"
        : `${all.charAt(0).toUpperCase()}${all.slice(1)} le sauront dans la minute. Chacun lira :`;
    },
    quiet: "L’état reste le même : rien n’est annoncé. La page et les détails changent, avec la date d’aujourd’hui.",
    draft: "L’offre est un brouillon : personne ne le saura avant qu’elle soit publiée.",
    until: (day: string) => `Cela vaut jusqu’au ${day} ; nous vous redemanderons avant.`,
    announce: "Annoncer",
    save: "Enregistrer",
    correct: "Corriger",
  },
  problems: {
    "state-missing": "Choisissez un état.",
    "not-a-number": "Écrivez un nombre entier, comme 12, ou laissez vide.",
    "not-a-day": "Cette date n’existe pas. Écrivez-la comme 1/3/2027.",
    "not-a-month": "Ce mois n’existe pas. Choisissez-en un dans la liste.",
    "day-and-month": "Le jour et le mois ne vont pas ensemble. Gardez l’un des deux.",
    "text-too-long": "Ce texte est trop long. Gardez 2 000 signes au plus.",
    "not-an-opening": "Cette date n’existe pas. Écrivez 1/3/2027, ou 3/2027 pour un mois entier.",
    "ends-before-it-opens": "Cette vague finit avant de commencer. Corrigez l’une des deux dates.",
    "not-listed": "Choisissez une durée dans la liste.",
  } satisfies Record<FieldProblem, string>,
};

const en: typeof fr = {
  title: "Who can still get in?",
  now: (title) => `${title}. Right now:`,
  nowUnsaid: (title) => `${title}. Nothing has been said yet.`,
  confirmedOn: (day) => `confirmed on ${day}`,
  state: "New state",
  hints: {
    open: "People can ask, we say yes",
    limited: "A known number of places is left",
    "by-approval": "We look at each request",
    "waiting-list": "We take names and call back",
    "between-waves": "A date is known",
    paused: "Time to breathe",
    closed: "No more requests",
    ending: "The service is going to end",
  },
  slots: "Free places",
  capacity: "Places in all",
  nextDay: "Next opening: the day",
  nextMonth: "or only the month",
  noMonth: "No month",
  approval: "How you look at requests",
  approvalHint: "In two sentences: who decides, on what, in how much time.",
  message: "A word for those who wait",
  messageHint: "It is announced with the state, and stands on the page of the offer.",
  validDays: "Ask me again in",
  validHint: "After that without news of you, the public reads “State unknown”.",
  days: (days) =>
    ({ 14: "2 weeks", 30: "1 month", 42: "6 weeks", 60: "2 months", 90: "3 months", 180: "6 months" })[days] ??
    `${days} days`,
  waves: "Opening in waves",
  wavesHint: "One line for each announced wave. A date is written 1/3/2027, or 3/2027 for a whole month.",
  wave: (number) => `Wave ${number}`,
  opens: "Opens",
  ends: "Until",
  places: "Places",
  note: "Remark",
  addWave: "Add a wave",
  territory: "The offer keeps the special territory that a program has given it.",
  offers: "For which offers",
  offersHint: "What is each one’s own stays: places in all, waves, territory.",
  noOffer: "Choose one offer at least.",
  toReview: "Read it before you announce",
  cancel: "Change nothing",
  review: {
    title: "What is going to happen",
    reads: (followers, instances) => {
      const people = followers === 0 ? [] : [followers === 1 ? "1 follower" : `${followers} followers`];
      const hosts = instances === 0 ? [] : [instances === 1 ? "1 other instance" : `${instances} other instances`];
      const all = [...people, ...hosts].join(" and ");
      return all === ""
        ? "The public page shows it at once. Who follows later will read:"
        : `${all.charAt(0).toUpperCase()}${all.slice(1)} will know within the minute. Each will read:`;
    },
    quiet: "The state stays the same: nothing is announced. The page and the details change, with today’s date.",
    draft: "The offer is a draft: nobody will know before it is published.",
    until: (day) => `This holds until ${day}; we ask you again before.`,
    announce: "Announce",
    save: "Save",
    correct: "Correct",
  },
  problems: {
    "state-missing": "Choose a state.",
    "not-a-number": "Write a whole number, like 12, or leave it empty.",
    "not-a-day": "There is no such date. Write it like 1/3/2027.",
    "not-a-month": "There is no such month. Choose one of the list.",
    "day-and-month": "The day and the month do not go together. Keep one of the two.",
    "text-too-long": "This text is too long. Keep 2,000 characters at most.",
    "not-an-opening": "There is no such date. Write 1/3/2027, or 3/2027 for a whole month.",
    "ends-before-it-opens": "This wave ends before it begins. Correct one of the two dates.",
    "not-listed": "Choose a time of the list.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
