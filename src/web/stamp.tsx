import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { words } from "./words.ts";

export interface StampProps {
  /** A day or an instant: when somebody last said that this is still true. */
  readonly confirmed: string | Date;
  readonly now: Date;
  readonly language: Language;
  readonly tilted?: boolean;
}

/** The date stamp on a fact that ages: after two months its line breaks, after six it says so. */
export function Stamp({ confirmed, now, language, tilted = false }: StampProps) {
  const word = words[language];
  const instant = typeof confirmed === "string" ? new Date(confirmed) : confirmed;
  const days = (now.getTime() - instant.getTime()) / 86_400_000;
  const [age, sentence] =
    days > 183 ? [" stamp-old", word.stampOld] : days > 61 ? [" stamp-ageing", word.stampAgeing] : ["", word.stamp];
  return (
    <p class={`stamp${age}${tilted ? " stamp-tilt" : ""}`}>
      {sentence} <time datetime={instant.toISOString().slice(0, 10)}>{dateWords(confirmed, language, "short")}</time>
    </p>
  );
}
