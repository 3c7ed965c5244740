import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../src/offers/desk-differences.ts";
import type { Entries } from "../../src/offers/desk-form.ts";
import { readSection, sectionNames, sections, writeSection } from "../../src/offers/desk-sections.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { OfferContent } from "../../src/offers/offer.ts";
import { quote } from "../../src/offers/quote.ts";
import { anyOffer, anyText, words } from "../support/any-offer.ts";

const languages = fc.constantFrom("fr" as const, "en" as const);
const section = fc.constantFrom(...sectionNames);
const blank = StoredOffer.parse({ title: "Sans rien" });

/** What a browser sends of a form: line ends of its own, and nothing of boxes that are not ticked. */
function sentBy(entries: Entries): Entries {
  const sent = Object.entries(entries).filter(([, values]) => values.length > 0);
  return Object.fromEntries(
    sent.map(([name, values]) => [name, values.map((value) => value.replaceAll(/\r\n?|\n/g, "\r\n"))]),
  );
}

test("every field of an offer is asked for in one section, but for what imports brought along", () => {
  const asked = Object.values(sections).flat();
  expect([...asked].sort()).toEqual(
    Object.keys(blank)
      .filter((field) => field !== "extra")
      .sort(),
  );
});

describe("a form of the editor", () => {
  test("sent back as it came changes nothing, whatever stands in the offer", () => {
    fc.assert(
      fc.property(anyOffer(anyText), section, languages, (offer, name, language) => {
        const { content, problems } = readSection(sentBy(writeSection(offer, name, language)), name, offer, language);
        expect([...problems]).toEqual([]);
        expect(content).toEqual(offer);
      }),
    );
  });

  test("says the whole of its section: read into a blank offer, it is the same", () => {
    const told = anyOffer().filter(({ tiers }) => tiers.every(({ title }) => title !== null));
    fc.assert(
      fc.property(told, languages, (offer, language) => {
        let built: OfferContent = blank;
        for (const name of sectionNames) {
          const { content, problems } = readSection(sentBy(writeSection(offer, name, language)), name, built, language);
          expect([...problems]).toEqual([]);
          built = content;
        }
        expect(said(built)).toEqual(said(offer));
      }),
    );
  });

  test("changed in one field changes that field, and loses nothing of the rest", () => {
    fc.assert(
      fc.property(anyOffer(anyText), words, (offer, summary) => {
        const sent = { ...sentBy(writeSection(offer, "what", "fr")), title: ["Un titre"], summary: [summary] };
        const { content } = readSection(sent, "what", offer, "fr");
        expect(content).toEqual({ ...offer, title: "Un titre", summary });
      }),
    );
  });

  test("changed in one formula leaves the others, and what imports brought to that one", () => {
    const several = anyOffer(anyText).filter(({ tiers }) => tiers.length > 1);
    fc.assert(
      fc.property(several, (offer) => {
        const sent = { ...sentBy(writeSection(offer, "price", "fr")), "tiers.1.title": ["Une équipe"] };
        const { content, problems } = readSection(sent, "price", offer, "fr");
        expect([...problems]).toEqual([]);
        expect(content.tiers).toEqual(
          offer.tiers.map((tier, row) => (row === 1 ? { ...tier, title: "Une équipe" } : tier)),
        );
      }),
    );
  });

  test("whatever is sent in it, what is read can be stored, or the reason is beside a field", () => {
    const noise = fc.oneof(
      anyText,
      fc.constantFrom("-1", "1e9", "999999999999", "2026-02-30", "x".repeat(20_000), "0", "none"),
    );
    fc.assert(
      fc.property(anyOffer(), section, fc.infiniteStream(fc.option(noise, { freq: 2 })), (offer, name, stream) => {
        const sent: Record<string, readonly string[]> = {};
        for (const [field, values] of Object.entries(writeSection(offer, name, "fr"))) {
          const other = stream.next().value;
          sent[field] = other === null ? values : [String(other)];
        }
        const { content, problems } = readSection(sent, name, offer, "fr");
        if (problems.size === 0) expect(StoredOffer.parse(content)).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });
});

test("a territory is written by names of places; one that is unknown, or shared, is asked for again", () => {
  const typed = (places: string) =>
    readSection({ "territory.codes": [places], "territory.policy": ["only"] }, "territory", blank, "fr");
  expect(typed("Rhône\r\n35\r\nÀ distance").content.territory).toEqual({
    codes: ["dep:69", "dep:35", "remote"],
    policy: "only",
  });
  expect([...typed("Atlantide").problems.values()]).toEqual(["unknown-territory"]);
  expect([...typed("Saint-Denis").problems.values()]).toEqual(["several-territories"]);
});

describe("a price that somebody types", () => {
  const typed = (fields: Readonly<Record<string, string>>) => {
    const sent = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`tiers.0.${name}`, [value]]));
    return readSection({ "tiers.0.title": ["Un espace"], ...sent }, "price", blank, "fr");
  };
  const flat = (amount: string) => typed({ "price.model": "flat", "price.flat.amount": amount });

  test.each(["2,50", "2.50", "2,5", " 2,50 € ", "002,50"])("%s is two and a half", (amount) => {
    expect(flat(amount).content.tiers).toMatchObject([{ price: { model: "flat", amount: 250, currency: "EUR" } }]);
  });

  test.each(["", "deux", "2,505", "-2", "2,5,0", "1e3"])("“%s” is refused beside its field", (amount) => {
    expect([...flat(amount).problems.keys()]).toEqual(["tiers.0.price.flat.amount"]);
  });

  test("in a currency without cents has none", () => {
    const fields = { "price.model": "flat", "price.currency": "XOF", "price.flat.amount": "2500" };
    expect(typed(fields).content.tiers).toMatchObject([{ price: { amount: 2500, currency: "XOF" } }]);
    expect(typed({ ...fields, "price.flat.amount": "2,50" }).problems.size).toBe(1);
  });

  test("by bands asks where each ends, and computes as its page will", () => {
    const { content, problems } = typed({
      ...{ "price.model": "graduated", "price.graduated.unit": "Go", "price.graduated.minimumUnits": "5" },
      ...{ "price.graduated.base.upTo": "5", "price.graduated.base.amount": "2,50" },
      ...{ "price.graduated.bands.0.upTo": "10", "price.graduated.bands.0.unitAmount": "0,50" },
      ...{ "price.graduated.bands.1.upTo": "100", "price.graduated.bands.1.unitAmount": "0,25" },
      ...{ "price.graduated.bands.2.upTo": "", "price.graduated.bands.2.unitAmount": "0,10" },
      ...{ "price.membership.nonMemberSurcharge.amount": "1", "price.membership.nonMemberSurcharge.period": "month" },
    });
    expect([...problems]).toEqual([]);
    const cost = (GB: number, member = true) => {
      const found = quote(content, { tier: null, quantity: { Go: GB }, member });
      return found.done ? found.value.amount : found.reason.reason;
    };
    expect([5, 10, 20, 50, 100, 200].map((GB) => cost(GB))).toEqual([250, 500, 750, 1_500, 2_750, 3_750]);
    expect(cost(5, false)).toBe(350);
    expect(cost(4)).toBe("below-minimum");
  });

  test("by bands that do not follow each other is refused where it goes wrong", () => {
    const bands = (first: string, second: string) =>
      typed({
        ...{ "price.model": "graduated", "price.graduated.unit": "Go", "price.graduated.minimumUnits": "8" },
        ...{ "price.graduated.base.upTo": "5", "price.graduated.base.amount": "2" },
        ...{ "price.graduated.bands.0.upTo": first, "price.graduated.bands.0.unitAmount": "1" },
        ...{ "price.graduated.bands.1.upTo": second, "price.graduated.bands.1.unitAmount": "1" },
      }).problems;
    const at = "tiers.0.price.graduated";
    expect(bands("3", "9")).toEqual(
      new Map([
        [`${at}.base.upTo`, "below-minimum"],
        [`${at}.bands.0.upTo`, "not-after"],
      ]),
    );
    expect(bands("", "9").get(`${at}.bands.0.upTo`)).toBe("open-in-the-middle");
  });

  test("made of parts adds them up: 15 € of membership and 35 €; 3 people with 20 GB each, without VAT and with", () => {
    const parts = (rows: readonly (readonly [string, string, string?, string?, string?])[], more: object = {}) =>
      typed({
        ...Object.fromEntries(
          rows.flatMap(([label, amount, unit = "", size = "", of = ""], row) => {
            const at = `price.composite.parts.${row}`;
            const values = { label, amount, unit, "slice.size": size, "slice.unit": of };
            return Object.entries(values).map(([name, value]) => [`${at}.${name}`, value]);
          }),
        ),
        ...{ "price.model": "composite", ...more },
      }).content;
    const year = quote(
      parts(
        [
          ["Adhésion", "15"],
          ["Espace", "35"],
        ],
        { "price.period": "year" },
      ),
      { tier: null, quantity: {}, member: null },
    );
    expect(year).toMatchObject({ value: { amount: 5_000, period: "year" } });
    const vat = { "price.vat.regime": "excluded", "price.vat.percent": "20" };
    const month = parts(
      [
        ["Place", "1,50", "personne", "10", "Go"],
        ["Machine", "5"],
        ["Suivi", "10"],
      ],
      vat,
    );
    expect(quote(month, { tier: null, quantity: { personne: 3, Go: 20 }, member: null })).toMatchObject({
      value: { amount: 2_400, vat: { included: 2_880 } },
    });
  });

  test("goes with its formula when that is emptied or marked, and nobody promises it any more", () => {
    const offer = StoredOffer.parse({
      title: "Deux",
      tiers: [
        { id: "petit", title: "Petit", price: { model: "flat", amount: 100 } },
        { id: "grand", title: "Grand", includesAllOf: "petit" },
      ],
    });
    const sent = writeSection(offer, "price", "fr");
    const removed = readSection({ ...sent, "tiers.0.remove": ["yes"] }, "price", offer, "fr").content.tiers;
    expect(removed).toMatchObject([{ id: "grand", includesAllOf: null }]);
    const emptied = { ...sent, "tiers.0.title": [""], "tiers.0.price.model": [""] };
    expect(readSection(emptied, "price", offer, "fr").content.tiers.map(({ id }) => id)).toEqual(["grand"]);
  });
});

/** An offer but for what no form shows: the ids of its formulas, what imports brought, and a follow-up of nothing. */
function said({ tiers, accompaniment, ...rest }: OfferContent) {
  const followUp = accompaniment.followUp?.short || accompaniment.followUp?.long ? accompaniment.followUp : null;
  const shown = tiers.map(({ id, ...tier }) => ({ ...tier, extra: {} }));
  return { ...rest, extra: {}, accompaniment: { ...accompaniment, followUp }, tiers: shown };
}

describe("the differences between two versions of an offer", () => {
  const told = anyOffer().filter(
    ({ accompaniment: { followUp } }) => followUp === null || followUp.short !== null || followUp.long !== null,
  );

  test("are none where they say the same, and some wherever they do not", () => {
    fc.assert(
      fc.property(told, told, languages, (one, other, language) => {
        expect(differencesOf(one, one, language)).toEqual([]);
        expect(differencesOf(one, other, language).length === 0).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });

  test("name the one field that changed, whatever it is", () => {
    const fields = Object.keys(blank).filter((field) => field !== "extra") as (keyof OfferContent)[];
    fc.assert(
      fc.property(told, told, fc.constantFrom(...fields), (one, other, field) => {
        const mixed = { ...one, [field]: other[field] };
        const names = differencesOf(one, mixed, "fr").map(({ name }) => name.split(".")[0]);
        expect(names.every((name) => name === field || (field === "tiers" && name === "extra"))).toBe(true);
        expect(names.length > 0).toBe(!isDeepStrictEqual(one[field], other[field]));
      }),
    );
  });

  test("turned around, take away what they added", () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const there = differencesOf(one, other, "fr").map(({ before, after }) => [before, after]);
        const back = differencesOf(other, one, "fr").map(({ before, after }) => [after, before]);
        const sorted = (pairs: readonly unknown[]) => pairs.map((pair) => JSON.stringify(pair)).sort();
        expect(sorted(back)).toEqual(sorted(there));
      }),
    );
  });
});
