import type { Language } from "../foundation/language.ts";
import type { AnswerField } from "./answer-form.ts";

type Labels = Readonly<Record<Exclude<AnswerField, "visibility">, readonly [label: string, hint: string]>>;

const fr = {
  title: "Répondre en tant qu’hébergeur",
  lead: (title: string, who: string) =>
    `${who} cherche\u00a0: «\u00a0${title}\u00a0». Dites ce que vous livreriez, pour combien, pour quand.`,
  changeTitle: "Ma réponse",
  fields: {
    provider: ["Nom de l’hébergeur", "Vous répondez avec votre propre compte\u00a0: dites pour quel hébergeur."],
    text: [
      "Ce que vous livreriez",
      "Dans les mots de l’association\u00a0: ce qui est compris, et ce qui ne l’est pas.",
    ],
    amount: ["Montant", "Écrivez par exemple 580 ou 49,90. Vide\u00a0: sur devis."],
    period: ["Ce montant est", ""],
    ready: ["Prêt le", ""],
    terms: ["Conditions", "Par exemple\u00a0: vous partez quand vous voulez, avec vos données."],
    url: ["Pour en savoir plus", "L’adresse de votre offre ou de votre site."],
  } satisfies Labels,
  periods: { "": "en une fois", month: "par mois", quarter: "par trimestre", year: "par an" },
  visibility: "Qui lit votre réponse",
  visibilities: {
    everyone: ["Tout le monde", "Les autres participants savent à quoi s’attendre."],
    requester: ["Seulement qui porte l’annonce", "Personne d’autre ne la voit."],
  },
  submit: "Envoyer la réponse",
  submitChange: "Enregistrer le changement",
  together: "Répondre avec d’autres hébergeurs",
  joint: "Votre réponse commune",
  jointDesk: "La voir au bureau",
  withdraw: "Reprendre ma réponse",
  withdrawText: "Elle ne pourra plus être retenue. Vous pourrez en envoyer une autre.",
  chosen: "Votre réponse est retenue.",
  chosenText: "Mettez-vous d’accord avec la structure qui porte l’annonce.",
  refusedTitle: "Votre réponse n’a pas été enregistrée",
  closedTitle: "Cette annonce ne prend plus de réponses",
  done: {
    made: "Votre réponse est envoyée.",
    changed: "Votre réponse est changée.",
    withdrawn: "Votre réponse est reprise.",
  },
  faults: {
    provider: "Dites-le en 200 signes au plus.",
    text: "Dites ce que vous livreriez, en 5\u00a0000 signes au plus.",
    amount: "Écrivez ce montant en chiffres, plus grand que zéro\u00a0: par exemple 580 ou 49,90.",
    period: "Choisissez un rythme dans la liste.",
    ready: "Cette date n’existe pas ou ne se lit pas. Écrivez-la ainsi\u00a0: 01/03/2027.",
    terms: "Dites-le en 5\u00a0000 signes au plus.",
    url: "Donnez une adresse complète, qui commence par https://.",
    visibility: "Choisissez une des réponses proposées.",
  } satisfies Record<AnswerField, string>,
};

const en: typeof fr = {
  title: "Answer as a host",
  lead: (title, who) => `${who} looks for: “${title}”. Say what you would deliver, for how much, by when.`,
  changeTitle: "My answer",
  fields: {
    provider: ["Name of the host", "You answer with your own account: say for which host."],
    text: ["What you would deliver", "In the words of the association: what is included, and what is not."],
    amount: ["Amount", "Write for example 580 or 49.90. Empty: on quote."],
    period: ["This amount is", ""],
    ready: ["Ready on", ""],
    terms: ["Terms", "For example: you leave at any time, with your data."],
    url: ["To know more", "The address of your offer or site."],
  },
  periods: { "": "paid once", month: "a month", quarter: "a quarter", year: "a year" },
  visibility: "Who reads your answer",
  visibilities: {
    everyone: ["Everybody", "The others who take part know what to expect."],
    requester: ["Only the steward of the request", "Nobody else sees it."],
  },
  submit: "Send the answer",
  submitChange: "Save the change",
  together: "Answer together with other hosts",
  joint: "Your joint answer",
  jointDesk: "See it at the desk",
  withdraw: "Take my answer back",
  withdrawText: "It cannot be chosen any more. You may send another one.",
  chosen: "Your answer is chosen.",
  chosenText: "Come to an agreement with the steward of the request.",
  refusedTitle: "Your answer was not taken",
  closedTitle: "This request takes no more answers",
  done: { made: "Your answer is sent.", changed: "Your answer is changed.", withdrawn: "Your answer is taken back." },
  faults: {
    provider: "Say it in 200 signs at most.",
    text: "Say what you would deliver, in 5,000 signs at most.",
    amount: "Write this amount in figures, more than nothing: 580 or 49.90 for example.",
    period: "Choose from the list.",
    ready: "There is no such day, or it cannot be read. Write it like this: 01/03/2027.",
    terms: "Say it in 5,000 signs at most.",
    url: "Give a whole address that begins with https://.",
    visibility: "Choose one of the answers.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
