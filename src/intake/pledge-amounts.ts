import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Accepted, readAmount } from "../money/money.ts";
import { isShared } from "./amount-doubts.ts";
import { findMoney, type MoneyRead, moneyAt } from "./amounts.ts";
import type { Piece, PledgeRefusal, Sum } from "./intake.ts";
import { isNegated } from "./negated.ts";
import { type Found, overlaps, type Range } from "./phrases.ts";
import { shorter, sumsOf } from "./sums.ts";
import type { Token } from "./tokens.ts";

/** Amounts in what is not taken otherwise; a number without a currency only where nothing else is an amount. */
export function promisedMoney(tokens: readonly Token[], taken: readonly Range[]): readonly Found<MoneyRead>[] {
  const money = findMoney(tokens).filter((range) => isFree(range, taken));
  const known = money.filter(({ value }) => value.currency !== null);
  if (known.length > 0) return known;
  return money.length > 0 ? money : bareNumbers(tokens, taken);
}

const isFree = (range: Range, taken: readonly Range[]): boolean => !taken.some((one) => overlaps(one, range));

/** "Je mets 20": numbers that count nothing. */
export function bareNumbers(tokens: readonly Token[], taken: readonly Range[]): readonly Found<MoneyRead>[] {
  const all = tokens.flatMap((_, at) => (isBareNumber(tokens, at) ? (moneyAt(tokens, at, true) ?? []) : []));
  return all.filter((range) => isFree(range, taken));
}

function isBareNumber(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind === "odd") return true;
  if (token?.kind !== "number" || /^(19|20)\d\d$/.test(token.text)) return false;
  return next === undefined || (next.kind === "sign" && next.text !== "%" && next.text !== "/");
}

export const sameAs = ({ value: one }: Found<MoneyRead>, { value: other }: Found<MoneyRead>): boolean =>
  one.values.join() === other.values.join() && one.currency === other.currency && one.pace === other.pace;

/** Every reading of the one amount that is promised. */
export function promisedSums(
  tokens: readonly Token[],
  money: readonly Found<MoneyRead>[],
  accepted: Accepted,
): Outcome<readonly Piece<Sum>[], PledgeRefusal> {
  const [first, ...others] = money;
  if (first === undefined) return refused("no-amount");
  if (others.some((one) => !sameAs(first, one))) return refused("several-amounts");
  if (isNegated(tokens, first.from)) return refused("negated");
  const fault = faultOf(first.value, accepted);
  if (fault) return refused(fault);
  const sums = sumsOf(tokens, first, accepted.currency).filter(({ value }) => value.cents <= accepted.highest);
  const sure = sums.length === 1 && others.length === 0 && isPlain(tokens, first);
  return done(sums.map((one) => ({ ...one, sure: one.sure && sure })));
}

/** Why none of the readings of an amount can be promised: the reason of the likeliest. */
function faultOf({ values, currency, negative }: MoneyRead, accepted: Accepted): PledgeRefusal | null {
  const written = currency ?? accepted.currency;
  const [likeliest, ...others] = values.map((value) => readAmount(shorter(value, written), written, accepted));
  if (likeliest === undefined) return "malformed";
  if (written !== accepted.currency) return "other-currency";
  if (negative) return "negative";
  return likeliest.done || others.some((one) => one.done) ? null : likeliest.reason;
}

/** No question, no "- 20 €" that may be less than nothing, and nothing that each of several would give. */
function isPlain(tokens: readonly Token[], { from, to }: Range): boolean {
  return !isShared(tokens) && tokens[from - 1]?.text !== "-" && !isAsked(tokens, to);
}

/** "Est-ce que je peux donner 10 € ?" */
export function isAsked(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ text }, at) => at >= from && sentenceEnds.has(text));
  return tokens[end]?.text === "?";
}

const sentenceEnds = new Set([".", "!", "?", "\n"]);
