import type { Language } from "../foundation/language.ts";
import { words } from "../offers/joint-words.ts";
import type { Found } from "./directory.ts";
import { FoundCards } from "./found-parts.tsx";

interface GivenTogetherProps {
  readonly offers: readonly Found[];
  readonly language: Language;
  readonly now: Date;
}

/** What a host gives together with others, where another leads it; nothing where there is none. */
export function GivenTogether({ offers, language, now }: GivenTogetherProps) {
  if (offers.length === 0) return null;
  const word = words[language];
  return (
    <section class="stack" aria-labelledby="given-together">
      <h2 id="given-together">{word.togetherTitle(offers.length)}</h2>
      <p>{word.togetherText(offers.length)}</p>
      <FoundCards items={offers} language={language} now={now} quantity={null} />
    </section>
  );
}
