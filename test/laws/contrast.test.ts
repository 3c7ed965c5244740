import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changingRoles, colourOf, contrastOf, rolePairs, schemes } from "../../src/web/roles.ts";

describe.each(schemes)("in the %s", (scheme) => {
  test.each(rolePairs)("$front is read on $back", (pair) => {
    expect(contrastOf(pair, scheme)).toBeGreaterThanOrEqual(pair.least);
  });
});

test("every role that changes with the scheme is measured, but for the lines and points that only adorn", () => {
  const measured = new Set(rolePairs.flatMap(({ front, back }) => [front, back]));
  const adorning = ["line", "focus-halo", "point-b", "point-c"];
  expect(changingRoles().filter((role) => !measured.has(role))).toEqual(adorning);
});

test("contrast is the same both ways, and lies between 1 and 21", () => {
  const role = fc.constantFrom(...changingRoles());
  fc.assert(
    fc.property(role, role, fc.constantFrom(...schemes), (front, back, scheme) => {
      const contrast = contrastOf({ front, back }, scheme);
      expect(contrast).toBeCloseTo(contrastOf({ front: back, back: front }, scheme), 12);
      expect(contrast).toBeGreaterThanOrEqual(1);
      expect(contrast).toBeLessThanOrEqual(21);
      if (colourOf(front, scheme) === colourOf(back, scheme)) expect(contrast).toBe(1);
    }),
  );
});
