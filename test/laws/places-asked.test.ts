import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswers } from "../../src/directory/answers-form.ts";
import { readAsked } from "../../src/directory/asked.ts";
import { readFilters } from "../../src/directory/filters.ts";
import { readPlace } from "../../src/directory/place-asked.ts";
import { placeName } from "../../src/hosts/place-names.ts";
import { listPlaces } from "../../src/hosts/territories.ts";

const communes = listPlaces().filter(({ code, former }) => code.startsWith("com:") && !former);

test("the name that a field shows for a commune reads back as that commune", () => {
  fc.assert(
    fc.property(fc.constantFrom(...communes), ({ code }) => {
      expect(readPlace(placeName(code, "fr"), "fr")?.meant).toEqual([code]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["Fougères", ["com:35115"]],
  ["  fougeres ", ["com:35115"]],
  ["Fougères (35)", ["com:35115"]],
  ["35300 Fougères", ["com:35115"]],
  ["com:35115", ["com:35115"]],
  ["Paris", ["com:75056"]],
  ["69", ["dep:69"]],
  ["Rhône", ["dep:69"]],
  ["Occitanie", ["reg:76"]],
  ["Bretagne", ["reg:53", "com:36024", "com:90019"]],
  ["Trifouillis-les-Oies", []],
])("%s is understood", (typed, meant) => {
  expect(readPlace(typed, "fr")?.meant).toEqual(meant);
});

test("whatever is typed, the answer is a list of places, and nothing where nothing was said", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (typed) => {
      const place = readPlace(typed, "fr");
      if (typed.trim() === "") expect(place).toBeNull();
      else expect(place?.meant.every((code) => /^[a-z]+(:\w+)?$/.test(code))).toBe(true);
    }),
  );
});

const codes = listPlaces().map(({ code }) => code);

test("a place is read alike by a page, by a script and by the three questions: one place, several, or none", () => {
  const typed = fc.oneof(
    fc.constantFrom(...communes).map(({ code }) => placeName(code, "fr")),
    fc.constantFrom(...communes).map(({ name }) => name),
    fc.constantFrom(
      "Vienne",
      "Paris",
      "La Réunion",
      "35300",
      "35300 Fougères",
      "Fougères (35)",
      "Bretagne",
      "Atlantis",
    ),
    fc.constantFrom(...codes),
  );
  fc.assert(
    fc.property(typed, (territory) => {
      const query = new URLSearchParams({ territory });
      const page = readAsked(query, "fr").filters.territory;
      expect(readFilters(query).territory).toBe(page);
      const { answers } = readAnswers(new URLSearchParams({ place: territory }), "fr");
      expect(answers.territory).toBe(page === territory && /^\d{5}$/.test(territory) ? null : page);
    }),
    { numRuns: 300 },
  );
});
