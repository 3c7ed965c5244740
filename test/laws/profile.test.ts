import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/foundation/language.ts";
import { factWords } from "../../src/hosts/fact-words.ts";
import { StoredProfile } from "../../src/hosts/form.ts";
import { capabilities, emptyProfile, type HostProfile } from "../../src/hosts/host.ts";
import { listPlacesNamed, placeName } from "../../src/hosts/place-names.ts";
import type { Sent } from "../../src/hosts/profile-form.ts";
import { readProfile, showProfile } from "../../src/hosts/profile-sections.ts";
import { listPlaces } from "../../src/hosts/territories.ts";
import { policies } from "../../src/hosts/territory.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";

const speeches = languages.map((language) => ({ language, factNames: factWords[language].names }));
const speech = fc.constantFrom(...speeches);

// As an import may bring it: any signs, line ends and spaces around.
const wild = fc.string({ unit: "grapheme", maxLength: 40 }).filter((text) => text.isWellFormed());
const said = wild.filter((text) => text.trim() !== "");
// As people type it.
const plain = fc
  .stringMatching(/^[A-Za-zéèç0-9][A-Za-zéèç0-9 ,.'()-]{0,30}$/)
  .map((text) => text.trim())
  .filter((text) => text !== "");
const orNull = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
const few = <Value>(some: fc.Arbitrary<Value>) => fc.array(some, { maxLength: 3 });
const codes = (list: readonly string[]) => fc.subarray([...list]);
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const place = fc.constantFrom(...listPlaces().map(({ code }) => code), "country:FR", "country:BE", "remote");
const commune = fc.constantFrom(...listPlaces().flatMap(({ code }) => (code.startsWith("com:") ? code : [])));

function profileOf(text: fc.Arbitrary<string>, needed: fc.Arbitrary<string>, figure: fc.Arbitrary<unknown>) {
  return fc.record({
    name: needed,
    tagline: orNull(needed),
    summary: text,
    language: fc.constantFrom("fr", "en", "oc"),
    website: orNull(fc.webUrl()),
    legalForm: orNull(fc.constantFrom(...codesOf("legalForms"))),
    country: orNull(fc.constantFrom("FR", "BE", "CH")),
    commune: orNull(commune),
    identifiers: few(fc.record({ scheme: fc.constantFrom("rcs", "vat"), value: needed })),
    memberOf: few(needed),
    languages: fc.subarray(["fr", "en", "br", "oc", "de"]),
    capabilities: codes(capabilities) as fc.Arbitrary<HostProfile["capabilities"]>,
    territory: orNull(
      fc.record({ codes: fc.uniqueArray(place, { minLength: 1, maxLength: 4 }), policy: fc.constantFrom(...policies) }),
    ),
    dataLocation: orNull(needed),
    commitments: few(fc.record({ claim: needed, evidence: orNull(needed), asOf: orNull(day), answer: orNull(needed) })),
    doesNot: few(needed),
    contact: fc.record({
      email: orNull(fc.constant("bonjour@pomme.example")),
      phone: orNull(fc.constant("+33 4 72 00 00 00")),
      url: orNull(fc.webUrl()),
      address: orNull(needed),
    }),
    termsUrl: orNull(fc.webUrl()),
    solidarity: orNull(
      fc.record({ who: codes(codesOf("audiences")), notFor: codes(codesOf("audiences")), how: needed }),
    ),
    referrals: few(fc.record({ to: needed, why: orNull(needed) })),
    facts: few(fc.record({ name: needed, value: figure, note: orNull(needed) })),
    closing: fc.constant(null),
    extra: fc.dictionary(fc.string(), fc.jsonValue()),
  }) satisfies fc.Arbitrary<HostProfile>;
}

const imported = profileOf(wild, said, fc.jsonValue());
const typed = profileOf(
  fc.oneof(plain, fc.constant("")),
  plain,
  fc.oneof(plain, fc.integer({ min: 0, max: 1e9 }), fc.constant({ employees: 3, volunteers: 12 })),
);

describe("a host's profile and its form", () => {
  test("a form that is sent as it was shown changes nothing, whatever is stored", () => {
    fc.assert(
      fc.property(imported, speech, (profile, said) => {
        const read = readProfile(showProfile(profile, said), profile, said);
        expect(read).toEqual({ profile, wrong: {}, questions: {} });
      }),
    );
  });

  test("not even through a browser, which sends other line ends and no spaces around", () => {
    fc.assert(
      fc.property(imported, speech, (profile, said) => {
        const read = readProfile(throughBrowser(showProfile(profile, said)), profile, said);
        expect(read).toEqual({ profile, wrong: {}, questions: {} });
      }),
    );
  });

  test("what people typed is all there, whatever was there before", () => {
    fc.assert(
      fc.property(typed, imported, speech, (wanted, before, said) => {
        fc.pre(wanted.capabilities.length > 0 && (wanted.territory?.codes.length ?? 1) > 0);
        const emptied = { ...emptyProfile(before.name, before.language), extra: before.extra };
        const { profile, wrong, questions } = readProfile(showProfile(wanted, said), emptied, said);
        expect({ wrong, questions }).toEqual({ wrong: {}, questions: {} });
        const known = factWords[said.language].names;
        const codeOf = (name: string) => Object.entries(known).find(([, word]) => word === name)?.[0] ?? name;
        expect(profile).toEqual({
          ...wanted,
          facts: wanted.facts.map((fact) => ({ ...fact, name: codeOf(fact.name), value: figureOf(fact.value) })),
          extra: before.extra,
        });
      }),
    );
  });

  test("a profile that was read is one that can be stored", () => {
    fc.assert(
      fc.property(typed, speech, (wanted, said) => {
        const { profile } = readProfile(showProfile(wanted, said), emptyProfile("Avant", "fr"), said);
        expect(StoredProfile.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      }),
    );
  });

  test("any form at all is answered, and loses nothing that the form does not show", () => {
    const names = fc.constantFrom(...Object.keys(showProfile(emptyProfile("x", "fr"), speeches[0] as never)));
    const more = fc.constantFrom("commitments.0.claim", "commitments.199.asOf", "facts.1.value", "identifiers.0.value");
    const form = fc.dictionary(fc.oneof(names, more), few(fc.oneof(wild, fc.string({ maxLength: 400 }))));
    fc.assert(
      fc.property(form, imported, speech, (sent, before, said) => {
        const { profile } = readProfile(sent, before, said);
        expect(profile.extra).toEqual(before.extra);
        expect(profile.closing).toEqual(before.closing);
        expect(profile.name.trim()).not.toBe("");
      }),
    );
  });
});

describe("the names of places", () => {
  test.each(languages)("each place of the country has a name that reads back as that place, in %s", (language) => {
    const wrong = listPlaces().filter(
      ({ code }) => listPlacesNamed(placeName(code, language), language).join() !== code,
    );
    expect(wrong).toEqual([]);
  });
});

/** A browser drops line ends in single lines, and sends those of a text as CR LF. */
function throughBrowser(sent: Sent): Sent {
  return Object.fromEntries(
    Object.entries(sent).map(([name, values]) => [
      name,
      values.map((value) => value.trim().replace(/\r\n?|\n/g, "\r\n")),
    ]),
  );
}

// A figure that is typed is one; JSON that is typed too.
function figureOf(value: unknown): unknown {
  return typeof value === "string" && /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(value) ? Number(value) : value;
}
