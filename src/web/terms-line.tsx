import type { Language } from "../foundation/language.ts";
import { Term } from "./term.tsx";
import type { TermCode } from "./terms.ts";

/** Words that people mix up, each explained by a click, beside the place where they are needed. */
export function TermsLine({ codes, language }: { readonly codes: readonly TermCode[]; readonly language: Language }) {
  if (codes.length === 0) return null;
  return (
    <p class="small soft">
      {said[language]}{" "}
      {codes.map((code, at) => (
        <>
          {at > 0 && " · "}
          <Term code={code} language={language} />
        </>
      ))}
    </p>
  );
}

const said: Readonly<Record<Language, string>> = { fr: "Que veut dire\u202f?", en: "What does it mean?" };
