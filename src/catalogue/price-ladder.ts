import type { OfferContent } from "../offers/offer.ts";
import { type Cents, monthlyOf, type Period, type Price, unitOf, unitsOf } from "../offers/price.ts";
import { spanOf } from "../offers/price-span.ts";
import { type Quote, quote } from "../offers/quote.ts";
import type { Quantity } from "./catalogue.ts";

/** The quantities for which every price is worked out beforehand, so that a ceiling can be searched by. */
const rungs: Readonly<Record<Quantity["unit"], readonly number[]>> = {
  GB: [1, 5, 10, 20, 50, 100, 200, 500],
  users: [1, 3, 5, 10, 20, 50, 100],
};

/** The quantity that stands for one that is asked for: the same or the next higher; the highest where there is none. */
export function rungOf({ unit, count }: Quantity): Quantity {
  const steps = rungs[unit];
  return { unit, count: steps.find((step) => step >= count) ?? steps.at(-1) ?? count };
}

/** What a quantity of a currency is called among the numbers of an entry. */
export function rungName(currency: string, quantity: Quantity | null): string {
  return quantity === null ? `${currency} least` : `${currency} ${quantity.unit} ${quantity.count}`;
}

/** The least that an offer costs a month, for each quantity; nothing where its price cannot be worked out. */
export function priceLadder(content: OfferContent): ReadonlyMap<string, Cents> {
  const ladder = new Map<string, Cents>();
  for (const currency of new Set(content.tiers.flatMap(({ price }) => (price ? [price.currency] : [])))) {
    const quantities = (["GB", "users"] as const).flatMap((unit) => rungs[unit].map((count) => ({ unit, count })));
    for (const quantity of [null, ...quantities]) {
      const cents = monthlyPrice(content, currency, quantity);
      if (cents !== null) ladder.set(rungName(currency, quantity), cents);
    }
  }
  return ladder;
}

/** The least that an offer costs a month for this quantity, VAT included where it is known; for none, the least anyone pays. */
export function monthlyPrice(content: OfferContent, currency: string, quantity: Quantity | null): Cents | null {
  const amounts = content.tiers.flatMap(({ id, price }) => {
    if (price === null || price.currency !== currency) return [];
    if (quantity !== null && !isAnswer(price, quantity)) return [];
    const cents = quantity === null ? least(content, id, price) : quoted(content, id, quantity);
    return cents === null ? [] : [cents];
  });
  return amounts.length === 0 ? null : Math.min(...amounts);
}

/** Whether this is all that a price has to be told; one that depends on nothing has to be told nothing. */
function isAnswer(price: Price, { unit }: Quantity): boolean {
  return unitsOf(price).every((asked) => unitOf(asked) === unitOf(unit));
}

function quoted(content: OfferContent, tier: string, { unit, count }: Quantity): Cents | null {
  const found = quote(content, { tier, member: null, quantity: { [unit]: count } });
  return found.done ? monthly(dueOf(found.value), found.value.period) : null;
}

/** Nobody said how much: what the host asks for at least. */
function least(content: OfferContent, tier: string, price: Price): Cents | null {
  if (unitsOf(price).length === 0) {
    const found = quote(content, { tier, member: null, quantity: {} });
    return found.done ? monthly(dueOf(found.value), found.value.period) : null;
  }
  const span = spanOf([price]);
  return span && monthly(span.least, span.period);
}

const dueOf = ({ amount, vat }: Quote): Cents => vat.included ?? amount;

/** What is paid once is no price of a month, unless it is nothing. */
function monthly(cents: Cents, period: Period): Cents | null {
  return period === "once" && cents === 0 ? 0 : monthlyOf(cents, period);
}
