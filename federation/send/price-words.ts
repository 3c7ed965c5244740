import type { Language } from "../../src/foundation/language.ts";
import type { OfferContent } from "../../src/offers/offer.ts";
import type { Cents, Price, PriceRule } from "../../src/offers/price.ts";
import { words as offerWords } from "../../src/offers/words.ts";
import { moneyWords } from "./words.ts";

/** An offer's price in one line: "24 € par an", "dès 2,50 € par mois". */
export function priceWords({ tiers }: OfferContent, language: Language): string {
  const word = offerWords[language];
  const prices = tiers.flatMap(({ price }) => price ?? []);
  const [first] = prices;
  if (first === undefined) return word.noPrice;
  if (prices.length === 1) return onePrice(first, language);
  const lowest = lowestPrice(prices);
  return lowest === null ? onePrice(first, language) : word.from(amountWords(lowest.cents, lowest.price, language));
}

function onePrice(price: Price, language: Language): string {
  const word = offerWords[language];
  const cents = leastCents(price);
  switch (price.model) {
    case "free":
      return word.free;
    case "on-quote":
      return word.onQuote;
    case "free-price":
      return cents === null
        ? word.freePrice
        : `${word.freePrice} (${word.suggested(amountWords(cents, price, language))})`;
    case "flat":
      return amountWords(price.amount, price, language);
    default:
      return cents === null ? word.onQuote : word.from(amountWords(cents, price, language));
  }
}

function amountWords(cents: Cents, { currency, period }: Price, language: Language): string {
  const amount = moneyWords(cents, currency, language);
  return period === "once" ? amount : `${amount} ${offerWords[language].periods[period]}`;
}

function lowestPrice(prices: readonly Price[]): { readonly cents: Cents; readonly price: Price } | null {
  const known = prices.flatMap((price) => {
    const cents = leastCents(price);
    return cents === null ? [] : [{ cents, price }];
  });
  return known.sort((a, b) => a.cents - b.cents)[0] ?? null;
}

/** The least that someone pays for one period; null when that cannot be said. */
export function leastCents(rule: PriceRule): Cents | null {
  switch (rule.model) {
    case "free":
      return 0;
    case "flat":
      return rule.amount;
    case "per-unit":
      return rule.unitAmount * (rule.minimumUnits ?? 1);
    case "graduated":
      return rule.base.amount;
    case "free-price":
      return rule.suggested;
    case "composite":
      return rule.parts.reduce((sum, part) => sum + ("amount" in part ? part.amount : part.unitAmount), 0);
    case "on-quote":
      return null;
  }
}
