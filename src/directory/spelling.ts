import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** The known words that a mistyped one may be, the likeliest first; none where none is near enough. */
export async function nearestSpellings(reader: Reader, typed: string): Promise<readonly string[]> {
  if (typed.length > 40) return [];
  const { rows } = await sql<{ plain: string; word: string }>`
    with asked as (select lower(unaccent(${typed})) as plain),
    alike as (
      (select word from catalogue_spellings, asked where word % plain order by similarity(word, plain) desc, word limit 60)
      union (select word from catalogue_spellings, asked
        where length(plain) <= 5 and word like left(plain, 1) || '%' and length(word) between length(plain) - 1 and length(plain) + 1
        limit 3000)
    )
    select plain, word from alike, asked`.execute(reader);
  const near = rows.map(({ plain, word }) => ({
    word,
    slips: slipsBetween(plain, word),
    allowed: slipsAllowed(plain),
  }));
  return near
    .filter(({ slips, allowed }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips || order(a.word, b.word))
    .slice(0, most)
    .map(({ word }) => word);
}

const most = 10;

/** How many slips of the keyboard a word of this length may hold and still be known. */
function slipsAllowed({ length }: string): number {
  return length <= 3 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3;
}

const order = (one: string, other: string): number => (one < other ? -1 : 1);

/** Letters left out, put in, taken for others or swapped with the next, until one word is the other. */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const slips = a.map((): number[] => []);
  const until = (row: number, at: number): number => (row < 0 ? at + 1 : at < 0 ? row + 1 : (slips[row]?.[at] ?? 0));
  for (const [row, letter] of a.entries()) {
    for (const [at, wanted] of b.entries()) {
      const taken = until(row - 1, at - 1) + (letter === wanted ? 0 : 1);
      const swapped = letter === b[at - 1] && a[row - 1] === wanted ? until(row - 2, at - 2) + 1 : taken;
      slips[row]?.push(Math.min(taken, swapped, until(row - 1, at) + 1, until(row, at - 1) + 1));
    }
  }
  return until(a.length - 1, b.length - 1);
}
