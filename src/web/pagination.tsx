export interface PaginationProps {
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly words: { readonly before: string; readonly next: string };
  hrefOf(page: number): string;
}

/** The pages of a long list: the ends, where one is, and its neighbours. */
export function Pagination({ label, page, pages, words, hrefOf }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label={label}>
      <ul>
        {page > 1 && <Way href={hrefOf(page - 1)} word={words.before} />}
        {shownPages(page, pages).map((shown, i, all) => (
          <>
            {shown - (all[i - 1] ?? 0) > 1 && (
              <li>
                <span aria-hidden="true">…</span>
              </li>
            )}
            {shown === page ? (
              <li>
                <span aria-current="page">{page}</span>
              </li>
            ) : (
              <Way href={hrefOf(shown)} word={String(shown)} />
            )}
          </>
        ))}
        {page < pages && <Way href={hrefOf(page + 1)} word={words.next} />}
      </ul>
    </nav>
  );
}

function Way({ href, word }: { readonly href: string; readonly word: string }) {
  return (
    <li>
      <a href={href}>{word}</a>
    </li>
  );
}

/** "1 … 6 7 8 … 20". */
function shownPages(page: number, pages: number): readonly number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  return [...new Set(wanted)].sort((a, b) => a - b);
}
