import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Accepted, readAmount } from "../money/money.ts";
import { findMoney, type MoneyRead, moneyAt } from "./amounts.ts";
import { type ConditionRead, findCondition } from "./conditions.ts";
import { findInKind } from "./in-kind.ts";
import type { Piece, PledgeDeed, PledgeRead, PledgeRefusal, Sum } from "./intake.ts";
import { type Found, findPhrases, overlaps, phraseAt, type Range } from "./phrases.ts";
import { deedSayings, negations, visibilitySayings } from "./pledge-sayings.ts";
import { shorter, sumsOf } from "./sums.ts";
import { spanOf, type Token, tokensOf } from "./tokens.ts";

export interface PledgeContext {
  /** The currency of the request, and the most that one promise may be. */
  readonly accepted: Accepted;
}

/** No reply is longer that somebody would write by hand. */
const longest = 5000;

/** Reads what somebody answers to a request: a promise with its condition, or why it is none. */
export function readPledge(whole: string, { accepted }: PledgeContext): Outcome<PledgeRead, PledgeRefusal> {
  const tokens = tokensOf(whole.slice(0, longest));
  const deed = deedOf(tokens);
  return deed === "withdraw" ? done({ ...nothing, deed }) : promiseOf(tokens, deed, accepted);
}

function promiseOf(tokens: readonly Token[], deed: Promising, accepted: Accepted): Outcome<PledgeRead, PledgeRefusal> {
  const condition = findCondition(tokens, accepted.currency);
  const inKind = findInKind(tokens);
  const money = promisedMoney(
    tokens,
    [condition, inKind].filter((one) => one !== null),
  );
  if (deed === "take-back" && money.length > 0) return refused("unclear");
  const amounts = money.length === 0 && inKind ? done([]) : amountsOf(tokens, money, accepted);
  if (!amounts.done) return amounts;
  return done({
    deed: deed === "take-back" ? "pledge" : deed,
    amounts: isUnread(condition) ? amounts.value.map((one) => ({ ...one, sure: false })) : amounts.value,
    inKind: inKind && { value: inKind.value, sure: true, ...spanOf(tokens, inKind.from, inKind.to) },
    condition: condition?.piece ?? null,
    visibility: visibilityOf(tokens),
  });
}

type Promising = Exclude<PledgeDeed, "withdraw"> | "take-back";

const isUnread = (condition: ConditionRead | null): boolean => condition !== null && "other" in condition.piece.value;

const nothing: Omit<PledgeRead, "deed"> = { amounts: [], inKind: null, condition: null, visibility: null };

function deedOf(tokens: readonly Token[]): PledgeDeed | "take-back" {
  const said = findPhrases(deedSayings, tokens).map(({ value }) => value);
  return (["withdraw", "take-back", "change", "add"] as const).find((deed) => said.includes(deed)) ?? "pledge";
}

function visibilityOf(tokens: readonly Token[]): PledgeRead["visibility"] {
  const [found] = findPhrases(visibilitySayings, tokens);
  return found ? { value: found.value, sure: true, ...spanOf(tokens, found.from, found.to) } : null;
}

/** Amounts outside of conditions; a number without a currency only where nothing else is an amount. */
function promisedMoney(tokens: readonly Token[], taken: readonly Range[]): readonly Found<MoneyRead>[] {
  const free = (range: Range) => !taken.some((one) => overlaps(one, range));
  const money = findMoney(tokens).filter(free);
  if (money.some(({ value }) => value.currency !== null))
    return money.filter(({ value }) => value.currency !== null || value.role === "goal");
  if (money.length > 0) return money;
  return tokens.flatMap((_, at) => {
    const found = isBareNumber(tokens, at) ? moneyAt(tokens, at, true) : null;
    return found && free(found) ? [found] : [];
  });
}

/** "Je mets 20": a number that counts nothing. */
function isBareNumber(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind === "odd") return true;
  if (token?.kind !== "number") return false;
  return next === undefined || (next.kind === "sign" && next.text !== "%" && next.text !== "/");
}

type Amounts = Outcome<readonly Piece<Sum>[], PledgeRefusal>;

function amountsOf(tokens: readonly Token[], money: readonly Found<MoneyRead>[], accepted: Accepted): Amounts {
  const [first, ...others] = money;
  if (first === undefined) return refused("no-amount");
  if (others.some((one) => !sameAs(first, one))) return refused("several-amounts");
  if (isNegated(tokens, first.from)) return refused("negated");
  const fault = faultOf(first.value, accepted);
  if (fault) return refused(fault);
  const fitting = sumsOf(tokens, first, accepted.currency).filter(({ value }) => value.cents <= accepted.highest);
  const sure = fitting.length === 1 && !isAsked(tokens, first.to) && !(tokens[first.from - 1]?.text === "-");
  return done(fitting.map((one) => ({ ...one, sure: one.sure && sure })));
}

const sameAs = ({ value: one }: Found<MoneyRead>, { value: other }: Found<MoneyRead>): boolean =>
  one.values.join() === other.values.join() && one.currency === other.currency && one.pace === other.pace;

/** Why none of the readings of an amount can be promised: the reason of the likeliest. */
function faultOf({ values, currency, negative }: MoneyRead, accepted: Accepted): PledgeRefusal | null {
  const [first] = values;
  if (first === undefined) return "malformed";
  const written = currency ?? accepted.currency;
  if (written !== accepted.currency) return "other-currency";
  if (negative) return "negative";
  const read = values.map((value) => readAmount(shorter(value, written), written, accepted));
  const [likeliest] = read;
  return read.some((one) => one.done) || likeliest === undefined || likeliest.done ? null : likeliest.reason;
}

/** In the same sentence, before the amount. */
function isNegated(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(0, from);
  const start = before.findLastIndex(({ text }) => sentenceEnds.has(text)) + 1;
  return before.some((_, at) => at >= start && phraseAt(negations, before, at) !== null);
}

const sentenceEnds = new Set([".", "!", "?", ";", ",", "\n"]);

/** "Est-ce que je peux donner 10 € ?" */
function isAsked(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ text }, at) => at >= from && [".", "!", "?", "\n"].includes(text));
  return tokens[end]?.text === "?";
}
