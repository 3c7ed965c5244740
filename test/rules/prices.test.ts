import { describe, expect, test } from "vitest";
import { StoredOffer } from "../../src/offers/form.ts";
import { centsOf, decimalOf, type Graduated, type Price, type PriceTerms, unitOf } from "../../src/offers/price.ts";
import { type QuoteRequest, quote } from "../../src/offers/quote.ts";

const none = { required: false, included: false, fee: null, nonMemberSurcharge: null };
const terms: PriceTerms = {
  currency: "EUR",
  period: "month",
  vat: { regime: "unknown" },
  membership: none,
  solidarity: null,
  asOf: null,
  indicative: false,
  note: null,
};

const nubo: PriceTerms & Graduated = {
  ...terms,
  model: "graduated",
  unit: "GB",
  minimumUnits: 5,
  base: { upTo: 5, amount: 250 },
  bands: [
    { from: 6, upTo: 10, unitAmount: 50 },
    { from: 11, upTo: 100, unitAmount: 25 },
    { from: 101, upTo: null, unitAmount: 10 },
  ],
  membership: { ...none, nonMemberSurcharge: { amount: 100, period: "month", who: null } },
};

const slices: Price = {
  ...terms,
  model: "composite",
  vat: { regime: "excluded", percent: 20 },
  parts: [
    { label: "espace", unitAmount: 150, unit: "user", slice: { size: 10, unit: "GB" } },
    { label: "standard", amount: 500 },
    { label: "support", amount: 1000 },
  ],
};

const offerOf = (...prices: readonly (Price | null)[]) =>
  StoredOffer.parse({
    title: "Une offre",
    tiers: prices.map((price, index) => ({ id: `t${index}`, title: `Formule ${index}`, price })),
  });
const ask = (price: Price | null, request: Partial<QuoteRequest> = {}) =>
  quote(offerOf(price), { tier: null, quantity: {}, member: null, ...request });
const amountOf = (price: Price, request: Partial<QuoteRequest> = {}) => {
  const outcome = ask(price, request);
  return outcome.done ? outcome.value.amount : outcome.reason.reason;
};

describe("a graduated price", () => {
  test.each([
    [5, 250],
    [10, 500],
    [20, 750],
    [50, 1500],
    [100, 2750],
    [200, 3750],
  ])("%i GB costs a member %i cents, and others 1 € more", (GB, cents) => {
    expect(amountOf(nubo, { quantity: { GB }, member: true })).toBe(cents);
    expect(amountOf(nubo, { quantity: { GB }, member: false })).toBe(cents + 100);
  });

  test("below its minimum it is refused, with the minimum", () => {
    const reason = { reason: "below-minimum", field: "GB", minimum: 5, maximum: null };
    expect(ask(nubo, { quantity: { GB: 4 } })).toEqual({ done: false, reason });
  });

  test("shows what each band costs", () => {
    const outcome = ask(nubo, { quantity: { GB: 12 }, member: false });
    const lines = outcome.done ? outcome.value.lines.map(({ kind, quantity, amount }) => [kind, quantity, amount]) : [];
    expect(lines).toEqual([
      ["base", null, 250],
      ["band", 5, 250],
      ["band", 2, 50],
      ["non-member", null, 100],
    ]);
  });

  test("above its last band it is refused, with the maximum", () => {
    const closed: Price = { ...nubo, bands: nubo.bands.slice(0, 2) };
    expect(ask(closed, { quantity: { GB: 101 } })).toMatchObject({ reason: { reason: "above-maximum", maximum: 100 } });
  });
});

describe("a composite price", () => {
  test("3 users × 20 GB cost 3×2×1.50 + 5 + 10 = 24.00 € without VAT, 28.80 with", () => {
    const outcome = ask(slices, { quantity: { users: 3, GB: 20 } });
    const value = outcome.done ? outcome.value : null;
    expect(value?.amount).toBe(2400);
    expect(value?.vat).toEqual({
      regime: "excluded",
      percent: 20,
      amount: 480,
      excluded: 2400,
      included: 2880,
      note: null,
    });
    expect(value?.lines[0]).toMatchObject({
      quantity: 3,
      unitAmount: 150,
      slices: { count: 2, size: 10, unit: "GB" },
      amount: 900,
    });
  });

  test("a started slice counts whole", () => {
    expect(amountOf(slices, { quantity: { users: 1, GB: 11 } })).toBe(300 + 1500);
  });

  test("15 € membership + 35 € = 50 €/year", () => {
    const parts = [
      { label: "adhésion", amount: 1500 },
      { label: "service", amount: 3500 },
    ];
    const membership = { ...none, required: true, included: true };
    const outcome = ask({ ...terms, period: "year", membership, model: "composite", parts });
    expect(outcome).toMatchObject({ done: true, value: { amount: 5000, period: "year", alongside: [] } });
  });
});

describe("the other models", () => {
  test("free, flat, and a price that one chooses", () => {
    expect(amountOf({ ...terms, model: "free", duration: null })).toBe(0);
    expect(amountOf({ ...terms, model: "flat", amount: 4499 })).toBe(4499);
    expect(amountOf({ ...terms, model: "free-price", suggested: 1500 })).toBe(1500);
    expect(amountOf({ ...terms, model: "free-price", suggested: null })).toBe(0);
  });

  test("per unit, from its own minimum", () => {
    const price: Price = { ...terms, model: "per-unit", unit: "user", unitAmount: 300, minimumUnits: 2 };
    expect(amountOf(price, { quantity: { users: 4 } })).toBe(1200);
    expect(amountOf(price, { quantity: { users: 1 } })).toBe("below-minimum");
  });

  test("on quote and unpriced offers say that one has to ask", () => {
    expect(amountOf({ ...terms, model: "on-quote" })).toBe("on-quote");
    expect(ask(null)).toMatchObject({ reason: { reason: "price-missing" } });
    expect(quote(offerOf(), { tier: null, quantity: {}, member: null })).toMatchObject({
      reason: { reason: "price-missing" },
    });
  });
});

describe("a bad quantity is refused with its reason", () => {
  test.each([
    [{}, "quantity-missing"],
    [{ GB: -1 }, "quantity-negative"],
    [{ GB: 7.5 }, "quantity-not-whole"],
    [{ GB: Number.NaN }, "quantity-not-whole"],
    [{ GB: 1e9 }, "quantity-too-large"],
    [{ GB: Number.POSITIVE_INFINITY }, "quantity-too-large"],
    [{ GB: 0 }, "below-minimum"],
    [{ GB: 20, Go: 30 }, "quantity-twice"],
    [{ GB: 20, users: -3 }, "quantity-negative"],
  ])("%o: %s", (quantity, reason) => {
    expect(amountOf(nubo, { quantity: quantity as Record<string, number> })).toBe(reason);
  });

  test("a price beyond all measure is refused too", () => {
    const price: Price = { ...terms, model: "per-unit", unit: "user", unitAmount: 99_999_999_999, minimumUnits: null };
    expect(amountOf(price, { quantity: { user: 1_000_000 } })).toBe("amount-too-large");
  });

  test("a tier of 40 GB has no price for 50", () => {
    const tiers = [{ id: "t", price: { model: "flat", amount: 18_000 }, storageGb: 40, accountsMax: 10 }];
    const content = StoredOffer.parse({ title: "Une offre", tiers });
    const asked = (quantity: Record<string, number>) => quote(content, { tier: "t", quantity, member: null });
    expect(asked({ GB: 40, users: 10 })).toMatchObject({ done: true });
    expect(asked({ Go: 50 })).toMatchObject({ reason: { reason: "above-maximum", field: "GB", maximum: 40 } });
    expect(asked({ comptes: 11 })).toMatchObject({ reason: { reason: "above-maximum", field: "users", maximum: 10 } });
  });
});

test("units go by all their names", () => {
  expect(new Set(["GB", "Go", "gio", "Gigaoctets"].map(unitOf)).size).toBe(1);
  expect(new Set(["user", "users", "accounts", "comptes", "Personnes", "utilisateur·ices"].map(unitOf)).size).toBe(1);
  expect(unitOf("boîtes mail")).toBe(unitOf("mailboxes"));
  expect(unitOf("GB")).not.toBe(unitOf("users"));
});

describe("a tier", () => {
  const two = offerOf({ ...terms, model: "flat", amount: 1 }, { ...terms, model: "flat", amount: 2 });
  const asked = (tier: string | null) => quote(two, { tier, quantity: {}, member: null });

  test("is found by its id and by its title, however written", () => {
    expect(asked("t1")).toMatchObject({ value: { amount: 2 } });
    expect(asked(" formule 1 ")).toMatchObject({ value: { amount: 2 } });
  });

  test("has to be named where there are several, and to exist", () => {
    expect(asked(null)).toMatchObject({ reason: { reason: "tier-missing", field: "tier" } });
    expect(asked("t9")).toMatchObject({ reason: { reason: "tier-unknown", field: "tier" } });
  });
});

describe("membership", () => {
  const flat = (membership: Partial<Price["membership"]>): Price => ({
    ...terms,
    period: "year",
    membership: { ...none, ...membership },
    model: "flat",
    amount: 18_000,
  });
  const fee = { amount: 1500, period: "year" } as const;

  test("a required fee stands beside the price of those who are not members yet", () => {
    const price = flat({ required: true, fee });
    expect(ask(price)).toMatchObject({
      value: { amount: 18_000, alongside: [{ kind: "membership", amount: 1500, period: "year" }] },
    });
    expect(ask(price, { member: true })).toMatchObject({ value: { alongside: [] } });
    expect(ask(flat({ required: true, included: true, fee }))).toMatchObject({ value: { alongside: [] } });
  });

  test("a surcharge by the month is twelve times that by the year", () => {
    const price = flat({ nonMemberSurcharge: { amount: 100, period: "month", who: null } });
    expect(amountOf(price, { member: false })).toBe(19_200);
    expect(amountOf(price, { member: true })).toBe(18_000);
    expect(amountOf(price)).toBe(18_000);
  });

  test("a surcharge that cannot be spread exactly stands beside the price", () => {
    const price: Price = {
      ...flat({ nonMemberSurcharge: { amount: 1000, period: "year", who: "autres" } }),
      period: "month",
    };
    const alongside = [{ kind: "non-member", label: "autres", amount: 1000, period: "year" }];
    expect(ask(price, { member: false })).toMatchObject({ value: { amount: 18_000, alongside } });
  });
});

describe("VAT", () => {
  const vatOf = (amount: number, vat: Price["vat"]) => {
    const outcome = ask({ ...terms, vat, model: "flat", amount });
    return outcome.done ? outcome.value.vat : null;
  };

  test("is rounded half up, once for the total", () => {
    expect(vatOf(1, { regime: "excluded", percent: 50 })).toMatchObject({ included: 2, amount: 1 });
    expect(vatOf(10, { regime: "excluded", percent: 5.5 })).toMatchObject({ included: 11, amount: 1 });
    expect(vatOf(9, { regime: "excluded", percent: 5.5 })).toMatchObject({ included: 9, amount: 0 });
  });

  test("that is included is taken out again", () => {
    expect(vatOf(2880, { regime: "included", percent: 20 })).toMatchObject({
      excluded: 2400,
      amount: 480,
      included: 2880,
    });
  });

  test("is nothing where the host is exempt, and unsaid where it is unknown", () => {
    expect(vatOf(100, { regime: "exempt", note: "art. 293 B du CGI" })).toMatchObject({
      amount: 0,
      included: 100,
      note: "art. 293 B du CGI",
    });
    expect(vatOf(100, { regime: "unknown" })).toMatchObject({ amount: null, included: null });
  });
});

describe("an amount", () => {
  test.each([
    ["600.00", "EUR", 60_000],
    ["0.5", "EUR", 50],
    ["0", "CHF", 0],
    ["999999999.99", "EUR", 99_999_999_999],
    ["1200", "XOF", 1200],
  ])("%s %s is read", (text, currency, cents) => {
    expect(centsOf(text, currency)).toBe(cents);
  });

  test.each([
    "",
    "-1",
    "+1",
    "01",
    "1.",
    ".5",
    "1.234",
    "1,5",
    "1e3",
    "0x10",
    " 1",
    "1 ",
    "1\n",
    "NaN",
    "1000000000",
    "١",
  ])("%j is refused", (text) => expect(centsOf(text, "EUR")).toBeNull());

  test("has the digits of its currency", () => {
    expect(centsOf("12.5", "XOF")).toBeNull();
    expect(centsOf("12", "DOGE")).toBeNull();
    expect([decimalOf(5, "EUR"), decimalOf(250, "EUR"), decimalOf(1200, "XOF")]).toEqual(["0.05", "2.50", "1200"]);
  });
});
