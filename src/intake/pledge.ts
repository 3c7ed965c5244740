import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Accepted } from "../money/money.ts";
import { findMoney } from "./amounts.ts";
import { type ConditionRead, findCondition } from "./conditions.ts";
import { findInKind } from "./in-kind.ts";
import type { Piece, PledgeRead, PledgeRefusal, Sum } from "./intake.ts";
import { isNegated } from "./negated.ts";
import { type Found, findPhrases, type Range } from "./phrases.ts";
import { bareNumbers, isAsked, promisedMoney, promisedSums, sameAs } from "./pledge-amounts.ts";
import { deedSayings, type SaidDeed, visibilitySayings } from "./pledge-sayings.ts";
import { beginningOf, spanOf, type Token, tokensOf } from "./tokens.ts";

export interface PledgeContext {
  /** The currency of the request, and the most that one promise may be. */
  readonly accepted: Accepted;
}

/** Reads what somebody answers to a request: a promise with its condition, or why it is none. */
export function readPledge(whole: string, { accepted }: PledgeContext): Outcome<PledgeRead, PledgeRefusal> {
  const { text, cut } = beginningOf(whole);
  const tokens = tokensOf(text);
  const deed = deedOf(tokens);
  if (deed?.value === "withdraw") return withdrawal(tokens, deed);
  const read = promiseOf(tokens, deed?.value ?? null, accepted);
  return read.done && cut ? done({ ...read.value, amounts: unsure(read.value.amounts) }) : read;
}

/** The first in rank of the deeds that are said. */
function deedOf(tokens: readonly Token[]): Found<SaidDeed> | null {
  const said = findPhrases(deedSayings, tokens);
  return ranked.flatMap((deed) => said.find(({ value }) => value === deed) ?? [])[0] ?? null;
}

const ranked: readonly SaidDeed[] = ["withdraw", "take-back", "change", "add"];

/** A promise is taken back only by a plain sentence: no question, no new amount beside the old one. */
function withdrawal(tokens: readonly Token[], { from, to }: Range): Outcome<PledgeRead, PledgeRefusal> {
  const [first, ...others] = findMoney(tokens);
  if (isNegated(tokens, from)) return refused("negated");
  const several = first !== undefined && others.some((one) => !sameAs(first, one));
  if (several || isAsked(tokens, to)) return refused("unclear");
  return done({ deed: "withdraw", amounts: [], inKind: null, condition: null, visibility: null });
}

type Promising = Exclude<SaidDeed, "withdraw"> | null;

function promiseOf(tokens: readonly Token[], said: Promising, accepted: Accepted): Outcome<PledgeRead, PledgeRefusal> {
  const condition = findCondition(tokens, accepted.currency);
  const inKind = findInKind(tokens);
  const amounts = amountsOf(tokens, said, [condition, inKind], accepted);
  if (!amounts.done && !(inKind && amounts.reason === "no-amount")) return amounts;
  return done({
    deed: said === "take-back" ? "pledge" : (said ?? "pledge"),
    amounts: amounts.done ? asSureAs(condition, amounts.value) : [],
    inKind: inKind && { value: inKind.value, sure: true, ...spanOf(tokens, inKind.from, inKind.to) },
    condition: condition?.piece ?? null,
    visibility: visibilityOf(tokens),
  });
}

type Amounts = Outcome<readonly Piece<Sum>[], PledgeRefusal>;

/** The amount outside of conditions and of help in kind. Numbers beside it leave in doubt which one is meant. */
function amountsOf(
  tokens: readonly Token[],
  said: Promising,
  others: readonly (Range | null)[],
  accepted: Accepted,
): Amounts {
  const taken = others.filter((one) => one !== null);
  const money = promisedMoney(tokens, taken);
  const bare = bareNumbers(tokens, [...taken, ...money]).length;
  if (said === "take-back" && money.length > 0) return refused("unclear");
  if (said === "change" && money.length > 0 && bare > 0) return refused("several-amounts");
  const sums = promisedSums(tokens, money, accepted);
  return sums.done && bare > 0 ? done(unsure(sums.value)) : sums;
}

const unsure = (sums: readonly Piece<Sum>[]) => sums.map((one) => ({ ...one, sure: false }));

/** Under a condition that could not be read, nothing is sure. */
const asSureAs = (condition: ConditionRead | null, sums: readonly Piece<Sum>[]): readonly Piece<Sum>[] =>
  condition !== null && "other" in condition.piece.value ? unsure(sums) : sums;

function visibilityOf(tokens: readonly Token[]): PledgeRead["visibility"] {
  const [found] = findPhrases(visibilitySayings, tokens);
  return found ? { value: found.value, sure: true, ...spanOf(tokens, found.from, found.to) } : null;
}
