import type { Language } from "../foundation/language.ts";
import { type TermCode, terms } from "./terms.ts";

export interface TermProps {
  readonly code: TermCode;
  readonly language: Language;
  /** As the sentence has it, where that is not the word itself. */
  readonly children?: string;
}

/**
 * A word with its explanation at hand, without a script: by keyboard, by touch, and, where a browser knows no popover, right
 * after the word. Once a page for each word, and never within a label.
 */
export function Term({ code, language, children }: TermProps) {
  const { word, meaning } = terms[language][code];
  const id = `word-${code}`;
  return (
    <>
      <button class="gloss" type="button" popovertarget={id}>
        {children ?? word}
      </button>
      <span class="gloss-text" id={id} popover="auto">
        {children !== undefined && <b>{word}. </b>}
        {meaning} <a href={`/about/words#${code}`}>{allWords[language]}</a>
      </span>
    </>
  );
}

const allWords: Readonly<Record<Language, string>> = { fr: "Tous les mots", en: "All the words" };
