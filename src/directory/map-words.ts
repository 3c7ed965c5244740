import type { Language } from "../foundation/language.ts";

const fr = {
  title: "La carte des territoires",
  lead: (hosts: string, many: boolean) =>
    many
      ? `${hosts} hébergeurs disent pour quels territoires ils sont là. Choisissez un département pour voir leurs offres.`
      : "Un hébergeur dit pour quels territoires il est là. Choisissez un département pour voir ses offres.",
  leadNone: "Aucun hébergeur n’est encore connu ici. La carte se remplira avec l’annuaire.",
  map: "Carte de France\u00a0: combien d’hébergeurs par département",
  toList: "Passer la carte, aller à la liste",
  area: (name: string, hosts: string) => `${name}\u00a0: ${hosts}`,
  hosts: (n: string, many: boolean) => (many ? `${n} hébergeurs` : n === "0" ? "aucun hébergeur" : "1 hébergeur"),
  steps: ["Aucun hébergeur", "Un hébergeur", "Deux ou trois", "De quatre à sept", "Huit et plus"],
  list: "Département par département",
  placeless: "Sans territoire précis",
  placelessText:
    "Ces hébergeurs ne nomment aucun lieu en France\u00a0: ils travaillent à distance, ailleurs, ou ne l’ont pas dit.",
  empty: "Un département sans nombre n’est encore nommé par aucun hébergeur.",
  note: "Être là pour un département ne veut pas dire refuser les autres\u00a0: chaque offre dit ce qu’il en est.",
};

const en: typeof fr = {
  title: "The map of territories",
  lead: (hosts, many) =>
    many
      ? `${hosts} hosts say for which territories they are there. Choose a department to see their offers.`
      : "One host says for which territories it is there. Choose a department to see its offers.",
  leadNone: "No host is known here yet. The map fills with the directory.",
  map: "Map of France: how many hosts for each department",
  toList: "Skip the map, go to the list",
  area: (name, hosts) => `${name}: ${hosts}`,
  hosts: (n, many) => (many ? `${n} hosts` : n === "0" ? "no host" : "1 host"),
  steps: ["No host", "One host", "Two or three", "Four to seven", "Eight and more"],
  list: "Department by department",
  placeless: "Without a territory in France",
  placelessText: "These hosts name no place in France: they work at a distance, elsewhere, or have not said.",
  empty: "A department without a number is named by no host yet.",
  note: "To be there for a department does not mean refusing others: each offer says how it stands.",
};

export const words: Record<Language, typeof fr> = { fr, en };
