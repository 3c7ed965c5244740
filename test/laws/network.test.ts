import fc from "fast-check";
import { expect, test } from "vitest";
import { cell, drawNetwork, radius, type Spot, type Tie } from "../../src/partnerships/network.ts";

const host = fc.integer({ min: 0, max: 40 }).map((n) => `https://h${n}.example/ap/actors/1`);
const ties: fc.Arbitrary<readonly Tie[]> = fc.array(fc.record({ one: host, other: host }), { maxLength: 60 });

test("the same ties give the same picture, in whatever order and direction they come", () => {
  const shuffled = ties.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }), fc.array(fc.boolean())),
  );
  fc.assert(
    fc.property(shuffled, ([all, other, turns]) => {
      const turned = other.map((tie, at) => (turns[at] ? { one: tie.other, other: tie.one } : tie));
      expect(drawNetwork(turned)).toEqual(drawNetwork(all));
    }),
  );
});

test("every host that is tied stands in the picture once, and every pair has one line", () => {
  fc.assert(
    fc.property(ties, (all) => {
      const { spots, lines } = drawNetwork(all);
      const real = all.filter(({ one, other }) => one !== other);
      expect(spots.map(({ id }) => id)).toEqual([...new Set(real.flatMap(({ one, other }) => [one, other]))].sort());
      expect(lines).toHaveLength(new Set(real.map(({ one, other }) => [one, other].sort().join(" "))).size);
    }),
  );
});

test("nothing lies outside of the frame, no two circles touch, and each has room for its name", () => {
  fc.assert(
    fc.property(ties, (all) => {
      const { width, height, spots, lines } = drawNetwork(all);
      for (const { x, y } of spots) {
        expect(Math.min(x, width - x)).toBeGreaterThanOrEqual(cell.width / 2);
        expect(y).toBeGreaterThanOrEqual(radius);
        expect(height - y).toBeGreaterThanOrEqual(cell.height - radius - 8);
      }
      const bends = lines.flatMap(({ bend }) => bend ?? []);
      expect(bends.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
      const apart = (one: Spot, other: Spot) =>
        Math.abs(one.x - other.x) >= cell.width || Math.abs(one.y - other.y) >= cell.height;
      const pairs = spots.flatMap((one, at) => spots.slice(at + 1).map((other) => [one, other] as const));
      expect(pairs.filter(([one, other]) => !apart(one, other))).toEqual([]);
    }),
  );
});
