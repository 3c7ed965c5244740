import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Profil",
  lead: "Ce que les autres savent de votre association.",
  name: "Nom de l’association",
  presentation: "Ce que vous faites",
  territory: "Où vous agissez",
  territoryHint: "Une commune, un code postal, un département ou une région.",
  sector: "Votre domaine",
  sectorHint: "Par exemple\u00a0: théâtre, aide alimentaire, sport.",
  rna: "Numéro RNA",
  rnaHint: "Un W et neuf chiffres, comme W353000123.",
  siret: "Numéro SIRET",
  siretHint: "Quatorze chiffres.",
  website: "Site web",
  public: "Ce qui est montré",
  publicOption: "Montrer ce profil, et laisser les autres nous suivre",
  publicHint:
    "L’association a une page publique et un compte que l’on peut suivre depuis Mastodon ou ailleurs. Sinon, seul son nom est montré, avec ce qu’elle demande et promet.",
  handle: (address: string) => `Sur les autres serveurs, l’association s’appelle ${address}.`,
  page: "Voir sa page",
  later: "Ce nom ne change plus une fois donné\u00a0: les autres serveurs le retiennent.",
  conflict:
    "Une autre personne de l’association a changé ce profil pendant que vous écriviez. Relisez, puis enregistrez de nouveau.",
};

const en: typeof fr = {
  title: "Profile",
  lead: "What others know of your association.",
  name: "Name of the association",
  presentation: "What you do",
  territory: "Where you act",
  territoryHint: "A commune, a postcode, a department or a region of France.",
  sector: "Your field",
  sectorHint: "For example: theatre, food aid, sport.",
  rna: "RNA number",
  rnaHint: "A W and nine figures, like W353000123.",
  siret: "SIRET number",
  siretHint: "Fourteen figures.",
  website: "Website",
  public: "What is shown",
  publicOption: "Show this profile, and let others follow us",
  publicHint:
    "The association has a public page and an account that can be followed from Mastodon or elsewhere. Otherwise only its name is shown, with what it asks and promises.",
  handle: (address) => `On other servers, the association is called ${address}.`,
  page: "See its page",
  later: "This name does not change once given: other servers remember it.",
  conflict:
    "Somebody else of the association changed this profile while you wrote. Read it again, then save once more.",
};

export const words: Record<Language, typeof fr> = { fr, en };
