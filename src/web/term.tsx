import type { Language } from "../foundation/language.ts";
import { Gloss } from "./gloss.tsx";
import { type TermCode, terms } from "./terms.ts";

export interface TermProps {
  readonly code: TermCode;
  readonly language: Language;
  /** As the sentence has it, where that is not the word itself. */
  readonly children?: string;
}

/** A word of the glossary, explained where it stands. Once a page for each word, and never within a label: it is a button. */
export function Term({ code, language, children }: TermProps) {
  const { word, meaning } = terms[language][code];
  return (
    <Gloss id={`word-${code}`} term={children ?? word}>
      {children !== undefined && <b>{word}. </b>}
      {meaning} <a href={`/about/words#${code}`}>{allWords[language]}</a>
    </Gloss>
  );
}

const allWords: Readonly<Record<Language, string>> = { fr: "Tous les mots", en: "All the words" };
