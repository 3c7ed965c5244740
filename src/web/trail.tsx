import type { Language } from "../foundation/language.ts";

const words: Record<Language, string> = { fr: "Vous êtes ici", en: "You are here" };

/** Where a page is: the pages above it, each a link, and its own name. */
export function Trail({
  language,
  above,
  here,
}: {
  readonly language: Language;
  readonly above: readonly { readonly href: string; readonly label: string }[];
  readonly here: string;
}) {
  return (
    <nav class="breadcrumb" aria-label={words[language]}>
      <ol>
        {above.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
