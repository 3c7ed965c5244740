import { codesOf } from "../hosts/vocabularies.ts";
import { type Cents, decimalOf } from "../offers/price.ts";
import { type Help, helps } from "./help.ts";
import type { Asked, Keeper } from "./reasons.ts";
import { tools, wishesOf } from "./wishes.ts";

/** What somebody answered to the three questions; null and empty where they do not know. */
export interface Answers {
  readonly needs: readonly string[];
  readonly alternativeTo: readonly string[];
  readonly territory: string | null;
  readonly people: number | null;
  /** At most so many cents of a euro a month. */
  readonly budget: Cents | null;
  readonly help: readonly Help[];
  readonly keeper: Keeper | null;
}

export const noAnswers: Answers = {
  ...{ needs: [], alternativeTo: [], territory: null, people: null, budget: null, help: [], keeper: null },
};

/** The answers as they stand in an address: the same for the same answers, in whatever order they were given. */
export function queryOf(answers: Answers): URLSearchParams {
  const { needs, alternativeTo, territory, people, budget, help, keeper } = answers;
  return new URLSearchParams([
    ...inOrder(needs, codesOf("needs")).map((need) => ["need", need]),
    ...inOrder(alternativeTo, tools).map((tool) => ["alternative_to", tool]),
    ...(territory === null ? [] : [["territory", territory]]),
    ...(people === null ? [] : [["users", String(people)]]),
    ...(budget === null ? [] : [["price_max", decimalOf(budget, "EUR").replace(/\.00$/, "")]]),
    ...inOrder(help, helps).map((one) => ["help", one]),
    ...(keeper === null ? [] : [["keeper", keeper]]),
  ]);
}

const inOrder = (chosen: readonly string[], all: readonly string[]): readonly string[] =>
  all.filter((one) => chosen.includes(one));

/** The answers as what an offer is held against. */
export function askedBy({ needs, alternativeTo, budget, ...rest }: Answers): Asked {
  return {
    ...rest,
    wishes: wishesOf(needs, alternativeTo),
    budget: budget === null ? null : { cents: budget, currency: "EUR" },
  };
}
