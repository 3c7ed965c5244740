import type { HeadsRead } from "./heads.ts";
import { currencies } from "./money-names.ts";
import { countOf, numberAt } from "./numbers.ts";
import { type Found, phraseAt, phraseBefore, type Range } from "./phrases.ts";
import { beingSayings, leastSayings, neededSayings } from "./request-sayings.ts";
import type { Token } from "./tokens.ts";

/** "If at least four of us": a number without which nothing happens, where it stands, and the whole saying. */
export interface Headcount extends Range {
  readonly count: number;
  /** Where its number stands, with who is counted. */
  readonly heads: Range;
  /** Who is counted was not said. */
  readonly bare: boolean;
}

/** The first number of participants that is asked for. */
export function findHeadcount(tokens: readonly Token[], heads: readonly Found<HeadsRead>[]): Headcount | null {
  for (const one of heads) {
    const before = phraseBefore(leastSayings, tokens, one.from);
    const after = before ?? phraseAt(neededSayings, tokens, one.to);
    if (after === null) continue;
    const range = before ? { from: beginning(tokens, before.from), to: one.to } : { from: one.from, to: after.to };
    return { count: one.value.count, heads: one, bare: false, ...range };
  }
  return bareHeadcount(tokens);
}

/** "Si on est au moins vingt": participants, though nobody says of what. */
function bareHeadcount(tokens: readonly Token[]): Headcount | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const least = phraseAt(leastSayings, tokens, at);
    const number = least && numberAt(tokens, least.to);
    const count = number && countOf(number.value);
    const from = beginning(tokens, at);
    if (count && number && phraseBefore(beingSayings, tokens, at) && phraseAt(currencies, tokens, number.to) === null)
      return { count, heads: number, bare: true, from, to: number.to };
  }
  return null;
}

function beginning(tokens: readonly Token[], least: number): number {
  const being = phraseBefore(beingSayings, tokens, least);
  return being?.value ? being.from : least;
}
