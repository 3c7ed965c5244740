import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Clés pour les programmes",
  lead: "Une clé permet à un programme de lire ou de changer ce qui est ici, par l’API. Donnez-en une par programme\u00a0: vous pourrez la retirer seule.",
  documentation: "Lire comment l’API s’utilise",
  made: "Voici la clé. Copiez-la maintenant\u00a0: elle ne sera plus jamais montrée.",
  label: "À quoi sert-elle\u202f?",
  labelHint: "Pour la reconnaître plus tard. Par exemple «\u00a0Notre site web\u00a0».",
  labelMissing: "Dites à quoi elle sert, en quelques mots.",
  scope: "Ce qu’elle permet",
  scopeMissing: "Choisissez ce qu’elle permet.",
  create: "Faire une clé",
  none: "Aucune clé pour l’instant.",
  columns: { label: "Clé", scope: "Permet de", created: "Faite le", used: "Dernier usage" },
  never: "jamais",
  end: "Retirer",
  endOf: (label: string) => `Retirer la clé «\u00a0${label}\u00a0»`,
  ended: "La clé est retirée. Le programme qui s’en servait ne peut plus entrer.",
};

const en: typeof fr = {
  title: "Keys for programs",
  lead: "A key lets a program read or change what is here, through the API. Give one to each program: you can take it back alone.",
  documentation: "Read how the API is used",
  made: "This is the key. Copy it now: it will never be shown again.",
  label: "What is it for?",
  labelHint: "To know it later. For example “Our website”.",
  labelMissing: "Say what it is for, in a few words.",
  scope: "What it allows",
  scopeMissing: "Choose what it allows.",
  create: "Make a key",
  none: "No key yet.",
  columns: { label: "Key", scope: "Allows to", created: "Made on", used: "Last used" },
  never: "never",
  end: "Take back",
  endOf: (label) => `Take back the key “${label}”`,
  ended: "The key is taken back. The program that used it can no longer enter.",
};

export const words: Record<Language, typeof fr> = { fr, en };
