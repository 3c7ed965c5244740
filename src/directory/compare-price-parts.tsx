import type { Language } from "../foundation/language.ts";
import { refusalWords } from "../offers/calculator-parts.tsx";
import type { OfferContent } from "../offers/offer.ts";
import type { Membership, Price } from "../offers/price.ts";
import { startingPrice } from "../offers/price-words.ts";
import { tierTitle } from "../offers/tier-parts.tsx";
import { words as offerWords } from "../offers/words.ts";
import { count, listWords, money } from "../web/money.ts";
import { type Cell, plain } from "./compare-cells-parts.tsx";
import { words } from "./compare-words.ts";
import type { Cost } from "./costs.ts";

/** What an offer costs for the quantity of the page, or where its prices begin and why no more can be said. */
export function priceCell(content: OfferContent, cost: Cost, language: Language): Cell {
  const word = words[language];
  if (!cost.known) {
    const { lead, rest } = startingPrice(content, language);
    const why = word.notComputed(refusalWords(cost.refusal, language));
    return {
      same: `${lead}${rest ?? ""}${why}`,
      shown: (
        <>
          <b>
            {lead} {rest}
          </b>{" "}
          <span class="small soft">{why}</span>
        </>
      ),
    };
  }
  const { quote, monthly, tier } = cost;
  const amount = money(monthly ?? quote.amount, quote.currency, language);
  const more = [
    ...(content.tiers.length > 1 ? [word.tier(tierTitle(content.tiers, tier.id, language))] : []),
    ...(quote.indicative ? [word.indicative] : []),
  ];
  return {
    same: `${amount}${monthly === null}`,
    shown: (
      <>
        <b class="price">{monthly === null ? word.once(amount) : amount}</b> {monthly !== null && word.perMonth}{" "}
        <span class="small soft">{more.join(", ")}</span>
      </>
    ),
  };
}

/** What is due besides, each in its own period. */
export function besidesCell(cost: Cost, language: Language): Cell {
  const word = words[language];
  if (!cost.known || cost.quote.alongside.length === 0)
    return { same: "", shown: <span class="soft">{word.none}</span> };
  const { alongside, currency } = cost.quote;
  const lines = alongside.map(({ kind, label, amount, period }) => {
    const what = kind === "membership" ? word.rows.membership.toLowerCase() : (label ?? "");
    return `${money(amount, currency, language)} ${offerWords[language].periods[period]} ${what && `(${what})`}`.trim();
  });
  return plain(listWords(lines, language), language);
}

/** The price that the other points of price are about: that of the tier that was worked out, else the first. */
export function priceOf(content: OfferContent, cost: Cost): Price | null {
  return (cost.known ? cost.tier.price : content.tiers.find(({ price }) => price !== null)?.price) ?? null;
}

export function vatCell(price: Price | null, language: Language): Cell {
  if (price === null || price.vat.regime === "unknown") return plain(null, language);
  const percent = "percent" in price.vat ? count(price.vat.percent, language) : "";
  return plain(offerWords[language].vat[price.vat.regime](percent), language);
}

export function membershipCell(price: Price | null, language: Language): Cell {
  return price === null
    ? plain(null, language)
    : plain(membershipWords(price.membership, price.currency, language), language);
}

function membershipWords({ required, included, fee }: Membership, currency: string, language: Language): string {
  const word = words[language];
  const said = included ? word.membershipIncluded : required ? word.membershipRequired : word.membershipFree;
  if (fee === null || included) return said;
  return `${said}, ${word.fee(money(fee.amount, currency, language), offerWords[language].periods[fee.period])}`;
}
