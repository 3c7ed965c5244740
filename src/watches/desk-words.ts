import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Veilles",
  lead: "Les recherches que des personnes suivent depuis ce site, pour savoir quand une place s’ouvre. Vous voyez combien elles sont, jamais qui.",
  search: "Recherche",
  account: "Compte",
  followers: "Abonnés",
  readers: "Par courriel",
  since: "Depuis",
  noAccount: "aucun",
  people: (n: number) => (n === 0 ? "personne" : n === 1 ? "1 personne" : `${n} personnes`),
  retire: "Arrêter",
  retireWhat: (search: string) => `Arrêter la veille «\u00a0${search}\u00a0»`,
  retireTitle: "Arrêter cette veille",
  retireText:
    "Son compte disparaît chez tous ses abonnés, et son nom ne servira plus. Les adresses de courriel données pour elle sont effacées. Cela ne se défait pas\u00a0: qui refera la recherche aura un autre compte.",
  cancel: "Garder la veille",
  none: "Personne ne veille sur une recherche depuis ce site.",
  noneMore: "Une veille s’ouvre depuis l’annuaire, sous toute recherche.",
  more: (n: number) => `Les ${n} premières sont montrées ici.`,
  did: { retired: "La veille est arrêtée." },
};

const en: typeof fr = {
  title: "Watches",
  lead: "The searches that people follow from this site, to hear when a place opens. You see how many they are, never who.",
  search: "Search",
  account: "Account",
  followers: "Followers",
  readers: "By e-mail",
  since: "Since",
  noAccount: "none",
  people: (n) => (n === 0 ? "nobody" : n === 1 ? "1 person" : `${n} people`),
  retire: "End",
  retireWhat: (search) => `End the watch “${search}”`,
  retireTitle: "End this watch",
  retireText:
    "Its account is gone for all its followers, and its name is used no more. The e-mail addresses given for it are erased. This cannot be undone: whoever searches for the same again gets another account.",
  cancel: "Keep the watch",
  none: "Nobody watches a search from this site.",
  noneMore: "A watch begins in the directory, below any search.",
  more: (n) => `The first ${n} are shown here.`,
  did: { retired: "The watch has ended." },
};

export const words: Record<Language, typeof fr> = { fr, en };
