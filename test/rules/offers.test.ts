import { describe, expect, test } from "vitest";
import { type AdviceCode, adviceOn } from "../../src/offers/advice.ts";
import { adviceWords } from "../../src/offers/advice-words.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { NewOfferInput } from "../../src/offers/input.ts";
import { slugOf } from "../../src/offers/offer.ts";

const flat = { model: "flat", amount: 1000 };
const adviceFor = (fields: object): readonly AdviceCode[] =>
  adviceOn(StoredOffer.parse({ title: "Une offre", ...fields })).map(({ code }) => code);

describe("advice", () => {
  test("has nothing to say of an offer that is clear, framed and complete", () => {
    const price = { ...flat, asOf: "2026-11-24" };
    const complete = {
      ...{
        summary: "Pour travailler ensemble.",
        needs: ["file-sharing"],
        doesNot: ["Pas de site web"],
        audiences: ["individual"],
      },
      tiers: [
        { id: "a", price },
        { id: "b", price },
        { id: "c", price: { model: "on-quote" }, tailored: true },
      ],
      ...{
        accompaniment: { included: ["training"] },
        support: { channels: ["courriel"] },
        software: [{ name: "Nextcloud", license: "AGPL-3.0-or-later" }],
      },
      ...{ maintenance: "Nous", backups: "Chaque nuit", exit: { notice: "Un mois" }, continuity: "Un confrère" },
    };
    expect(adviceFor(complete)).toEqual([]);
  });

  test("asks for at most three base tiers, and a tailored one", () => {
    const tiers = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `t${index}`, price: flat }));
    expect(adviceFor({ tiers: tiers(6) })).toContain("too-many-tiers");
    expect(adviceFor({ tiers: tiers(3) })).not.toContain("too-many-tiers");
    expect(adviceFor({ tiers: tiers(3) })).toContain("tailored-tier-missing");
    expect(adviceFor({ tiers: tiers(1) })).not.toContain("tailored-tier-missing");
  });

  test("prefers the need to the software's name", () => {
    const software = [{ name: "Nextcloud" }];
    expect(adviceFor({ title: "Suite Nextcloud", software })).toContain("title-names-software");
    expect(adviceFor({ title: "Travailler ensemble", software })).not.toContain("title-names-software");
  });

  test("asks for an example where all is on quote, and for a need except of a supplement", () => {
    expect(adviceFor({ tiers: [{ id: "a", price: { model: "on-quote" } }] })).toContain("example-price-missing");
    expect(adviceFor({})).toContain("needs-missing");
    expect(adviceFor({ addonTo: "autre" })).not.toContain("needs-missing");
  });

  test("gives its reasons in both languages", () => {
    expect(Object.keys(adviceWords.fr)).toEqual(Object.keys(adviceWords.en));
  });
});

test.each([
  ["Mail & cloud coopératifs", "mail-cloud-cooperatifs"],
  ["L’œuvre d’Émilie", "l-oeuvre-d-emilie"],
  ["  --- ", ""],
  ["日本", ""],
  ["a".repeat(200), "a".repeat(60)],
])("the address of %j is %j", (title, slug) => expect(slugOf(title)).toBe(slug));

test("tiers without an id get one of their own from their titles", () => {
  const tiers = [{ title: "Petit groupe" }, { title: "Petit groupe" }, { title: "日本" }, { id: "petit" }];
  const read = NewOfferInput.parse({ title: "x", tiers });
  expect(read.content.tiers.map(({ id }) => id)).toEqual(["petit-groupe", "petit-groupe-2", "tier-3", "petit"]);
});
