import { cruise } from "dependency-cruiser";
import { expect, test } from "vitest";
import rules from "../.dependency-cruiser.mjs";

test("imports point one way: top → federation → rooms → web → foundation", async () => {
  const { output } = await cruise(["src", "federation"], { ...rules.options, ruleSet: rules, validate: true } as never);
  const { summary } = output as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  };
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised, "the tool saw no TypeScript: is its compiler supported?").toBeGreaterThan(60);
});
