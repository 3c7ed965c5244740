import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** The known word that a mistyped one is likeliest to be; null where none is near enough. */
export async function nearestSpelling(reader: Reader, typed: string): Promise<string | null> {
  if (typed.length > 40) return null;
  const { rows } = await sql<{ plain: string; word: string }>`
    with asked as (select lower(unaccent(${typed})) as plain),
    alike as (
      (select word from catalogue_spellings, asked where word % plain order by similarity(word, plain) desc, word limit 60)
      union (select word from catalogue_spellings, asked
        where length(plain) <= 5 and word like left(plain, 1) || '%' and length(word) between length(plain) - 1 and length(plain) + 1
        limit 3000)
    )
    select plain, word from alike, asked`.execute(reader);
  const near = rows.map(({ plain, word }) => ({ word, slips: slipsBetween(plain, word), allowed: slipsAllowed(plain) }));
  const [best] = near.filter(({ slips, allowed }) => slips <= allowed).sort((a, b) => a.slips - b.slips || order(a.word, b.word));
  return best?.word ?? null;
}

/** How many slips of the keyboard a word of this length may hold and still be known. */
function slipsAllowed({ length }: string): number {
  return length <= 3 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3;
}

const order = (one: string, other: string): number => (one < other ? -1 : 1);

/** Letters left out, put in, taken for others or swapped with the next, until one word is the other. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const changed = (last[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const swapped = a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1] ? (before[at - 2] ?? 0) + 1 : changed;
      next.push(Math.min(changed, swapped, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
