import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showContent } from "../../src/offers/api-shapes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { OfferInput } from "../../src/offers/input.ts";
import { slugOf, slugPattern } from "../../src/offers/offer.ts";
import { anyOffer } from "../support/any-offer.ts";

describe("an offer", () => {
  test("shown by the API and sent back is the same offer", () => {
    fc.assert(
      fc.property(anyOffer(), (offer) => {
        expect(OfferInput.parse(showContent({ content: offer }))).toEqual(offer);
      }),
    );
  });

  test("stored and read again is the same offer", () => {
    fc.assert(
      fc.property(anyOffer(), (offer) => {
        expect(StoredOffer.parse(JSON.parse(JSON.stringify(offer)))).toEqual(offer);
      }),
    );
  });
});

test("any title makes an address, or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      expect(slugOf(title)).toMatch(new RegExp(`^$|${slugPattern.source}`));
    }),
  );
});
