import type { Tier } from "./offer.ts";
import { type Price, unitOf, unitsOf } from "./price.ts";

export type QuoteReason =
  | "tier-missing"
  | "tier-unknown"
  | "price-missing"
  | "on-quote"
  | "quantity-missing"
  | "quantity-twice"
  | "quantity-not-whole"
  | "quantity-negative"
  | "quantity-too-large"
  | "below-minimum"
  | "above-maximum"
  | "amount-too-large";

/** Why there is no price, for which field (`tier`, or a unit), and how much would be possible. */
export interface QuoteRefusal {
  readonly reason: QuoteReason;
  readonly field: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** More of anything than this is a slip of the keyboard. */
const highestQuantity = 1_000_000;

/** Carries a refusal out of the calculation; `quote()` lets none through. */
export class NoQuote extends Error {
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

/** How many of each unit are asked for, by the one name of the unit. */
export type Quantities = ReadonlyMap<string, number>;

export function readQuantities(quantity: Readonly<Record<string, number>>): Quantities {
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

/** How many are asked for of a unit, as the price names it, within what the price allows. */
export function count(quantities: Quantities, unit: string, minimum: number, maximum: number | null): number {
  const asked = quantities.get(unitOf(unit));
  if (asked === undefined) throw new NoQuote("quantity-missing", unit, { minimum, maximum });
  if (asked < minimum) throw new NoQuote("below-minimum", unit, { minimum, maximum });
  if (maximum !== null && asked > maximum) throw new NoQuote("above-maximum", unit, { minimum, maximum });
  return asked;
}

/** A tier of 40 GB has no price for 50, where its price does not count them. */
export function refuseBeyondTier(tier: Tier, price: Price, quantities: Quantities): void {
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
