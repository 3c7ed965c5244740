import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Lignes d’un formulaire",
  text: "Plusieurs choses de même sorte\u00a0: chacune dans son cadre, une ligne vide à la fin, ce qui sert peu replié.",
  formula: "Petite association",
  name: "Nom de la formule",
  people: "Personnes",
  counting: "Façon de compter",
  ways: { flat: "un prix", graduated: "par tranches" },
  price: "Prix",
  rare: "TVA, adhésion, prix solidaire",
  vat: "Taux de TVA",
  remove: "Retirer cette formule à l’enregistrement",
  needs: "Besoins couverts",
  boxes: ["Partage de fichiers", "Agenda", "Courriel", "Site web"],
  up: "Monter",
  down: "Descendre",
  rows: "Faits",
  row: "Ligne 1",
  fact: "De quoi il s’agit",
  factValue: "Équipe",
};

const en: typeof fr = {
  title: "Rows of a form",
  text: "Several things of one kind: each in its frame, an empty one at the end, what is rarely needed folded away.",
  formula: "Small association",
  name: "Name of the tier",
  people: "People",
  counting: "How it is counted",
  ways: { flat: "one price", graduated: "by steps" },
  price: "Price",
  rare: "VAT, membership, solidarity price",
  vat: "VAT rate",
  remove: "Remove this tier when saving",
  needs: "Needs covered",
  boxes: ["File sharing", "Calendar", "Mail", "Website"],
  up: "Up",
  down: "Down",
  rows: "Facts",
  row: "Row 1",
  fact: "What it is about",
  factValue: "Team",
};

export const words: Record<Language, typeof fr> = { fr, en };
