import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import type { Piece, PledgeRead, RequestRead, Sum } from "../../src/intake/intake.ts";
import { needSayings } from "../../src/intake/need-sayings.ts";
import { readPledge } from "../../src/intake/pledge.ts";
import { readRequest } from "../../src/intake/request.ts";
import { readAmount } from "../../src/money/money.ts";
import { decimalOf } from "../../src/offers/price.ts";
import { pledgeSentences } from "../support/sentences/pledges.ts";
import { englishRequests } from "../support/sentences/request-en.ts";
import { frenchRequests } from "../support/sentences/request-fr.ts";
import { spellEnglish, spellFrench } from "../support/sentences/spelled.ts";

const now = new Date("2026-11-26T10:00:00Z");
const accepted = { currency: "EUR", highest: 99_999_999_999 };
const ask = (text: string, language: "fr" | "en" = "fr") => readRequest(text, { now, language });

/** Every way in which people write an amount of euros in digits. */
const styles: readonly ((whole: string, cents: string) => string)[] = [
  (whole, cents) => `${whole},${cents} €`,
  (whole, cents) => `${whole}.${cents}€`,
  (whole, cents) => `${parted(whole, " ")},${cents} euros`,
  (whole, cents) => `${parted(whole, "\u00a0")},${cents}\u00a0€`,
  (whole, cents) => `${parted(whole, "\u202f")},${cents}\u202f€`,
  (whole, cents) => `${parted(whole, "'")}.${cents} EUR`,
  (whole, cents) => `${parted(whole, ".")},${cents} €`,
  (whole, cents) => `€${parted(whole, ",")}.${cents}`,
  (whole, cents) => `EUR ${parted(whole, ",")}.${cents}`,
  (whole, cents) => `${whole}€${cents}`,
  (whole, cents) => (cents === "00" ? `${whole}€` : `${whole} euros et ${cents} centimes`),
  (whole, cents) => (cents === "00" ? `${parted(whole, ".")} €` : `${whole},${cents}0 €`),
  (whole, cents) => (cents === "00" ? `€${parted(whole, ",")}` : `+${whole},${cents} €`),
];

const parted = (whole: string, by: string) => whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, by);
const anyCents = fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 9_999_999_999 }));
const written = fc.tuple(anyCents, fc.constantFrom(...styles)).map(([cents, style]) => {
  const [whole = "", fraction = ""] = decimalOf(cents, "EUR").split(".");
  return { cents, text: style(whole, fraction) };
});

describe("an amount, however it is written,", () => {
  test("is among what a request may mean; where one is sure, it is that one", () => {
    fc.assert(
      fc.property(written, fc.constantFrom("fr", "en"), ({ cents, text }, language) => {
        const { amounts } = ask(`Il faut réunir ${text}, pour un wiki`, language);
        expect(amounts.map(({ value }) => value.cents)).toContain(cents);
        for (const { value, sure } of amounts) if (sure) expect(value.cents).toBe(cents);
        expect(amounts.filter(({ sure }) => sure).length).toBeLessThanOrEqual(amounts.length === 1 ? 1 : 0);
      }),
    );
  });

  test("is what is promised", () => {
    fc.assert(
      fc.property(written, ({ cents, text }) => {
        const read = readPledge(`Nous promettons ${text}`, { accepted });
        const amounts = read.done ? read.value.amounts : [];
        expect(amounts.map(({ value }) => value.cents)).toContain(cents);
        for (const { value, sure } of amounts) if (sure) expect(value.cents).toBe(cents);
      }),
    );
  });

  test("in words is the same number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (euros) => {
        for (const words of [spellFrench(euros), spellEnglish(euros)]) {
          const { amounts } = ask(`nous cherchons ${words} euros`);
          expect(amounts, words).toMatchObject([{ value: { cents: euros * 100 }, sure: true }]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("of two amounts none is sure", () => {
  fc.assert(
    fc.property(
      written,
      written,
      fc.constantFrom(" ou ", " à ", " puis ", ". Nous avons ", " et "),
      (one, other, by) => {
        fc.pre(one.cents !== other.cents);
        const { amounts } = ask(`Il faut ${one.text}${by}${other.text} en tout`);
        expect(amounts.filter(({ sure }) => sure)).toEqual([]);
      },
    ),
  );
});

test("a day is read back from each way to write it", () => {
  const day = fc.date({ min: new Date("2026-11-27"), max: new Date("2029-12-31"), noInvalidDate: true });
  const months = {
    fr: new Intl.DateTimeFormat("fr", { month: "long", timeZone: "UTC" }),
    en: new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }),
  };
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, of] = iso.split("-");
      const number = String(Number(of));
      const texts = [
        `avant le ${number} ${months.fr.format(date)} ${year}`,
        `d'ici au ${number === "1" ? "1er" : number} ${months.fr.format(date)} ${year}`,
        `avant le ${of}/${month}/${year}`,
        `until ${months.en.format(date)} ${number}, ${year}`,
        `by the ${number}th of ${months.en.format(date)} ${year}`,
        `deadline: ${iso}`,
      ];
      for (const text of texts) expect(ask(text).deadlines, text).toMatchObject([{ value: iso, sure: true }]);
    }),
  );
});

const pieces = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 600 }).map((some) => some.join(" ").slice(0, 5000));
const told = [...frenchRequests, ...englishRequests, ...pledgeSentences].flatMap(([text]) => text.split(" "));
const hostile = [
  "1",
  " ",
  "1 234",
  "12,",
  ".",
  "€",
  "-",
  "mille",
  "cent",
  "et",
  "a",
  "si",
  "au moins",
  "dès",
  "🎉",
  "@",
  "#",
  "'",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 5000 }),
  fc.string({ unit: "grapheme", maxLength: 1000 }),
  pieces(told),
  pieces(hostile),
  fc.tuple(fc.constantFrom(...hostile), fc.nat(5000)).map(([one, times]) => one.repeat(times).slice(0, 5000)),
);

const within = (text: string, all: readonly Piece<unknown>[]) => {
  for (const { start, end } of all) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
};

const allOf = (read: RequestRead | PledgeRead): readonly Piece<unknown>[] =>
  Object.values(read).flatMap((value) =>
    Array.isArray(value) ? value : value && typeof value === "object" ? [value] : [],
  );

const promisable = (sums: readonly Piece<Sum>[]) =>
  sums.every(
    ({ value }) =>
      readAmount(decimalOf(value.cents, value.currency), value.currency, { ...accepted, currency: value.currency })
        .done,
  );

test("whatever somebody writes is read, every piece stands in the text, and every amount can be promised", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const request = ask(text);
      within(text, allOf(request));
      expect(promisable(request.amounts)).toBe(true);
      const pledge = readPledge(text, { accepted });
      if (!pledge.done) return;
      within(text, allOf(pledge.value));
      expect(promisable(pledge.value.amounts)).toBe(true);
      expect(pledge.value.amounts.every(({ value }) => value.currency === "EUR")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("there are words for every need, and for nothing else", () => {
  expect(Object.keys(needSayings).toSorted()).toEqual(codesOf("needs").toSorted());
});
