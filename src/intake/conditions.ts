import { findMoney } from "./amounts.ts";
import type { Condition, Piece } from "./intake.ts";
import { countOf, numberAt } from "./numbers.ts";
import { type Found, phraseAt, type Range } from "./phrases.ts";
import { ifSayings, participations, politeSayings, totals } from "./pledge-sayings.ts";
import { sumsOf } from "./sums.ts";
import { isOneOf, spanOf, type Token } from "./tokens.ts";

/** The first condition of a promise, with the tokens it takes up: amounts in it are not promised. */
export interface ConditionRead extends Range {
  readonly piece: Piece<Condition>;
}

export function findCondition(tokens: readonly Token[], currency: string): ConditionRead | null {
  for (let at = 0; at < tokens.length; ) {
    const polite = phraseAt(politeSayings, tokens, at);
    const start = polite === null ? phraseAt(ifSayings, tokens, at) : null;
    const read = start && conditionAt(tokens, start, currency);
    if (read) return read;
    at = polite?.to ?? at + 1;
  }
  return null;
}

function conditionAt(
  tokens: readonly Token[],
  { from, to: first }: Found<true>,
  currency: string,
): ConditionRead | null {
  const to = clauseEnd(tokens, first);
  const clause = tokens.slice(first, to);
  const about = clause.some((token) => isOneOf(token, totals));
  const counts = clause.some((token) => isOneOf(token, participations));
  const condition = (about ? totalIn(clause, currency) : null) ?? (counts ? countIn(clause) : null);
  const certain = ["si", "s", "if", "provided", "condition", "unless"].includes(tokens[from]?.text ?? "");
  if (condition) return { from, to, piece: { ...condition, ...spanOf(tokens, from, to) } };
  return certain ? { from, to, piece: { value: { other: true }, sure: false, ...spanOf(tokens, from, to) } } : null;
}

type Said = Pick<Piece<Condition>, "value" | "sure">;

function totalIn(clause: readonly Token[], currency: string): Said | null {
  const sums = findMoney(clause).flatMap((found) => sumsOf(clause, found, currency));
  const [sum] = sums;
  if (sum === undefined) return null;
  return { value: { total: sum.value.cents, currency: sum.value.currency }, sure: sums.length === 1 && sum.sure };
}

/** "Others" and "more" leave open whether who promises is counted too. */
function countIn(clause: readonly Token[]): Said | null {
  const counts = clause.flatMap((_, at) => {
    const number = at > 0 && clause[at - 1]?.kind === "number" ? null : numberAt(clause, at);
    const count = number && countOf(number.value);
    return count && !articles.has(clause[at]?.text ?? "") ? [{ count, sure: number.value.sure }] : [];
  });
  const [first] = counts;
  const open = clause.some(({ text }) => text === "others" || text === "autres" || text === "other");
  return first ? { value: { participants: first.count }, sure: first.sure && counts.length === 1 && !open } : null;
}

const articles = new Set(["un", "une", "one", "a"]);

/** A condition goes on to the end of its clause, or to where somebody speaks of what they give. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  const clause = tokens.slice(from, from + longest);
  const end = clause.findIndex((token, at) => isOneOf(token, ends) || (at > 0 && isOneOf(token, givers)));
  return from + (end < 0 ? clause.length : end);
}

const longest = 30;
const ends = new Set([",", ".", ";", "!", "?", "\n", "(", ")", ":"]);
const givers = new Set(["je", "j", "i", "alors", "then"]);
