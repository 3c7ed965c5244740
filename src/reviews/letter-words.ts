import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Letter } from "../foundation/mail.ts";
import type { ShownReview } from "./queries.ts";
import { words as taskWords } from "./task-words.ts";
import { words as publicWords } from "./words.ts";

/** Tells our own host what another says of one of its commitments, and where to answer. */
export function heardLetter(
  { name, verdict, claim, why, evidence, said, address }: ShownReview,
  { to, language, page }: { readonly to: string; readonly language: Language; readonly page: string },
): Letter {
  const [word, spoken] = [words[language], publicWords[language]];
  const subject = taskWords[language].heard[verdict](name);
  const parts = [
    word.hello,
    `${subject}, ${spoken.on(dateWords(said, language))}${word.colon}\n\n    ${claim}`,
    why && `${word.why}\n\n    ${why}`,
    evidence && `${spoken.evidence} ${evidence}`,
    `${word.source} ${address}`,
    `${word.answer}\n\n${page}`,
    word.once,
  ];
  return { to, subject, text: `${parts.filter((part) => part).join("\n\n")}\n` };
}

const fr = {
  hello: "Bonjour,",
  colon: "\u00a0:",
  why: "Sa raison\u00a0:",
  source: "L’avis, sur son site\u00a0:",
  answer: "Pour le lire avec les autres avis et y répondre\u00a0:",
  once: "Tant que personne n’a lu cette page, nous ne vous écrirons plus pour d’autres avis du même hébergeur.",
};

const en: typeof fr = {
  hello: "Hello,",
  colon: ":",
  why: "Its reason:",
  source: "The review, at its own site:",
  answer: "To read it with the other reviews, and to answer:",
  once: "Until somebody has read that page, we will not write again for other reviews of the same host.",
};

const words: Record<Language, typeof fr> = { fr, en };
