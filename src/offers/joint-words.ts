import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Qui fait quoi",
  joint: "Offre commune",
  colon: "\u00a0:",
  offerOf: "Une offre commune de",
  jointBy: (names: string) => `Offre commune de ${names}`,
  with: (names: string) => `Offre commune avec ${names}`,
  lead: (names: string) =>
    `Cette offre est donnée ensemble par ${names}. Chacun a donné son accord, sur son propre site, à tout ce qui est écrit ici.`,
  checked: (day: string) => `Nous avons vérifié ces accords le ${day}.`,
  columns: { host: "Hébergeur", roles: "Son rôle", does: "Ce qu’il fait", share: "Sa part du prix" },
  total: "En tout",
  alone: (name: string) => `${name}, seul`,
  percent: (n: string) => `${n}\u00a0%`,
  partClosed: "Cette partie est fermée pour l’instant.",
  invoicing: "Contrat et factures",
  support: "Pour être aidé",
  liability: "Si quelque chose va mal",
  leaving: "Si l’un d’eux arrête",
  modes: {
    suspend: "Tout est suspendu, le temps de trouver une suite.",
    shrink: "Les autres continuent sans sa part, s’ils en sont d’accord.",
  },
  suspendedTitle: "Cette offre est suspendue",
  suspendedText: (names: string) =>
    `Elle est donnée ensemble par ${names}, et tous n’en sont plus d’accord, ou ne peuvent plus le montrer. Personne de nouveau ne peut la demander. Celles et ceux qui s’en servent lisent ci-dessous ce qui est prévu.`,
  togetherTitle: (n: number): string => (n > 1 ? "Offres données ensemble" : "Offre donnée ensemble"),
  togetherText: (n: number) =>
    `Avec d’autres hébergeurs. ${n > 1 ? "Chacune" : "Elle"} est publiée chez celui qui la mène.`,
};

const en: typeof fr = {
  title: "Who does what",
  joint: "Joint offer",
  colon: ":",
  offerOf: "A joint offer of",
  jointBy: (names) => `Joint offer of ${names}`,
  with: (names) => `Joint offer with ${names}`,
  lead: (names) =>
    `This offer is given together by ${names}. Each has agreed, on its own site, to all that is written here.`,
  checked: (day) => `We checked these agreements on ${day}.`,
  columns: { host: "Host", roles: "Its role", does: "What it does", share: "Its share of the price" },
  total: "All together",
  alone: (name) => `${name} alone`,
  percent: (n) => `${n}%`,
  partClosed: "This part is closed for now.",
  invoicing: "Contract and invoices",
  support: "To get help",
  liability: "If something goes wrong",
  leaving: "If one of them stops",
  modes: {
    suspend: "All of it is suspended until a way on is found.",
    shrink: "The others go on without its part, if they agree.",
  },
  suspendedTitle: "This offer is suspended",
  suspendedText: (names) =>
    `It is given together by ${names}, and not all of them agree to it any more, or can still show that they do. Nobody new can ask for it. Those who use it read below what is foreseen.`,
  togetherTitle: (n) => (n > 1 ? "Offers given together" : "Offer given together"),
  togetherText: (n) => `With other hosts. ${n > 1 ? "Each" : "It"} is published at the one that leads it.`,
};

export const words: Record<Language, typeof fr> = { fr, en };
