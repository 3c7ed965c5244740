import { expect, test } from "vitest";
import { availabilityStates } from "../../src/availability/availability.ts";
import { languages } from "../../src/foundation/language.ts";
import { capabilities } from "../../src/hosts/host.ts";
import { policies } from "../../src/hosts/territory.ts";
import {
  codesOf,
  findNeed,
  isCode,
  label,
  needIri,
  needs,
  softwareIri,
  vocabularies,
} from "../../src/hosts/vocabularies.ts";

const everyTerm = Object.entries(vocabularies).flatMap(([list, terms]) => terms.map((term) => ({ list, ...term })));

test("every code has a French and an English label of its own", () => {
  for (const { list, code, fr, en } of everyTerm) {
    expect(fr, `${list} ${code}`).not.toBe("");
    expect(en, `${list} ${code}`).not.toBe(fr);
  }
});

test("no two codes of a list are called the same", () => {
  for (const [list, terms] of Object.entries(vocabularies)) {
    for (const value of ["code", ...languages] as const) {
      expect(new Set(terms.map((term) => term[value])).size, `${list} ${value}`).toBe(terms.length);
    }
  }
});

test("labels are set in French typography", () => {
  for (const { fr, en } of everyTerm) expect(`${fr} ${en}`).not.toMatch(/'| [;:!?%]/);
});

test("no trace of the research is left in what people read", () => {
  expect(JSON.stringify(vocabularies)).not.toMatch(/\[[SWD]-?[A-Z0-9]+\]|researcher|\bS[0-9]\b/);
});

test("the states and codes of the code are those of the lists", () => {
  expect(codesOf("availability")).toEqual(availabilityStates);
  expect(codesOf("capabilities")).toEqual(capabilities);
  expect(codesOf("territoryPolicies")).toEqual(policies);
  expect(codesOf("pricingModels")).toHaveLength(7);
});

test("a need knows what it replaces and in which group it is shown", () => {
  expect(findNeed("polls")?.alternativeTo).toContain("Doodle");
  for (const need of needs) expect(isCode("needGroups", need.group), need.code).toBe(true);
  expect(findNeed("no-such-need")).toBeNull();
});

test("a label is said in the reader's language, and an unknown code as it is", () => {
  expect(label("availability", "waiting-list", "fr")).toBe("Liste d’attente");
  expect(label("availability", "waiting-list", "en")).toBe("Waiting list");
  expect(label("needs", "no-such-need", "en")).toBe("no-such-need");
});

test("what has a name that everyone knows is called by it, the rest by our own", () => {
  expect(softwareIri("Nextcloud")).toBe("https://www.wikidata.org/wiki/Q25874683");
  expect(softwareIri("Nobody's software")).toBeNull();
  expect(needIri("polls")).toBe("https://w3id.org/essaim/ns#service/polls");
});
