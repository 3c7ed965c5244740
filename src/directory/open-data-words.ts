import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Les données de l’annuaire",
  lead: "Tout ce que l’annuaire montre, à reprendre librement\u00a0: pour une étude, une carte, un autre annuaire.",
  files: {
    json: "Les hébergeurs et leurs offres, au complet. Avec since=2026-11-01 dans l’adresse, ce qui a changé depuis.",
    csv: "Une ligne par offre, pour un tableur\u00a0: séparée par des points-virgules, en UTF-8.",
    librehost: "La liste des hébergeurs et de leur fiche, telle que les LibreHosters la lisent.",
    feed: "Ce qui s’ajoute et ce qui s’ouvre, avec les mêmes filtres que l’annuaire.",
    api: "La recherche, pour les programmes.",
  },
  licenseTitle: "Sous quelle licence",
  licenseText:
    "Vous pouvez copier, changer et publier ces données, en disant d’où elles viennent et de quand elles sont\u00a0:",
  cite: (origin: string) => `Par exemple\u00a0: «\u00a0annuaire de l’essaim, ${origin}, le 26 novembre 2026\u00a0».`,
  careTitle: "Ce qu’il faut savoir",
  care: [
    "Chaque hébergeur dit ces choses sur son propre site\u202f; le champ origin dit lequel, et confirmed dit quand cela a été confirmé.",
    "Le champ trust dit jusqu’où ce site se fie à l’hébergeur\u00a0: 3 quand d’autres s’en portent garants, 4 quand ce site le suit, ou quand c’est lui. Un autre site peut en juger autrement.",
    "Une disponibilité qui n’a pas été confirmée à temps est dite unknown.",
    "Il n’y a ni courriel ni téléphone dans ces fichiers.",
  ],
};

const en: typeof fr = {
  title: "The data of the directory",
  lead: "All that the directory shows, to be taken up freely: for a study, a map, another directory.",
  files: {
    json: "The hosts and their offers, in full. With since=2026-11-01 in the address, what has changed since.",
    csv: "One line an offer, for a spreadsheet: parted by semicolons, in UTF-8.",
    librehost: "The list of hosts and of their own description, as LibreHosters read it.",
    feed: "What is added and what opens, with the same filters as the directory.",
    api: "The search, for programs.",
  },
  licenseTitle: "Under which licence",
  licenseText: "You may copy, change and publish this data, saying where it comes from and of which day it is:",
  cite: (origin) => `For example: “directory of the swarm, ${origin}, 26 November 2026”.`,
  careTitle: "What to know",
  care: [
    "Each host says these things on its own site; the field origin says which, and confirmed when that was last confirmed.",
    "The field trust says how far this site trusts the host: 3 when others vouch for it, 4 when this site follows it, or is it. Another site may see it otherwise.",
    "An availability that was not confirmed in time is said to be unknown.",
    "There are no e-mail addresses and no telephone numbers in these files.",
  ],
};

export const words: Record<Language, typeof fr> = { fr, en };
