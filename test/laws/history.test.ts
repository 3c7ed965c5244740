import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { availabilityStates, shownState } from "../../src/availability/availability.ts";
import { monthsBefore, type PastStatement, spansOf } from "../../src/availability/history.ts";

const day = 86_400_000;
const to = new Date("2026-11-24T10:00:00Z");
const from = monthsBefore(to, 12);

/** Statements in the order they were said, some before the period, some after it, some that expire at once. */
const statements = fc
  .array(
    fc.record({
      state: fc.constantFrom(...availabilityStates),
      slots: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      ago: fc.integer({ min: -20 * day, max: 500 * day }),
      holds: fc.integer({ min: 0, max: 90 * day }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list
      .toSorted((a, b) => b.ago - a.ago)
      .map(({ state, slots, ago, holds }): PastStatement => {
        const said = new Date(to.getTime() - ago);
        return { state, slots, said, confirmed: said, expires: new Date(said.getTime() + holds) };
      }),
  );

describe("the spans of a timeline", () => {
  test("are the whole period, without a gap and without an overlap", () => {
    fc.assert(
      fc.property(statements, (said) => {
        const spans = spansOf(said, from, to);
        expect(spans[0]?.from).toEqual(from);
        expect(spans.at(-1)?.to).toEqual(to);
        for (const [index, span] of spans.entries()) {
          expect(span.from.getTime()).toBeLessThan(span.to.getTime());
          if (index > 0) expect(spans[index - 1]?.to).toEqual(span.from);
        }
      }),
    );
  });

  test("show at each moment what a reader was shown then: the last statement, unless it had expired", () => {
    fc.assert(
      fc.property(statements, fc.double({ min: 0, max: 1, noNaN: true }), (said, part) => {
        const moment = new Date(from.getTime() + Math.floor(part * (to.getTime() - from.getTime() - 1)));
        const span = spansOf(said, from, to).find(({ from: start, to: end }) => start <= moment && moment < end);
        const last = said.findLast((one) => one.said <= moment);
        const wanted = last === undefined ? "unknown" : shownState({ ...nothingElse, ...last }, moment);
        expect(span?.state).toBe(wanted);
        if (wanted !== "unknown") expect(span?.slots).toBe(last?.slots ?? null);
      }),
      { numRuns: 500 },
    );
  });

  test("differ from their neighbours", () => {
    fc.assert(
      fc.property(statements, (said) => {
        const spans = spansOf(said, from, to);
        const shown = spans.map(({ state, slots }) => `${state} ${slots}`);
        for (const [index, one] of shown.slice(1).entries()) expect(one).not.toBe(shown[index]);
      }),
    );
  });

  test("tell when each was last said, and only silence was said by nobody", () => {
    fc.assert(
      fc.property(statements, (said) => {
        for (const span of spansOf(said, from, to)) {
          const last = said.findLast((one) => one.said < span.to);
          expect(span.confirmed).toEqual(span.state === "unknown" ? null : last?.confirmed);
        }
      }),
    );
  });

  test("of nothing said are one silence", () => {
    expect(spansOf([], from, to)).toEqual([{ from, to, state: "unknown", slots: null, confirmed: null }]);
  });
});

const nothingElse = { capacity: null, nextOpening: null, waves: [], approval: null, territory: null, message: null };

test("so many months before is the same day, or the last that the month has", () => {
  const before = (instant: string, months: number) => monthsBefore(new Date(instant), months).toISOString();
  expect(before("2026-11-24T10:00:00Z", 12)).toBe("2025-11-24T10:00:00.000Z");
  expect(before("2026-03-31T10:00:00Z", 1)).toBe("2026-02-28T10:00:00.000Z");
  expect(before("2028-02-29T10:00:00Z", 12)).toBe("2027-02-28T10:00:00.000Z");
  expect(before("2026-01-15T00:00:00Z", 2)).toBe("2025-11-15T00:00:00.000Z");
});
