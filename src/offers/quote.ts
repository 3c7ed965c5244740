import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { OfferContent, Tier } from "./offer.ts";
import { type Cents, fold, type Period, type PriceModel, type VatShare, vatOf } from "./price.ts";
import { linesOf, membershipOf, type QuoteLine, sum, surchargeOf } from "./quote-lines.ts";
import { NoQuote, type QuoteRefusal, readQuantities, refuseBeyondTier } from "./quote-quantities.ts";

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

/** Works out what an offer costs, by its own rule; or says why it cannot. */
export function quote(content: OfferContent, request: QuoteRequest): Outcome<Quote, QuoteRefusal> {
  try {
    return done(priceOf(content, request));
  } catch (thrown) {
    if (thrown instanceof NoQuote) return refused(thrown.refusal);
    throw thrown;
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
