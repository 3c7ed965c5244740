import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { OfferContent, Tier } from "./offer.ts";
import {
  type Cents,
  fold,
  type Graduated,
  highestAmount,
  type Period,
  type Price,
  type PriceModel,
  type PricePart,
  unitOf,
  unitsOf,
  type VatShare,
  vatOf,
} from "./price.ts";

/** What someone wants to know the price of. */
export interface QuoteRequest {
  /** Id or title of a tier; null when the offer has only one. */
  readonly tier: string | null;
  /** How many of each unit: { GB: 20, users: 3 }. */
  readonly quantity: Readonly<Record<string, number>>;
  /** Whether who asks is a member of the host; null when not said. */
  readonly member: boolean | null;
}

/** What it costs for one period, as the offer's own rule computes it. */
export interface Quote {
  readonly tier: string;
  readonly model: PriceModel;
  /** The sum of the lines; without VAT where the price is without. */
  readonly amount: Cents;
  readonly currency: string;
  readonly period: Period;
  readonly lines: readonly QuoteLine[];
  /** What is due besides, in its own period: a membership fee, a surcharge of another period. */
  readonly alongside: readonly QuoteLine[];
  readonly vat: VatShare;
  readonly indicative: boolean;
  readonly note: string | null;
}

type QuoteLineKind = "free" | "flat" | "units" | "base" | "band" | "part" | "suggested" | "non-member" | "membership";

export interface QuoteLine {
  readonly kind: QuoteLineKind;
  /** The host's word for it, where there is one. */
  readonly label: string | null;
  /** How many times `unitAmount` counts; null where the amount stands alone. */
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitAmount: Cents | null;
  /** For each of `quantity`, so many started slices of `size` `unit`. */
  readonly slices: { readonly count: number; readonly size: number; readonly unit: string } | null;
  /** The units that a base or a band covers. */
  readonly from: number | null;
  readonly upTo: number | null;
  readonly amount: Cents;
  readonly period: Period;
}

/** Why there is no price. */
export const quoteReasons = [
  "tier-missing",
  "tier-unknown",
  "price-missing",
  "on-quote",
  "quantity-missing",
  "quantity-twice",
  "quantity-not-whole",
  "quantity-negative",
  "quantity-too-large",
  "below-minimum",
  "above-maximum",
  "amount-too-large",
] as const;
export type QuoteReason = (typeof quoteReasons)[number];

/** Why there is no price, for which field (`tier`, or a unit), and how much would be possible. */
export interface QuoteRefusal {
  readonly reason: QuoteReason;
  readonly field: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** More of anything than this is a slip of the keyboard. */
const highestQuantity = 1_000_000;

/** Works out what an offer costs, by its own rule; or says why it cannot. */
export function quote(content: OfferContent, request: QuoteRequest): Outcome<Quote, QuoteRefusal> {
  try {
    return done(priceOf(content, request));
  } catch (thrown) {
    if (thrown instanceof NoQuote) return refused(thrown.refusal);
    throw thrown;
  }
}

/** Carries a refusal out of the calculation; never leaves this file. */
class NoQuote extends Error {
  readonly refusal: QuoteRefusal;

  constructor(
    reason: QuoteReason,
    field: string | null = null,
    { minimum = null, maximum = null }: Partial<QuoteRefusal> = {},
  ) {
    super(reason);
    this.refusal = { reason, field, minimum, maximum };
  }
}

function priceOf(content: OfferContent, request: QuoteRequest): Quote {
  const quantities = readQuantities(request.quantity);
  const tier = findTier(content.tiers, request.tier);
  const { price } = tier;
  if (price === null) throw new NoQuote("price-missing", "tier");
  if (price.model === "on-quote") throw new NoQuote("on-quote", "tier");
  refuseBeyondTier(tier, price, quantities);
  const due = [...linesOf(price, quantities), ...surchargeOf(price, request.member)];
  const lines = due.filter((line) => line.period === price.period);
  const amount = sum(lines);
  return {
    tier: tier.id,
    model: price.model,
    amount,
    currency: price.currency,
    period: price.period,
    lines,
    alongside: [...due.filter((line) => line.period !== price.period), ...membershipOf(price, request.member)],
    vat: vatOf(price.vat, amount),
    indicative: price.indicative,
    note: price.note,
  };
}

function findTier(tiers: readonly Tier[], wanted: string | null): Tier {
  const [first, ...others] = tiers;
  if (first === undefined) throw new NoQuote("price-missing");
  if (wanted === null && others.length > 0) throw new NoQuote("tier-missing", "tier");
  if (wanted === null) return first;
  const folded = fold(wanted);
  const found =
    tiers.find(({ id }) => id === wanted) ??
    tiers.find(({ id, title }) => fold(id) === folded || fold(title ?? "") === folded);
  if (found === undefined) throw new NoQuote("tier-unknown", "tier");
  return found;
}

type Quantities = ReadonlyMap<string, number>;

function readQuantities(quantity: QuoteRequest["quantity"]): Quantities {
  const read = new Map<string, number>();
  for (const [unit, count] of Object.entries(quantity)) {
    if (read.has(unitOf(unit))) throw new NoQuote("quantity-twice", unit);
    if (count < 0) throw new NoQuote("quantity-negative", unit);
    if (count > highestQuantity) throw new NoQuote("quantity-too-large", unit, { maximum: highestQuantity });
    if (!Number.isInteger(count)) throw new NoQuote("quantity-not-whole", unit);
    read.set(unitOf(unit), count);
  }
  return read;
}

/** The unit as the price names it, how many are asked for, within what the price allows. */
function count(quantities: Quantities, unit: string, minimum: number, maximum: number | null): number {
  const asked = quantities.get(unitOf(unit));
  if (asked === undefined) throw new NoQuote("quantity-missing", unit, { minimum, maximum });
  if (asked < minimum) throw new NoQuote("below-minimum", unit, { minimum, maximum });
  if (maximum !== null && asked > maximum) throw new NoQuote("above-maximum", unit, { minimum, maximum });
  return asked;
}

/** A tier of 40 GB has no price for 50, where its price does not count them. */
function refuseBeyondTier(tier: Tier, price: Price, quantities: Quantities): void {
  const counted = unitsOf(price).map(unitOf);
  const limits = [
    ["GB", tier.storageGb],
    ["users", tier.accountsMax],
  ] as const;
  for (const [unit, maximum] of limits) {
    const asked = quantities.get(unitOf(unit));
    if (asked === undefined || maximum === null || counted.includes(unitOf(unit))) continue;
    if (asked > maximum) throw new NoQuote("above-maximum", unit, { maximum });
  }
}

function linesOf(price: Price, quantities: Quantities): readonly QuoteLine[] {
  const { period } = price;
  switch (price.model) {
    case "free":
      return [line("free", 0, period)];
    case "flat":
      return [line("flat", price.amount, period)];
    case "free-price":
      return [line("suggested", price.suggested ?? 0, period)];
    case "per-unit": {
      const quantity = count(quantities, price.unit, price.minimumUnits ?? 1, null);
      return [
        line("units", quantity * price.unitAmount, period, {
          quantity,
          unit: price.unit,
          unitAmount: price.unitAmount,
        }),
      ];
    }
    case "graduated":
      return graduatedLines(price, period, quantities);
    case "composite":
      return price.parts.map((part) => partLine(part, period, quantities));
    case "on-quote":
      throw new NoQuote("on-quote", "tier");
  }
}

function graduatedLines(price: Graduated, period: Period, quantities: Quantities): readonly QuoteLine[] {
  const { unit, base, bands } = price;
  const last = bands.at(-1);
  const asked = count(quantities, unit, price.minimumUnits, last === undefined ? base.upTo : last.upTo);
  const baseLine = line("base", base.amount, period, { unit, from: price.minimumUnits, upTo: base.upTo });
  const reached = bands.filter(({ from }) => from <= asked);
  return [
    baseLine,
    ...reached.map(({ from, upTo, unitAmount }) => {
      const quantity = Math.min(asked, upTo ?? asked) - from + 1;
      return line("band", quantity * unitAmount, period, { quantity, unit, unitAmount, from, upTo });
    }),
  ];
}

function partLine(part: PricePart, period: Period, quantities: Quantities): QuoteLine {
  if ("amount" in part) return line("part", part.amount, period, { label: part.label });
  const { label, unit, unitAmount, slice } = part;
  const quantity = count(quantities, unit, 1, null);
  const slices = slice && { ...slice, count: Math.ceil(count(quantities, slice.unit, 1, null) / slice.size) };
  const amount = quantity * (slices?.count ?? 1) * unitAmount;
  return line("part", amount, period, { label, quantity, unit, unitAmount, slices });
}

const months: Readonly<Partial<Record<Period, number>>> = { month: 1, quarter: 3, year: 12 };

/** What those who are not members pay on top, in the price's own period where whole numbers allow it. */
function surchargeOf(price: Price, member: boolean | null): readonly QuoteLine[] {
  const surcharge = price.membership.nonMemberSurcharge;
  if (surcharge === null || member !== false) return [];
  const times = (months[price.period] ?? 0) / (months[surcharge.period] ?? 1);
  const exact = surcharge.period !== price.period && Number.isInteger(times) && times > 0;
  const label = surcharge.who;
  if (!exact) return [line("non-member", surcharge.amount, surcharge.period, { label })];
  return [
    line("non-member", times * surcharge.amount, price.period, {
      label,
      quantity: times,
      unitAmount: surcharge.amount,
    }),
  ];
}

function membershipOf({ membership }: Price, member: boolean | null): readonly QuoteLine[] {
  const { required, included, fee } = membership;
  return required && !included && fee !== null && member !== true ? [line("membership", fee.amount, fee.period)] : [];
}

function line(kind: QuoteLineKind, amount: Cents, period: Period, more: Partial<QuoteLine> = {}): QuoteLine {
  if (amount > highestAmount) throw new NoQuote("amount-too-large");
  const nothing = { label: null, quantity: null, unit: null, unitAmount: null, slices: null, from: null, upTo: null };
  return { kind, ...nothing, ...more, amount, period };
}

function sum(lines: readonly QuoteLine[]): Cents {
  const total = lines.reduce((before, { amount }) => before + amount, 0);
  if (total > highestAmount) throw new NoQuote("amount-too-large");
  return total;
}
