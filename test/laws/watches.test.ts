import fc from "fast-check";
import { expect, test } from "vitest";
import { availabilityStates } from "../../src/availability/availability.ts";
import { type Filters, joints, noFilters, sorts } from "../../src/directory/directory.ts";
import { readFilters } from "../../src/directory/filters.ts";
import { normalFilters, searchOf } from "../../src/directory/normal-form.ts";
import { searchWords } from "../../src/directory/search-words.ts";
import { capabilities } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";

const some = <Code extends string>(codes: readonly Code[]) => fc.array(fc.constantFrom(...codes), { maxLength: 4 });
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const words = fc.array(fc.constantFrom("Courriel", "École", "wiki", "un  agenda"), { maxLength: 3 });

const filters: fc.Arbitrary<Filters> = fc.record({
  q: words.map((typed) => typed.join(" ")),
  needs: some(codesOf("needs")),
  audiences: some(codesOf("audiences")),
  territory: orNull(fc.constantFrom("com:16015", "dep:69", "reg:75", "country:FR")),
  availability: some(availabilityStates),
  price: orNull(
    fc.record({
      cents: fc.integer({ min: 0, max: 100_000 }),
      currency: fc.constantFrom("EUR", "CHF"),
      quantity: orNull(fc.record({ unit: fc.constantFrom("GB", "users"), count: fc.integer({ min: 1, max: 999 }) })),
    }),
  ),
  software: some(["Nextcloud", "Dokuwiki", "Galène"]),
  alternativeTo: some(["Doodle", "Google Docs"]),
  isolation: fc.constantFrom("dedicated", "shared", null),
  accompaniment: some(codesOf("accompaniment")),
  capabilities: some(capabilities),
  languages: some(["fr", "en", "oc"]),
  joint: some(joints),
  fresh: orNull(fc.integer({ min: 1, max: 365 })),
  all: fc.boolean(),
  sort: fc.constantFrom(...sorts),
});

const lists = [
  ...["needs", "audiences", "availability", "software", "alternativeTo"],
  ...["accompaniment", "capabilities", "languages", "joint"],
] as const satisfies readonly (keyof Filters)[];

test("however a search is typed and in whatever order, it is the same watch", () => {
  fc.assert(
    fc.property(filters, fc.constantFrom(...sorts), fc.boolean(), (one, sort, all) => {
      const turned = Object.fromEntries(lists.map((name) => [name, [...one[name], ...one[name]].reverse()]));
      const typed = `  ${one.q.toUpperCase().replaceAll(" ", " \t ")} `;
      expect(searchOf({ ...one, ...turned, q: typed, sort, all } as Filters)).toBe(searchOf(one));
    }),
  );
});

test("two searches that ask for something else are two watches", () => {
  const set = (codes: readonly string[]) => [...new Set(codes)].sort();
  const meant = ({ all: _, sort: __, ...rest }: Filters) =>
    JSON.stringify({
      ...rest,
      q: rest.q.toLowerCase().split(/\s+/).filter(Boolean),
      ...Object.fromEntries(lists.map((name) => [name, set(rest[name])])),
    });
  fc.assert(
    fc.property(filters, filters, (one, other) => {
      expect(searchOf(one) === searchOf(other)).toBe(meant(one) === meant(other));
    }),
  );
});

test("the normal form is read back as it was written, and is its own normal form", () => {
  fc.assert(
    fc.property(filters, (one) => {
      const read = readFilters(new URLSearchParams(searchOf(one)));
      expect(read).toEqual(normalFilters(one));
      expect(searchOf(read)).toBe(searchOf(one));
    }),
  );
});

test("every search can be said in words", () => {
  fc.assert(
    fc.property(filters, fc.constantFrom("fr" as const, "en" as const), (one, language) => {
      expect(searchWords(one, language)).not.toMatch(/undefined|null|^$/);
    }),
  );
  expect(searchWords(noFilters, "fr")).toBe("toutes les offres");
});
