import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ShownState, shownStates, takesIn } from "../../src/availability/availability.ts";
import { costOf } from "../../src/directory/costs.ts";
import { helpIn, helpNotIn, helps } from "../../src/directory/help.ts";
import { touches } from "../../src/directory/limits.ts";
import { type Asked, type Facts, type Fit, type Lack, reasonsFor } from "../../src/directory/reasons.ts";
import { grantedBy, tools, type Wish, wishesOf } from "../../src/directory/wishes.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { codesOf } from "../../src/hosts/vocabularies.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { anyOffer } from "../support/any-offer.ts";

const now = new Date("2026-11-26T10:00:00Z");
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyAsked: fc.Arbitrary<Asked> = fc.record({
  wishes: fc
    .tuple(fc.subarray([...codesOf("needs")], { maxLength: 5 }), fc.subarray([...tools], { maxLength: 3 }))
    .map(([needs, left]) => wishesOf(needs, left)),
  territory: nullable(fc.constant("com:69123")),
  people: nullable(fc.integer({ min: 1, max: 300 })),
  budget: nullable(
    fc.record({ cents: fc.integer({ min: 0, max: 90_000_000 }), currency: fc.constantFrom("EUR", "CHF") }),
  ),
  help: fc.subarray([...helps]),
  keeper: nullable(fc.constantFrom("host" as const, "us" as const)),
});

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    content: anyOffer(),
    state: fc.constantFrom(...shownStates),
    territory: nullable(
      fc.record({
        codes: fc.constant(["dep:69"]),
        policy: fc.constantFrom("only", "priority", "fallback", "anywhere"),
      }),
    ),
    inside: fc.boolean(),
    people: nullable(fc.integer({ min: 1, max: 300 })),
    days: fc.integer({ min: 0, max: 400 }),
    doesNot: fc.array(fc.constantFrom("Pas de sondages", "Pas de site web", "Rien le lundi")),
  })
  .map(({ people, days, doesNot, inside, ...facts }) => ({
    ...{ ...facts, availability: null, now, inside: facts.territory === null ? null : inside },
    profile: { ...emptyProfile("Le Four banal", "fr"), doesNot },
    cost: costOf(facts.content, { users: people, gb: null }),
    confirmed: new Date(now.getTime() - days * 86_400_000),
  }));

type Reason = Fit | Lack;
type Holds<Code extends Reason["code"]> = (
  asked: Asked,
  facts: Facts,
  reason: Extract<Reason, { readonly code: Code }>,
) => boolean;

const monthly = ({ cost }: Facts) => (cost.known ? cost.monthly : null);
const wanted = (wish: Wish, { content }: Facts) => wish.needs.some((need) => content.needs.includes(need));
const daysOld = ({ confirmed }: Facts) => (now.getTime() - confirmed.getTime()) / 86_400_000;
const written = ({ content, profile }: Facts) => [...content.doesNot, ...content.limits, ...profile.doesNot];

/** When the fact of each reason holds, asked another way than the rules ask. */
const holds: { readonly [Code in Reason["code"]]: Holds<Code> } = {
  covers: (_, facts, { wishes }) => wishes.length > 0 && wishes.every((wish) => wanted(wish, facts)),
  "does-not-cover": (_, facts, { wishes }) => wishes.length > 0 && !wishes.some((wish) => wanted(wish, facts)),
  open: (_, { state }) => takesIn(state),
  "not-open": (_, { state }, reason) => !takesIn(state) && reason.state === state,
  near: ({ territory }, { inside }) => territory !== null && inside === true,
  everywhere: (asked, { inside, territory }) =>
    asked.territory !== null && inside === false && territory?.policy === "anywhere",
  outside: (asked, { inside, territory }) =>
    asked.territory !== null && inside === false && territory?.policy !== "anywhere",
  "place-unwritten": (asked, { territory }) => asked.territory !== null && territory === null,
  "within-budget": ({ budget }, facts, { monthly: { cents } }) =>
    budget !== null && cents === monthly(facts) && cents <= budget.cents,
  "over-budget": ({ budget }, facts, { monthly: { cents } }) =>
    budget !== null && cents === monthly(facts) && cents > budget.cents,
  costs: ({ budget }, facts, reason) => budget === null && reason.monthly.cents === monthly(facts),
  "other-currency": ({ budget }, _, reason) => budget !== null && budget.currency !== reason.monthly.currency,
  "price-unknown": (_, { cost }) => !cost.known,
  "paid-once": (_, { cost }) => cost.known && cost.quote.period === "once",
  helps: (asked, { content }, { help }) => help.every((one) => asked.help.includes(one) && helpIn(content, one)),
  "help-excluded": (asked, { content }, { help }) =>
    help.every((one) => asked.help.includes(one) && !helpIn(content, one) && helpNotIn(content, one)),
  "help-unwritten": (asked, { content }, { help }) =>
    help.every((one) => asked.help.includes(one) && !helpIn(content, one) && !helpNotIn(content, one)),
  "kept-by-host": ({ keeper }, { content }) => keeper === "host" && content.maintenance !== null,
  "keeper-unwritten": ({ keeper }, { content }) => keeper === "host" && content.maintenance === null,
  "yours-alone": ({ keeper }, { content }) => keeper === "us" && content.isolation === "dedicated",
  "shared-with-others": ({ keeper }, { content }) => keeper === "us" && content.isolation === "shared",
  limit: (_, facts, { limit }) => written(facts).includes(limit.text),
  "members-only": (_, { content }) => content.registration === "member",
  "needs-partner": (_, { content }, { role }) => content.requiresPartnerRole === role,
  supplement: (_, { content }) => content.addonTo !== null,
  fresh: (_, facts) => daysOld(facts) <= 61,
  ageing: (_, facts, { old }) => daysOld(facts) > 61 && old === daysOld(facts) > 183,
};

test("a reason is given only where its fact holds", () => {
  fc.assert(
    fc.property(anyAsked, anyFacts, (asked, facts) => {
      const { fits, lacks } = reasonsFor(asked, facts);
      for (const reason of [...fits, ...lacks]) {
        const rule = holds[reason.code] as Holds<Reason["code"]>;
        expect([reason.code, rule(asked, facts, reason)]).toEqual([reason.code, true]);
      }
    }),
  );
});

test("everything that is wished for is said to be covered or not, and never both", () => {
  fc.assert(
    fc.property(anyAsked, anyFacts, (asked, facts) => {
      const { fits, lacks } = reasonsFor(asked, facts);
      const said = [...fits, ...lacks].flatMap((reason) =>
        reason.code === "covers" || reason.code === "does-not-cover" ? reason.wishes : [],
      );
      expect(said.length).toBe(asked.wishes.length);
      expect(new Set(said)).toEqual(new Set(asked.wishes));
    }),
  );
});

test("every help that is wanted is said to be included, excluded or unwritten; room and age are always said", () => {
  fc.assert(
    fc.property(anyAsked, anyFacts, (asked, facts) => {
      const all = [...reasonsFor(asked, facts).fits, ...reasonsFor(asked, facts).lacks];
      const help = all.flatMap((reason) => ("help" in reason ? reason.help : []));
      expect(help.toSorted()).toEqual([...asked.help].sort());
      const codes = all.map(({ code }) => code);
      expect(codes.filter((code) => code === "open" || code === "not-open")).toHaveLength(1);
      expect(codes.filter((code) => code === "fresh" || code === "ageing")).toHaveLength(1);
    }),
  );
});

describe("a limit is shown where it speaks of what is wanted", () => {
  const polls = wishesOf(["polls"], [])[0];
  if (!polls) throw new Error("no such need");
  test.each([
    ["Nous ne faisons pas de sondages anonymes", true],
    ["No polls for more than a hundred people", true],
    ["Framadate n’est pas proposé", true],
    ["Le dépannage de vos ordinateurs", false],
  ])("%s", (sentence, expected) => expect(touches(sentence, polls)).toBe(expected));
});

test("a tool that is to be left is granted by any need that replaces it", () => {
  const [docs] = wishesOf([], ["google docs"]);
  expect(docs).toMatchObject({ kind: "leave", name: "Google Docs" });
  expect(grantedBy(["pad"], docs ? [docs] : [])).toEqual([docs]);
  expect(grantedBy(["polls"], docs ? [docs] : [])).toEqual([]);
});

describe("what an offer costs", () => {
  const terms = {
    ...{ currency: "EUR", period: "year", vat: { regime: "excluded", percent: 20 }, solidarity: null, asOf: null },
    ...{
      membership: { required: false, included: false, fee: null, nonMemberSurcharge: null },
      indicative: false,
      note: null,
    },
  };
  const content = (...tiers: readonly unknown[]) => StoredOffer.parse({ title: "Courriel", tiers });
  const small = { id: "small", accountsMax: 5, price: { ...terms, model: "flat", amount: 1_000 } };
  const large = { id: "large", accountsMax: 50, price: { ...terms, model: "flat", amount: 10_000 } };

  test("is that of the cheapest tier with room for so many, a month, with VAT", () => {
    expect(costOf(content(large, small), { users: 3, gb: null })).toMatchObject({
      monthly: 100,
      tier: { id: "small" },
    });
    expect(costOf(content(large, small), { users: 12, gb: null })).toMatchObject({
      monthly: 1_000,
      tier: { id: "large" },
    });
  });

  test("is not that of a trial, unless there is nothing else", () => {
    const trial = { id: "trial", price: { ...terms, model: "free", duration: "un mois" } };
    expect(costOf(content(trial, small), { users: 3, gb: null })).toMatchObject({ monthly: 100 });
    expect(costOf(content(trial), { users: 3, gb: null })).toMatchObject({ monthly: 0 });
  });

  test("is refused with the reason that somebody can do something about", () => {
    const asked = { id: "asked", price: { ...terms, model: "on-quote" } };
    expect(costOf(content(asked, small), { users: 12, gb: null })).toMatchObject({
      refusal: { reason: "above-maximum" },
    });
    expect(costOf(content(), { users: null, gb: null })).toMatchObject({ refusal: { reason: "price-missing" } });
  });
});

test.each(shownStates)("an offer whose state is %s says so", (state: ShownState) => {
  const facts = {
    ...{
      content: StoredOffer.parse({ title: "Courriel" }),
      profile: emptyProfile("x", "fr"),
      availability: null,
      state,
    },
    ...{ territory: null, inside: null, confirmed: now, now },
  };
  const asked = { wishes: [], territory: null, people: null, budget: null, help: [], keeper: null };
  const { fits, lacks } = reasonsFor(asked, { ...facts, cost: costOf(facts.content, { users: null, gb: null }) });
  expect([...fits, ...lacks].map(({ code }) => code)).toContain(takesIn(state) ? "open" : "not-open");
});
