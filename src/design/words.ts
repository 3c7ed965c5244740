import type { Language } from "../foundation/language.ts";

const fr = {
  title: "L’apparence d’Essaim",
  description: "Le signe, les couleurs, les lettres et chaque composant des pages, dans tous leurs états.",
  lead: "Tout ce dont les pages sont faites, dans tous les états : leurs composants mêmes partout où le code en a, et les feuilles de style qu’elles reçoivent. Les contrastes sont mesurés sur les couleurs servies.",
  invented: "Les noms, les prix et les dates des exemples sont inventés.",
  idea: "Un point est toujours quelqu’un ou quelque chose de réel",
  ideaText:
    "Un vol d’étourneaux n’a ni chef ni centre ; de beaucoup d’oiseaux naît une forme. Ici, un point est un hébergeur sur la carte, une place, une personne, un acte au journal. Autour des points, le papier des associations : le panneau à la porte, le tampon dateur, les languettes d’une petite annonce.",
  scheme: "Éclairage",
  schemes: { auto: "Comme votre appareil", light: "Clair", dark: "Sombre" },
  contents: "Sur cette page",
  sheets: "Feuilles de style :",
  groups: {
    identity: "L’identité",
    reading: "Lire et comprendre",
    paths: "Se repérer",
    asking: "Répondre à des questions",
    desk: "Le bureau de l’hébergeur",
    exchange: "Se parler, se souvenir",
    directory: "Chercher et comparer",
    funding: "Financer ensemble",
  },
};

const en: typeof fr = {
  title: "The look of Essaim",
  description: "The mark, the colours, the letters and every component of the pages, in every state.",
  lead: "All that pages are made of, in every state: their very components wherever the code has some, and the style sheets that they get. Contrasts are measured on the colours that are served.",
  invented: "The names, prices and dates of the examples are invented.",
  idea: "A point is always someone or something real",
  ideaText:
    "A flight of starlings has no chief and no centre; from many birds a shape appears. Here a point is a host on the map, a place, a person, an act in the journal. Around the points, the paper of associations: the board by the door, the date stamp, the strips of a small ad.",
  scheme: "Light",
  schemes: { auto: "As your device", light: "Light", dark: "Dark" },
  contents: "On this page",
  sheets: "Style sheets:",
  groups: {
    identity: "The identity",
    reading: "Reading and understanding",
    paths: "Finding one’s way",
    asking: "Answering questions",
    desk: "The host’s desk",
    exchange: "Talking, remembering",
    directory: "Looking for and comparing",
    funding: "Funding together",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };

export type Group = keyof typeof fr.groups;
