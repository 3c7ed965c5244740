import type { Language } from "../foundation/language.ts";

const fr = {
  asks: (name: string) => `${name} vous demande, avec d’autres hébergeurs`,
  result: (name: string) => `Vous prenez la tête pour ${name}\u00a0: faites une proposition`,
  paper: (name: string) => `Le devis commun pour ${name} attend votre suite`,
  agree: (name: string) => `Une proposition commune pour ${name} attend votre accord`,
  received: (day: string) => `Reçue le ${day}.`,
  open: "Lire et répondre",
  held: (count: number) =>
    count === 1
      ? "Une demande à plusieurs hébergeurs est à relire"
      : `${count} demandes à plusieurs hébergeurs sont à relire`,
  heldWhy: "Leur auteur est nouveau ici\u00a0: rien ne part avant votre accord.",
  heldOpen: "Relire",
};

const en: typeof fr = {
  asks: (name) => `${name} asks you, together with other hosts`,
  result: (name) => `You lead for ${name}: make a proposal`,
  paper: (name) => `The joint quote for ${name} waits for you`,
  agree: (name) => `A joint proposal for ${name} waits for your agreement`,
  received: (day) => `Received on ${day}.`,
  open: "Read and answer",
  held: (count) =>
    count === 1 ? "A request to several hosts is to be read" : `${count} requests to several hosts are to be read`,
  heldWhy: "Who wrote it is new here: nothing leaves before you say so.",
  heldOpen: "Read",
};

export const words: Record<Language, typeof fr> = { fr, en };
