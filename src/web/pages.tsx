import type { Language } from "../foundation/language.ts";

const words: Record<Language, { label: string; before: string; after: string; page(n: number): string }> = {
  fr: { label: "Pages", before: "Page précédente", after: "Page suivante", page: (n) => `Page ${n}` },
  en: { label: "Pages", before: "Page before", after: "Next page", page: (n) => `Page ${n}` },
};

/** The way to the page before and the one after; nothing where there is only one. `href` gives the address of a page. */
export function PageLinks({
  language,
  page,
  more,
  href,
}: {
  readonly language: Language;
  readonly page: number;
  /** Whether another one follows. */
  readonly more: boolean;
  href(page: number): string;
}) {
  if (page === 1 && !more) return null;
  const word = words[language];
  return (
    <nav class="pagination" aria-label={word.label}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)}>{word.before}</a>
          </li>
        )}
        <li>
          <span aria-current="page">{word.page(page)}</span>
        </li>
        {more && (
          <li>
            <a href={href(page + 1)}>{word.after}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
