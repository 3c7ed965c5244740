import type { Language } from "../foundation/language.ts";
import type { Period } from "../offers/price.ts";
import type { TermsFault } from "./desk-terms-form.ts";
import type { Noun } from "./kind-words.ts";

const frStill = {
  title: "Qui fait quoi",
  lead: "Tout ce qui est écrit ici sera lu par qui cherche un hébergeur, et accepté par chacun de vous.",
  changesAsk: "Chaque changement ici demande de nouveau l’accord de tous.",
  meanwhile:
    "Quelqu’un a changé cela pendant que vous écriviez. Vos réponses sont gardées\u00a0: relisez, puis enregistrez de nouveau.",
  partOf: (name: string) => `${name}\u00a0: sa part`,
  newcomer: "Nouvel hébergeur",
  roles: "Son rôle",
  does: "Ce qu’il fait",
  doesHint: "Une phrase ou deux, pour une association.",
  share: "Sa part du prix",
  shareHint: "Un montant comme 80, ou un pourcentage comme 40\u00a0%. Dites-la pour tous, ou pour personne.",
  add: "Ajouter un hébergeur",
  price: "Le prix pour l’association",
  total: "Prix en tout",
  period: "Ces montants sont",
  engage: "Ce à quoi vous vous engagez",
  invoicing: "Qui envoie le contrat et les factures",
  support: "À qui l’on s’adresse pour être aidé",
  supportElse: "Autrement, comme écrit ci-dessous",
  supportWords: "Adresse ou explication",
  liability: "Qui répond de quoi, si quelque chose va mal",
  mode: "Si l’un de vous s’arrête",
  leaving: "Ce que vous promettez alors",
  leavingHint: "Par exemple\u00a0: trois mois de préavis, et chacun garde ses données.",
  text: "Autre chose à dire",
  save: "Enregistrer",
  back: "Revenir sans enregistrer",
  periods: {
    once: "en une fois",
    day: "par jour",
    month: "par mois",
    quarter: "par trimestre",
    year: "par an",
  } satisfies Record<Period, string>,
  faults: {
    "too-long": "Ce texte est trop long. Dites-le plus court.",
    amount: "Écrivez ce montant en chiffres\u00a0: par exemple 120 ou 49,90.",
    share: "Écrivez un montant comme 80, ou un pourcentage comme 40\u00a0%.",
    period: "Choisissez un rythme dans la liste.",
    invoicing: "Choisissez qui envoie les factures.",
    mode: "Dites ce qui se passe si l’un de vous s’arrête.",
  } satisfies Record<TermsFault, string>,
};

const fr = (n: Noun) => ({
  ...frStill,
  drop: `Retirer cet hébergeur ${n.of}`,
  totalHint: `Un seul montant, que l’association paie.${n.bare === "offre" ? " Les formules restent dans l’offre." : ""}`,
  modes: {
    suspend: [
      `${n.The} est suspendu${n.e}`,
      "Personne de nouveau n’entre, jusqu’à ce que tous soient d’accord sur la suite.",
    ],
    shrink: [
      "Les autres continuent sans sa part",
      `Sa part est rayée, et les autres acceptent ${n.the} plus petit${n.e}.`,
    ],
  } satisfies Record<"suspend" | "shrink", readonly [label: string, hint: string]>,
});

const enStill: typeof frStill = {
  title: "Who does what",
  lead: "All that is written here will be read by those who look for a host, and accepted by each of you.",
  changesAsk: "Each change here asks for everybody’s agreement again.",
  meanwhile:
    "Somebody changed this while you were writing. Your answers are kept: read them again, then save once more.",
  partOf: (name) => `${name}: its part`,
  newcomer: "New host",
  roles: "Its role",
  does: "What it does",
  doesHint: "A sentence or two, for an association.",
  share: "Its share of the price",
  shareHint: "An amount like 80, or a percentage like 40%. Say it of all, or of none.",
  add: "Add a host",
  price: "The price for the association",
  total: "Price all together",
  period: "These amounts are",
  engage: "What you promise",
  invoicing: "Who sends the contract and the invoices",
  support: "Whom people turn to for help",
  supportElse: "Otherwise, as written below",
  supportWords: "Address or explanation",
  liability: "Who answers for what, if something goes wrong",
  mode: "If one of you stops",
  leaving: "What you promise then",
  leavingHint: "For example: three months’ notice, and everybody keeps their data.",
  text: "Anything else",
  save: "Save",
  back: "Back without saving",
  periods: { once: "paid once", day: "a day", month: "a month", quarter: "a quarter", year: "a year" },
  faults: {
    "too-long": "This text is too long. Say it shorter.",
    amount: "Write this amount in figures: 120 or 49.90 for example.",
    share: "Write an amount like 80, or a percentage like 40%.",
    period: "Choose from the list.",
    invoicing: "Choose who sends the invoices.",
    mode: "Say what happens if one of you stops.",
  },
};

const en: typeof fr = (n) => ({
  ...enStill,
  drop: `Take this host out ${n.of}`,
  totalHint: `One amount, which the association pays.${n.bare === "offer" ? " Plans stay in the offer." : ""}`,
  modes: {
    suspend: [`${n.The} is suspended`, "Nobody new comes in until all agree on a way on."],
    shrink: ["The others go on without its part", `Its part is struck, and the others accept the smaller ${n.bare}.`],
  },
});

/** Where hosts write who does what in something of one kind. */
export const termsWords: Record<Language, typeof fr> = { fr, en };
