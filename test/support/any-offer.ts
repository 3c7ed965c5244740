import fc from "fast-check";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { OfferContent } from "../../src/offers/offer.ts";

/** Words as people type them: something, without spaces around it. */
export const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== "" && text.trim() === text);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const some = (codes: readonly string[]) => fc.subarray([...codes], { maxLength: 4 });
const shuffled = (codes: readonly string[]) => fc.shuffledSubarray([...codes], { maxLength: 4 });
const cents = fc.integer({ min: 0, max: 99_999_999 });
const period = fc.constantFrom("once", "day", "month", "quarter", "year");
const fee = fc.record({ amount: cents, period });

const rule = fc.oneof(
  fc.record({ model: fc.constant("free"), duration: maybe(words) }),
  fc.record({ model: fc.constant("flat"), amount: cents }),
  fc.record({
    model: fc.constant("per-unit"),
    unit: fc.constant("GB"),
    unitAmount: cents,
    minimumUnits: maybe(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({
    model: fc.constant("graduated"),
    unit: fc.constant("GB"),
    minimumUnits: fc.constant(1),
    base: fc.record({ upTo: fc.constant(5), amount: cents }),
    bands: fc.constantFrom(
      [],
      [
        { from: 6, upTo: 10, unitAmount: 50 },
        { from: 11, upTo: null, unitAmount: 25 },
      ],
    ),
  }),
  fc.record({ model: fc.constant("free-price"), suggested: maybe(cents) }),
  fc.record({
    model: fc.constant("composite"),
    parts: fc.array(
      fc.oneof(
        fc.record({ label: words, amount: cents }),
        fc.record({
          label: words,
          unitAmount: cents,
          unit: fc.constant("user"),
          slice: maybe(fc.constant({ size: 10, unit: "GB" })),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.constant({ model: "on-quote" }),
);

const price = fc
  .tuple(
    rule,
    fc.record({
      currency: fc.constantFrom("EUR", "CHF", "XOF"),
      period,
      vat: fc.constantFrom(
        { regime: "unknown" },
        { regime: "exempt", note: "293 B" },
        { regime: "excluded", percent: 5.5 },
      ),
      membership: fc.record({
        required: fc.boolean(),
        included: fc.boolean(),
        fee: maybe(fee),
        nonMemberSurcharge: maybe(fc.record({ amount: cents, period, who: maybe(words) })),
      }),
      solidarity: maybe(fc.record({ who: words, how: words, paidBy: words })),
      asOf: maybe(fc.constant("2026-11-24")),
      indicative: fc.boolean(),
      note: maybe(words),
    }),
  )
  .map(([first, second]) => ({ ...first, ...second }));

/** What may stand in the database besides: nothing, several lines, spaces around. */
export const anyText = fc.oneof(
  words,
  fc.constantFrom(
    "",
    " ",
    " un ",
    "deux\nlignes",
    "\nune ligne vide d’abord",
    "fin\r\nde Windows",
    "12,50",
    "<b>&amp;</b>",
  ),
);

/** Any offer, whose texts are of this kind. */
export function anyOffer(text: fc.Arbitrary<string> = words): fc.Arbitrary<OfferContent> {
  const texts = fc.array(text, { maxLength: 3 });
  const tier = fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
    title: maybe(text),
    summary: maybe(text),
    audienceSize: maybe(fc.constantFrom("trial", "small")),
    features: texts,
    storageGb: maybe(fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constant(2.5))),
    accountsMax: maybe(fc.integer({ min: 0, max: 500 })),
    tailored: fc.boolean(),
    includesAllOf: maybe(fc.constantFrom("small", "gone")),
    price: maybe(price),
    extra: fc.constantFrom({}, { order: 3, more: { deep: [true] } }),
  });
  const rest = fc.record({
    accompaniment: fc.record({
      included: some(codesOf("accompaniment")),
      notIncluded: some(codesOf("accompaniment")),
      formats: some(codesOf("accompanimentFormats")),
      steps: texts,
      followUp: maybe(fc.record({ short: maybe(text), long: maybe(text) })),
    }),
    support: fc.record({
      included: maybe(fc.boolean()),
      channels: texts,
      hours: maybe(text),
      answerWithin: maybe(text),
      note: maybe(text),
    }),
    maintenance: maybe(text),
    backups: maybe(text),
    exit: fc.record({ notice: maybe(text), formats: texts, help: maybe(text) }),
    continuity: maybe(text),
    onboarding: fc.record({ delay: maybe(text), commitment: maybe(text), text: maybe(text) }),
    territory: maybe(
      fc.record({
        codes: fc.constantFrom(["dep:67", "remote"], ["com:69123"], ["country:FR"]),
        policy: fc.constantFrom("only", "priority", "fallback", "anywhere"),
      }),
    ),
    conditions: maybe(text),
    registration: fc.constantFrom(null, "none", "on-request", "member"),
    requiresPartnerRole: maybe(fc.constantFrom(...codesOf("partnershipRoles"))),
    addonTo: maybe(fc.constantFrom("courriel", "agenda")),
    url: maybe(fc.webUrl()),
    notes: texts,
    extra: fc.constantFrom({}, { count: 16 }),
  });
  const first = fc.record({
    title: text,
    summary: text,
    language: fc.constantFrom("fr", "en", "oc"),
    needs: shuffled(codesOf("needs")),
    does: texts,
    doesNot: texts,
    features: texts,
    limits: texts,
    audiences: shuffled(codesOf("audiences")),
    audiencePriority: some(codesOf("audiences")),
    sectors: some(codesOf("audienceSectors")),
    techLevels: some(codesOf("techLevels")),
    software: fc.array(
      fc.record({ name: words, version: maybe(text), license: maybe(text), url: maybe(fc.webUrl()) }),
      {
        maxLength: 2,
      },
    ),
    isolation: fc.constantFrom("dedicated", "shared", null),
    tiers: fc.uniqueArray(tier, { maxLength: 3, selector: ({ id }) => id }),
  });
  return fc.tuple(first, rest).map(([one, other]) => StoredOffer.parse({ ...one, ...other }));
}
