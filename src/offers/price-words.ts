import type { Language } from "../foundation/language.ts";
import { money } from "../web/money.ts";
import type { OfferContent } from "./offer.ts";
import { type Price, unitOf } from "./price.ts";
import { bandSpan, leastOfParts, spanOf } from "./price-span.ts";
import { words } from "./words.ts";

/** A price as it is shown: the figure, then what qualifies it. */
export interface PriceWords {
  readonly lead: string;
  readonly rest: string | null;
}

/** What an offer costs, in one line, on pages and in what accounts say: "de 2,50 € à 27,50 € par mois", "Prix libre, 15 € conseillés par an". */
export function priceLine(content: OfferContent, language: Language): string {
  const { lead, rest } = priceRange(content, language);
  return rest === null ? lead : `${lead}${/\d/.test(lead) ? "" : ","} ${rest}`;
}

/** Where the prices of an offer begin: "dès 2,50 €", "par mois". */
export function startingPrice(content: OfferContent, language: Language): PriceWords {
  const word = words[language];
  const [only, several] = pricesOf(content);
  if (!several) return priceWords(only, language);
  const span = spanOf(several);
  if (span === null) return priceWords(only, language);
  const from = { lead: word.from(money(span.least, span.currency, language)), rest: word.periods[span.period] };
  return span.free ? { lead: word.free, rest: word.or(`${from.lead} ${from.rest}`) } : from;
}

function priceRange(content: OfferContent, language: Language): PriceWords {
  const word = words[language];
  const [only, several] = pricesOf(content);
  const span = several ? spanOf(several) : only?.model === "graduated" ? bandSpan(only) : null;
  if (span === null) return priceWords(only, language);
  const [low, high] = [money(span.least, span.currency, language), money(span.most, span.currency, language)];
  const rest = word.periods[span.period];
  if (span.free) return { lead: `${word.free}, ${word.or(word.from(low))}`, rest };
  return { lead: span.most > span.least ? word.range(low, high) : word.from(low), rest };
}

/** One price: "15 €", "par mois". */
export function priceWords(price: Price | null, language: Language): PriceWords {
  const word = words[language];
  if (price === null) return { lead: word.noPrice, rest: null };
  const period = word.periods[price.period];
  const amount = (cents: number) => money(cents, price.currency, language);
  switch (price.model) {
    case "free":
      return { lead: word.free, rest: price.duration && word.during(price.duration) };
    case "flat":
      return price.amount === 0
        ? { lead: word.free, rest: null }
        : { lead: amount(price.amount), rest: withMembership(price, period, language) };
    case "per-unit":
      return { lead: amount(price.unitAmount), rest: `${word.perUnit(unitWord(price.unit, 1, language))} ${period}` };
    case "graduated":
      return { lead: word.from(amount(price.base.amount)), rest: period };
    case "free-price":
      return {
        lead: word.freePrice,
        rest: price.suggested === null ? null : `${word.suggested(amount(price.suggested))} ${period}`,
      };
    case "composite":
      return { lead: compositeLead(price, language), rest: withMembership(price, period, language) };
    case "on-quote":
      return { lead: word.onQuote, rest: null };
  }
}

/** A unit after its number: "Go", "personnes"; one we do not know as its host writes it. */
export function unitWord(unit: string, n: number, language: Language): string {
  const known = words[language].units[unitOf(unit)];
  return known === undefined ? unit : n > 1 ? known.many : known.one;
}

/** The first price of an offer, and all of them where there are several. */
function pricesOf({ tiers }: OfferContent): readonly [Price | null, readonly Price[] | null] {
  const prices = tiers.flatMap(({ price }) => (price === null ? [] : [price]));
  return [prices[0] ?? null, prices.length > 1 ? prices : null];
}

function compositeLead(price: Extract<Price, { model: "composite" }>, language: Language): string {
  const amount = money(leastOfParts(price), price.currency, language);
  return price.parts.some((part) => "unitAmount" in part) ? words[language].from(amount) : amount;
}

function withMembership(price: Price, period: string, language: Language): string {
  return price.membership.included ? `${period}, ${words[language].membershipIncluded}` : period;
}
