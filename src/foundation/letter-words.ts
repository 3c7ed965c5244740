import type { Language } from "./language.ts";

/** The text of a letter: a greeting, and its paragraphs one below the other; those that say nothing are left out. */
export function letterText(language: Language, paragraphs: readonly (string | null)[]): string {
  return textOf([words[language].hello, ...paragraphs]);
}

/** The same to those at the desk: what they hear there is told to the address that the host gives as its own. */
export function deskLetterText(language: Language, paragraphs: readonly (string | null)[], page: string): string {
  const word = words[language];
  return letterText(language, [...paragraphs, `${word.atDesk}\n\n${page}`, word.why]);
}

/** Paragraphs without a greeting, as of a message. */
export function textOf(paragraphs: readonly (string | null)[]): string {
  return `${paragraphs.filter((one) => one !== null && one !== "").join("\n\n")}\n`;
}

const fr = {
  hello: "Bonjour,",
  atDesk: "Pour lire la suite, au bureau\u00a0:",
  why: "Cette lettre va à l’adresse de contact que vous publiez. Vous la changez au bureau, dans «\u00a0Votre page d’hébergeur\u00a0».",
};

const en: typeof fr = {
  hello: "Hello,",
  atDesk: "To read on, at the desk:",
  why: "This letter goes to the contact address that you publish. You change it at the desk, in “Your host’s page”.",
};

const words: Record<Language, typeof fr> = { fr, en };
