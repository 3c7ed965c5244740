import fc from "fast-check";
import { expect, test } from "vitest";
import { hostKey, offerKey, originsOf, readOfferKey } from "../../src/directory/addresses.ts";
import { slugPattern } from "../../src/offers/offer.ts";

const origins = fc
  .record({
    scheme: fc.constantFrom("https:", "http:"),
    domain: fc.oneof(fc.domain(), fc.constantFrom("localhost", "127.0.0.1", "hôte.example", "[::1]")),
    port: fc.option(fc.integer({ min: 1, max: 65_535 })),
  })
  .map(({ scheme, domain, port }) => new URL(`${scheme}//${domain}${port === null ? "" : `:${port}`}`).origin);

test("an instance's key leads back to its origin", () => {
  fc.assert(fc.property(origins, (origin) => originsOf(hostKey(origin)).includes(origin)));
});

test("an offer's key leads back to its origin and its slug", () => {
  fc.assert(
    fc.property(origins, fc.stringMatching(slugPattern), (origin, slug) => {
      const read = readOfferKey(offerKey(origin, slug));
      expect(read?.slug).toBe(slug);
      expect(read?.origins).toContain(origin);
    }),
  );
});

test.each(["", "/", "four-banal.example", "four-banal.example/", "/courriel", "a b/c", "u@four-banal.example/x"])(
  "%j names no offer",
  (key) => expect(readOfferKey(key)).toBeNull(),
);

test("a key reads as people write it", () => {
  expect(offerKey("https://four-banal.example", "courriel")).toBe("four-banal.example/courriel");
  expect(hostKey("http://localhost:8081")).toBe("localhost:8081");
});
