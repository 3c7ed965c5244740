import { type ShownState, takesIn } from "../availability/availability.ts";
import type { Language } from "../foundation/language.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { ownLanguage } from "../web/text-language.ts";
import type { ListedHost } from "./catalogue.ts";
import type { Recommended } from "./named-hosts.ts";
import { words } from "./recommended-words.ts";

export interface InsteadProps {
  /** The host that cannot, with the language that it writes in. */
  readonly by: { readonly name: string; readonly language: string };
  readonly state: ShownState;
  readonly recommended: readonly Recommended[];
  /** Where a host has its page at this site. */
  hrefOf(host: ListedHost): string;
  readonly language: Language;
}

/** Where an offer takes nobody in: whom its host recommends instead. Nothing where it takes somebody in, or recommends nobody. */
export function Instead({ by, state, recommended, hrefOf, language }: InsteadProps) {
  const word = words[language];
  if (takesIn(state) || state === "unknown" || recommended.length === 0) return null;
  return (
    <div class="stack stack-2">
      <h2 class="like-h4">{word.title}</h2>
      <ul class="list small">
        {recommended.map(({ to, why, host }) => (
          <li>
            {host ? (
              <a href={hrefOf(host)} {...spoken(host.profile.language, language)}>
                {host.profile.name}
              </a>
            ) : (
              <MaybeLink text={to} />
            )}
            {why && <span {...ownLanguage(why, by.language)}> · {why}</span>}
          </li>
        ))}
      </ul>
      <p class="small soft">{word.by(by.name)}</p>
    </div>
  );
}
