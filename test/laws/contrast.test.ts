import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { changingRoles, colourOf, contrastOf, rolePairs, schemes } from "../../src/web/roles.ts";

describe.each(schemes)("in the %s", (scheme) => {
  test.each(rolePairs)("$front is read on $back", (pair) => {
    expect(contrastOf(pair, scheme)).toBeGreaterThanOrEqual(pair.least);
  });
});

test("docs/design.md has the colours and the contrasts as they are", () => {
  const text = readFileSync(projectPath("docs", "design.md"), "utf8");
  for (const front of new Set(rolePairs.map((pair) => pair.front))) {
    const pairs = rolePairs.filter((pair) => pair.front === front);
    const least = schemes.map((scheme) => Math.min(...pairs.map((pair) => contrastOf(pair, scheme))));
    const colours = schemes.map((scheme) => `\`${colourOf(front, scheme)}\``).join(" | ");
    const figures = least.map((figure) => (Math.floor(figure * 10) / 10).toFixed(1)).join(" / ");
    expect(text).toContain(`| \`${front}\` | ${colours} | ${figures} | ${pairs[0]?.least} |`);
  }
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
