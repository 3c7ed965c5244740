import type { Cents, Period, Price } from "./price.ts";

/** Between which amounts some prices lie. */
export interface Span {
  readonly least: Cents;
  readonly most: Cents;
  readonly period: Period;
  readonly currency: string;
  /** Something of it costs nothing. */
  readonly free: boolean;
}

/** The span of several prices; only those of one period can be compared, and the cheapest one leads. Null where none has an amount. */
export function spanOf(prices: readonly Price[]): Span | null {
  const amounts = prices.map((price) => ({ cents: least(price), period: price.period, currency: price.currency }));
  const paid = amounts
    .flatMap(({ cents, ...terms }) => (cents ? [{ cents, ...terms }] : []))
    .sort((a, b) => a.cents - b.cents);
  const [first] = paid;
  if (first === undefined) return null;
  const alike = paid.filter(({ period, currency }) => period === first.period && currency === first.currency);
  const most = Math.max(...alike.map(({ cents }) => cents));
  return {
    least: first.cents,
    most,
    period: first.period,
    currency: first.currency,
    free: amounts.some(({ cents }) => cents === 0),
  };
}

/** The least that someone pays; null where nothing says. */
function least(price: Price): Cents | null {
  switch (price.model) {
    case "free":
      return 0;
    case "flat":
      return price.amount;
    case "per-unit":
      return price.unitAmount * (price.minimumUnits ?? 1);
    case "graduated":
      return price.base.amount;
    case "composite":
      return leastOfParts(price);
    default:
      return null;
  }
}

/** The span of one price by bands, up to the last bound that the host names. */
export function bandSpan({ base, bands, period, currency }: Extract<Price, { model: "graduated" }>): Span {
  let most = base.amount;
  for (const { from, upTo, unitAmount } of bands) most += upTo === null ? 0 : (upTo - from + 1) * unitAmount;
  return { least: base.amount, most, period, currency, free: false };
}

/** One unit of each part. */
export function leastOfParts({ parts }: Extract<Price, { model: "composite" }>): Cents {
  return parts.reduce((sum, part) => sum + ("amount" in part ? part.amount : part.unitAmount), 0);
}
