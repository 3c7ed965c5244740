import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { deskLetterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { ShownReview } from "./queries.ts";
import { words as taskWords } from "./task-words.ts";
import { words as publicWords } from "./words.ts";

/** Tells our own host what another says of one of its commitments, and where to answer. */
export function heardLetter(
  { name, verdict, claim, why, said }: Pick<ShownReview, "name" | "verdict" | "claim" | "why" | "said">,
  { to, language, page }: { readonly to: string; readonly language: Language; readonly page: string },
): Letter {
  const [word, spoken] = [words[language], publicWords[language]];
  const subject = taskWords[language].heard[verdict](name);
  const parts = [
    `${subject}, ${spoken.on(dateWords(said, language))}${word.colon}\n\n    ${claim}`,
    why && `${word.why}\n\n    ${why}`,
    word.once,
  ];
  return { to, subject, text: deskLetterText(language, parts, page) };
}

const fr = {
  colon: "\u00a0:",
  why: "Sa raison\u00a0:",
  once: "Tant que personne ne l’a lu au bureau, nous ne vous écrirons plus pour d’autres avis du même hébergeur.",
};

const en: typeof fr = {
  colon: ":",
  why: "Its reason:",
  once: "Until somebody has read it at the desk, we will not write again for other reviews of the same host.",
};

const words: Record<Language, typeof fr> = { fr, en };
