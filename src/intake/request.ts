import { dayOf } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import { isShared } from "./amount-doubts.ts";
import { findMoney, type MoneyRead, moneyAt } from "./amounts.ts";
import { findLastDays } from "./deadlines.ts";
import { findHeadcount, type Headcount } from "./headcount.ts";
import { findHeads, type HeadsRead, onlyOne } from "./heads.ts";
import type { Piece, RequestRead } from "./intake.ts";
import { announced, paces } from "./money-names.ts";
import { findNeeds, type Named } from "./needs.ts";
import { isNegated } from "./negated.ts";
import { type Found, findPhrases, overlaps, phraseBefore, type Range } from "./phrases.ts";
import { findPlaces } from "./places.ts";
import { kindOrder, kindSayings, modeSayings } from "./request-sayings.ts";
import { sumsOf } from "./sums.ts";
import { beginningOf, spanOf, type Token, tokensOf } from "./tokens.ts";

export interface RequestContext {
  readonly now: Date;
  /** What the text is said to be written in: it settles days such as 01/02, and the names of countries. */
  readonly language: Language;
}

/** Nobody names more amounts than this in earnest. */
const most = 20;

/** Reads what somebody asks for in a sentence of their own, in French or English; whatever it cannot read is left out. */
export function readRequest(whole: string, { now, language }: RequestContext): RequestRead {
  const { text, cut } = beginningOf(whole);
  const tokens = tokensOf(text);
  const money = withPace(tokens, withBareAmounts(tokens, findMoney(tokens)).slice(0, most));
  const { needs, software, leaving } = findNeeds(tokens);
  const heads = findHeads(tokens).filter((one) => !money.some((sum) => overlaps(sum, one)));
  const headcount = findHeadcount(tokens, heads);
  const counted = withHeadcount(heads, headcount);
  const names = [...software, ...leaving];
  const places = findPlaces({ text, tokens, language }, [...names, ...money]);
  const piece = <Value>(value: Value, sure: boolean, { from, to }: Range): Piece<Value> => ({
    ...{ value, sure },
    ...spanOf(tokens, from, to),
  });
  const named = ({ value, ...range }: Found<Named>) => piece(value.name, value.sure, range);
  const countsOf = (of: HeadsRead["of"]) =>
    counted.filter(({ value }) => value.of === of).map((one) => piece(one.value.count, one.value.sure, one));
  return {
    needs: needs.map(named),
    software: software.map(named),
    leaving: leaving.map(named),
    kind: kindOf(tokens, needs),
    mode: modeOf(tokens, money, headcount),
    amounts: cut ? amountsOf(tokens, money).map(unsure) : amountsOf(tokens, money),
    deadlines: findLastDays(tokens, { today: dayOf(now), language }).map((one) =>
      piece(one.value.day, one.value.sure, one),
    ),
    associations: countsOf("associations"),
    people: countsOf("people"),
    places: places.map((one) => piece(one.value.code, one.value.sure, one)),
  };
}

const unsure = (amount: Amounts[number]): Amounts[number] => ({ ...amount, sure: false });

type Amounts = RequestRead["amounts"];

/** Every amount in every reading; sure only where there is one in one: twice 20 € may be 40 €. */
function amountsOf(tokens: readonly Token[], money: readonly Found<MoneyRead>[]): Amounts {
  return money.flatMap((one) => {
    const sure = money.length === 1 && !isNegated(tokens, one.from) && !isShared(tokens);
    return sumsOf(tokens, one, "EUR").map((sum) => ({
      ...sum,
      sure: sum.sure && sure,
      value: { ...sum.value, role: one.value.role },
    }));
  });
}

/** "1500 €, une seule fois": what is paid for, said elsewhere; another pace than once may belong to something else. */
function withPace(tokens: readonly Token[], money: readonly Found<MoneyRead>[]): readonly Found<MoneyRead>[] {
  const [only, ...others] = money;
  if (only === undefined || others.length > 0 || only.value.pace !== null) return money;
  const elsewhere = findPhrases(paces, tokens).filter(
    (one) => !overlaps(one, only) && !vague.has(tokens[one.from]?.text ?? ""),
  );
  if (elsewhere.length === 0) return money;
  const once = elsewhere.every(({ value }) => value === "once");
  return [{ ...only, value: { ...only.value, ...(once ? { pace: "once" } : { sure: false }) } }];
}

/** "L’an prochain", "au mois de mai". */
const vague = new Set(["le", "l", "au", "a"]);

/** "Budget : 100" and "ideally 500": numbers that are announced as amounts, though without a currency. */
function withBareAmounts(tokens: readonly Token[], money: readonly Found<MoneyRead>[]): readonly Found<MoneyRead>[] {
  const bare = tokens.flatMap((token, at) => {
    const found =
      token.kind === "number" && !money.some((one) => at >= one.from && at < one.to) ? bareAt(tokens, at) : null;
    return found ? [found] : [];
  });
  return [...money, ...bare].toSorted((one, other) => one.from - other.from);
}

function bareAt(tokens: readonly Token[], at: number): Found<MoneyRead> | null {
  const befores = [at, at - 1, at - 2].filter((before) => before === at || fillers.has(tokens[before]?.text ?? ""));
  const said = befores.some((before) => phraseBefore(announced, tokens, before) !== null);
  const found = said ? moneyAt(tokens, at, true) : null;
  const next = tokens[found?.to ?? at];
  return next === undefined || next.kind === "sign" ? found : null;
}

const fillers = new Set([":", "de", "d", "is", "est", "of", "a"]);

function withHeadcount(heads: readonly Found<HeadsRead>[], headcount: Headcount | null): readonly Found<HeadsRead>[] {
  if (headcount === null || !headcount.bare) return heads;
  const { count, heads: range } = headcount;
  const more: HeadsRead = { count, of: "associations", sure: false };
  const all: readonly Found<HeadsRead>[] = [...heads, { ...range, value: more }];
  return all.map((one) => onlyOne(one, all));
}

/** What kind of funding is asked for; of several that are said the first in rank, and not surely. */
function kindOf(tokens: readonly Token[], needs: readonly Range[]): Piece<string> | null {
  const said = findPhrases(kindSayings, tokens);
  const all = said.filter(
    (one) => !needs.some((need) => overlaps(need, one) && need.to - need.from > one.to - one.from),
  );
  const rank = ({ value }: (typeof all)[number]) => kindOrder.indexOf(value.code) + (value.sure ? 0 : kindOrder.length);
  const [first] = all.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined) return null;
  const sure = first.value.sure && all.every(({ value }) => value.code === first.value.code);
  return { value: first.value.code, sure, ...spanOf(tokens, first.from, first.to) };
}

function modeOf(
  tokens: readonly Token[],
  money: readonly Found<MoneyRead>[],
  headcount: Headcount | null,
): Piece<string> | null {
  const said = findPhrases(modeSayings, tokens).map(({ value, ...range }) => ({ value, range }));
  const two = [...boundsOf(money)].map((range) => ({ value: "minimum-then-optimum", range }));
  const heads = headcount === null ? [] : [{ value: "headcount", range: headcount }];
  const [first, ...others] = [...said, ...two, ...heads];
  if (first === undefined) return null;
  const sure = others.every(({ value }) => value === first.value);
  return { value: first.value, sure, ...spanOf(tokens, first.range.from, first.range.to) };
}

/** From the least to the best of two amounts. */
function boundsOf(money: readonly Found<MoneyRead>[]): readonly Range[] {
  const [least, best] = [
    money.find(({ value }) => value.role === "minimum"),
    money.find(({ value }) => value.role === "optimum"),
  ];
  return least && best ? [{ from: Math.min(least.from, best.from), to: Math.max(least.to, best.to) }] : [];
}
