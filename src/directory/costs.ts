import type { OfferContent, Tier } from "../offers/offer.ts";
import { type Cents, monthlyOf } from "../offers/price.ts";
import { type Quote, quote } from "../offers/quote.ts";
import type { QuoteReason, QuoteRefusal } from "../offers/quote-quantities.ts";

/** For how many people, and how much room. */
export interface Quantity {
  readonly users: number | null;
  readonly gb: number | null;
}

/** What an offer costs whoever is no member, or why nobody can say it. */
export type Cost =
  | {
      readonly known: true;
      readonly tier: Tier;
      readonly quote: Quote;
      /** With VAT; null where it is paid once only. */
      readonly monthly: Cents | null;
    }
  | { readonly known: false; readonly refusal: QuoteRefusal };

/** The cheapest tier of an offer that has room for so much. One person has one mailbox. */
export function costOf(content: OfferContent, { users, gb }: Quantity): Cost {
  const quantity = { ...(users === null ? {} : { users, mailbox: users }), ...(gb === null ? {} : { GB: gb }) };
  const costs = content.tiers.map((tier) => {
    const result = quote(content, { tier: tier.id, quantity, member: false });
    return result.done ? knownCost(tier, result.value) : { known: false as const, refusal: result.reason };
  });
  const known = costs.flatMap((cost) => (cost.known ? [cost] : []));
  const lasting = known.filter(({ tier }) => !isTrial(tier));
  const [cheapest] = alike(lasting.length > 0 ? lasting : known).toSorted((one, other) => compare(one, other));
  if (cheapest) return cheapest;
  const refusals = costs.flatMap((cost) => (cost.known ? [] : [cost.refusal]));
  return { known: false, refusal: refusals.toSorted((one, other) => weight(one) - weight(other))[0] ?? noPrice };
}

type Known = Extract<Cost, { readonly known: true }>;

function knownCost(tier: Tier, said: Quote): Known {
  return { known: true, tier, quote: said, monthly: monthlyOf(said.vat.included ?? said.amount, said.period) };
}

const noPrice: QuoteRefusal = { reason: "price-missing", field: null, minimum: null, maximum: null };

const isTrial = ({ price }: Tier): boolean => price?.model === "free" && price.duration !== null;

/** Only what is in the same currency can be compared. */
const alike = (costs: readonly Known[]): readonly Known[] =>
  costs.filter(({ quote: { currency } }) => currency === costs[0]?.quote.currency);

function compare(one: Known, other: Known): number {
  return (one.monthly ?? Number.POSITIVE_INFINITY) - (other.monthly ?? Number.POSITIVE_INFINITY) || 0;
}

/** Of several reasons, the one that somebody can do something about. */
const weight = ({ reason }: QuoteRefusal): number => (order.indexOf(reason) + 100) % 100;

const order: readonly QuoteReason[] = ["quantity-missing", "above-maximum", "below-minimum", "on-quote"];
