import { describe, expect, test } from "vitest";
import { readAsking } from "../../src/intake/asking.ts";
import { decimalOf } from "../../src/offers/price.ts";
import { type AskingSentence, englishAskings, frenchAskings, notAskings } from "../support/sentences/askings.ts";

const now = new Date("2026-11-26T12:00:00Z");

/** What is read of a sentence, as the list writes it down. */
function readOf({ text, named = [], ...wanted }: AskingSentence, language: "fr" | "en") {
  const asking = readAsking(text, named, { now, language });
  if (asking === null) return null;
  const { people, amounts, needs, places } = asking.read;
  const [sum] = amounts.map(
    ({ value }) => `${decimalOf(value.cents, value.currency)} ${value.currency}/${value.period}`,
  );
  const found = new Set(needs.map(({ value }) => value));
  return {
    ...{ hosts: asking.hosts, sure: asking.sure, people: people[0]?.value ?? null, budget: sum ?? null },
    needs: (wanted.needs ?? []).filter((need) => found.has(need)),
    place: wanted.place === undefined ? null : (places[0]?.value ?? null),
  };
}

const wantedOf = ({ hosts, sure, people, budget, needs = [], place }: AskingSentence) => ({
  ...{ hosts, sure: sure ?? true, people: people ?? null, budget: budget ?? null, needs, place: place ?? null },
});

describe("several hosts are asked in a sentence", () => {
  test.each(frenchAskings)("in French: $text", (sentence) => {
    expect(readOf(sentence, "fr")).toEqual(wantedOf(sentence));
  });

  test.each(englishAskings)("in English: $text", (sentence) => {
    expect(readOf(sentence, "en")).toEqual(wantedOf(sentence));
  });

  test.each(notAskings)("and something else is not: %s", (text) => {
    expect(readAsking(text, [], { now, language: "fr" })).toBeNull();
  });
});
