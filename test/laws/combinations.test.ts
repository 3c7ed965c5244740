import fc from "fast-check";
import { expect, test } from "vitest";
import { combine, type Part } from "../../src/directory/combinations.ts";

const codes = ["email", "calendar", "polls", "website", "wiki", "chat", "pad", "forms"];
const crowd = fc.record({
  wishes: fc.subarray(codes, { minLength: 1 }),
  parts: fc.array(
    fc.record({ host: fc.constantFrom("a", "b", "c", "d", "e"), grants: fc.subarray(codes, { maxLength: 4 }) }),
    { maxLength: 9 },
  ),
});

const grantsAll = (wishes: readonly string[], parts: readonly Part[]) =>
  wishes.every((wish) => parts.some(({ grants }) => grants.includes(wish)));
const hostsOf = (parts: readonly Part[]) => new Set(parts.map(({ host }) => host));

/** Every set of parts that grants everything, tried one by one; the smallest, the best for each set of hosts, in order. */
function byTrying(wishes: readonly string[], parts: readonly Part[], most: number): readonly (readonly Part[])[] {
  const sets = Array.from({ length: 2 ** parts.length }, (_, set) => parts.filter((__, at) => set & (1 << at)));
  const places = (set: readonly Part[]) => set.map((part) => parts.indexOf(part));
  const order = (set: readonly Part[]) => [
    ...[hostsOf(set).size, set.length, places(set).reduce((sum, place) => sum + place, 0)],
    ...places(set),
  ];
  const all = sets
    .filter((set) => grantsAll(wishes, set))
    .toSorted((one, other) => {
      const [a, b] = [order(one), order(other)];
      const at = a.findIndex((value, index) => value !== b[index]);
      return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
    });
  const least = hostsOf(all[0] ?? []).size;
  const first = new Map<string, readonly Part[]>();
  for (const set of all) {
    const key = [...hostsOf(set)].sort().join();
    if (hostsOf(set).size === least && !first.has(key)) first.set(key, set);
  }
  return [...first.values()].slice(0, most);
}

test("what is found is what trying everything finds, in the same order", () => {
  fc.assert(
    fc.property(crowd, fc.integer({ min: 1, max: 4 }), ({ wishes, parts }, most) => {
      expect(combine(wishes, parts, most)).toEqual(byTrying(wishes, parts, most));
    }),
    { numRuns: 400 },
  );
});

test("each combination grants every wish, and does not without any of its members", () => {
  fc.assert(
    fc.property(crowd, ({ wishes, parts }) => {
      for (const combination of combine(wishes, parts, 3)) {
        expect(grantsAll(wishes, combination)).toBe(true);
        for (const member of combination)
          expect(
            grantsAll(
              wishes,
              combination.filter((other) => other !== member),
            ),
          ).toBe(false);
        for (const host of hostsOf(combination))
          expect(
            grantsAll(
              wishes,
              combination.filter((other) => other.host !== host),
            ),
          ).toBe(false);
      }
    }),
  );
});

test("there is none only where some wish is granted by nobody", () => {
  fc.assert(
    fc.property(crowd, ({ wishes, parts }) => {
      expect(combine(wishes, parts, 1).length > 0).toBe(grantsAll(wishes, parts));
    }),
  );
});

test("the same is found again, whatever else there is that grants nothing", () => {
  const useless = fc.array(fc.constant({ host: "z", grants: ["backup"] }), { maxLength: 3 });
  fc.assert(
    fc.property(crowd, useless, ({ wishes, parts }, others) => {
      expect(combine(wishes, [...parts, ...others], 3)).toEqual(combine(wishes, parts, 3));
    }),
  );
});

test("eight wishes that a hundred hosts grant one by one are combined all the same", () => {
  const parts = codes.flatMap((code) =>
    Array.from({ length: 12 }, (_, n) => ({ host: `${code}-${n}`, grants: [code] })),
  );
  expect(combine(codes, parts, 3).map((combination) => combination.map(({ host }) => host))).toEqual([
    codes.map((code) => `${code}-0`),
    expect.arrayContaining(codes.slice(0, -1).map((code) => `${code}-0`)),
    expect.any(Array),
  ]);
});
