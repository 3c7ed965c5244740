import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AvailabilityStatement, availabilityStates } from "../../src/availability/availability.ts";
import { readStatement, rowsOf, typedOf } from "../../src/availability/desk-form.ts";
import { firstMonday, growthOf } from "../../src/today/growth.ts";

const number = fc.option(fc.integer({ min: 0, max: 999_999 }), { nil: null });
const words = fc.option(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text && text !== ""),
  { nil: null },
);
const opening = fc.option(
  fc
    .tuple(
      fc.integer({ min: 2020, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 1, max: 28 })),
    )
    .map((parts) => parts.flatMap((part) => (part === null ? [] : String(part).padStart(2, "0"))).join("-")),
  { nil: null },
);
const wave = fc
  .record({ opens: opening, places: number, note: words })
  .map((one) => ({ ...one, until: null }))
  .filter(({ opens, places, note }) => opens !== null || places !== null || note !== null);
const statement: fc.Arbitrary<AvailabilityStatement> = fc.record({
  ...{ state: fc.constantFrom(...availabilityStates), slots: number, capacity: number, nextOpening: opening },
  ...{ waves: fc.array(wave, { maxLength: 5 }), approval: words, territory: fc.constant(null), message: words },
});

describe("the form of an offer's availability", () => {
  test("sent as it was shown, says what was said before", () => {
    fc.assert(
      fc.property(statement, fc.integer({ min: 1, max: 366 }), (said, days) => {
        expect(readStatement(typedOf(said, days), null)).toEqual({ statement: said, validDays: days, wrong: {} });
      }),
    );
  });

  test("reads whatever is sent, and says of each field that it cannot read what is wrong with it", () => {
    const names = "state slots capacity nextDay nextMonth approval message validDays waves wave-0-opens wave-0-places";
    const sent = fc.dictionary(fc.constantFrom(...names.split(" ")), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(sent, (typed) => {
        const read = readStatement(typed, null);
        expect(read.statement === null).toBe(Object.keys(read.wrong).length > 0);
        expect(rowsOf(typed)).toBeLessThanOrEqual(50);
      }),
    );
  });

  test.each([
    ["1/3/2027", "2027-03-01"],
    ["01.03.2027", "2027-03-01"],
    ["3/2027", "2027-03"],
    ["2027-03", "2027-03"],
  ])("understands %s", (typed, meant) => {
    const read = readStatement({ state: "open", validDays: "60", waves: "1", "wave-0-opens": typed }, null);
    expect(read.statement?.waves[0]?.opens).toBe(meant);
  });

  test.each(["29/2/2027", "13/2027", "bientôt", "2027-3-1"])("does not guess what %s means", (typed) => {
    const read = readStatement({ state: "open", validDays: "60", waves: "1", "wave-0-opens": typed }, null);
    expect(read.wrong).toEqual({ "wave-0-opens": "not-an-opening" });
  });
});

test("a picture of twelve weeks shows what was counted at the end of each, losses included", () => {
  const now = new Date("2026-11-25T23:30:00Z");
  expect(firstMonday(now).toISOString()).toBe("2026-09-07T00:00:00.000Z");
  const counted = fc.array(fc.option(fc.nat(50)), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(fc.nat(50), counted, (before, counts) => {
      const mondays = counts.map((_, index) => new Date(firstMonday(now).getTime() + index * 604_800_000));
      const rows = counts.flatMap((followers, index) =>
        followers === null ? [] : [{ week: mondays[index]?.toISOString().slice(0, 10) ?? "", followers }],
      );
      const weeks = growthOf([{ week: null, followers: before }, ...rows], now);
      for (const [index, { total, change }] of weeks.entries()) {
        const last = weeks[index - 1]?.total ?? before;
        expect(total).toBe(counts[index] ?? last);
        expect(change).toBe(total - last);
      }
    }),
  );
});
