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

/** "Si on est au moins vingt", "être dix minimum": participants, though nobody says of what. */
function bareHeadcount(tokens: readonly Token[]): Headcount | null {
  for (const at of tokens.keys()) {
    const being = phraseAt(beingSayings, tokens, at);
    const found = being && bareAfter(tokens, being);
    if (found) return found;
  }
  return null;
}

function bareAfter(tokens: readonly Token[], being: Found<boolean>): Headcount | null {
  const least = phraseAt(leastSayings, tokens, being.to);
  const number = numberAt(tokens, least?.to ?? being.to);
  const count = number && countOf(number.value);
  const needed = number && phraseAt(neededSayings, tokens, number.to);
  if (!count || !(least ?? needed) || phraseAt(currencies, tokens, number.to)) return null;
  const from = being.value ? being.from : (least?.from ?? number.from);
  return { count, heads: number, bare: true, from, to: needed?.to ?? number.to };
}

function beginning(tokens: readonly Token[], least: number): number {
  const being = phraseBefore(beingSayings, tokens, least);
  return being?.value ? being.from : least;
}
