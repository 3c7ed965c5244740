import fc from "fast-check";
import { expect, test } from "vitest";
import { mostTries, waitAfter } from "../../src/accounts/tries.ts";

const span = 15 * 60_000;
const start = Date.UTC(2026, 10, 24, 10);

/** Somebody who tries at all these moments; the tries that are let through. */
function letThrough(pauses: readonly number[]): readonly Date[] {
  let moment = start;
  const made: Date[] = [];
  for (const pause of pauses) {
    moment += pause;
    if (waitAfter(made, new Date(moment)) === 0) made.push(new Date(moment));
  }
  return made;
}

const pauses = fc.array(fc.oneof(fc.nat(2_000), fc.nat(600_000)), { maxLength: 120 });

test("however somebody spaces their tries, no fifteen minutes hold more than ten of them", () => {
  fc.assert(
    fc.property(pauses, (some) => {
      const made = letThrough(some);
      for (const from of made) {
        const within = made.filter((one) => one >= from && one.getTime() < from.getTime() + span);
        expect(within.length).toBeLessThanOrEqual(mostTries);
      }
    }),
  );
});

test("whoever waits as long as they are told may try again", () => {
  fc.assert(
    fc.property(pauses, fc.nat(600_000), (some, later) => {
      const made = letThrough(some);
      const now = new Date((made.at(-1)?.getTime() ?? start) + later);
      const wait = waitAfter(made, now);
      expect(wait).toBeLessThanOrEqual(span);
      expect(waitAfter(made, new Date(now.getTime() + wait))).toBe(0);
    }),
  );
});

test("the first mistakes cost nothing, and each further one twice as much", () => {
  const now = new Date(start);
  const waits = Array.from({ length: mostTries }, (_, tries) =>
    waitAfter(
      Array.from({ length: tries }, () => now),
      now,
    ),
  );
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000]);
});
