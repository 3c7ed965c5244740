import type { Language } from "../foundation/language.ts";
import { count, listWords, money } from "../web/money.ts";
import { type CurvePoint, PriceCurve } from "../web/price-curve.tsx";
import type { OfferContent } from "./offer.ts";
import { upper } from "./parts.tsx";
import type { Graduated, Price } from "./price.ts";
import { unitWord } from "./price-words.ts";
import { type Quote, quote } from "./quote.ts";
import { words } from "./words.ts";

export interface CurveProps {
  readonly content: OfferContent;
  readonly tier: string;
  readonly member: boolean | null;
  readonly language: Language;
  /** What the reader asked for, if it could be worked out. */
  readonly asked: { readonly quantity: number; readonly quote: Quote } | null;
}

/** The prices of a formula that grows by bands, drawn and in words; nothing for any other. */
export function Curve({ content, tier, member, language, asked }: CurveProps) {
  const price = content.tiers.find(({ id }) => id === tier)?.price;
  if (price?.model !== "graduated") return null;
  const word = words[language];
  const points = quantitiesOf(price).flatMap((quantity): CurvePoint[] => {
    const found = quote(content, { tier, quantity: { [price.unit]: quantity }, member });
    return found.done ? [{ quantity, cents: found.value.amount }] : [];
  });
  if (points.length < 2) return null;
  const moneyWords = (cents: number) => money(Math.round(cents), price.currency, language);
  const quantityWords = (n: number) => `${count(n, language)} ${unitWord(price.unit, n, language)}`;
  const text = listWords(
    points.map((point) => word.curvePoint(quantityWords(point.quantity), moneyWords(point.cents))),
    language,
  );
  return (
    <PriceCurve
      points={points}
      here={asked && { quantity: asked.quantity, cents: asked.quote.amount }}
      title={word.curveTitle(unitWord(price.unit, 2, language))}
      text={word.curveText(text)}
      caption={caption(price, language)}
      moneyWords={moneyWords}
      quantityWords={quantityWords}
      hereWords={(cents) => word.curveYou(moneyWords(cents))}
    />
  );
}

// Where the slope changes, and one step further where the last band is open.
function quantitiesOf({ minimumUnits, base, bands }: Graduated): readonly number[] {
  const bounds = bands.flatMap(({ upTo, from }) => [upTo ?? 2 * (from - 1)]);
  return [...new Set([minimumUnits, base.upTo, ...bounds])].sort((a, b) => a - b);
}

function caption(price: Price & Graduated, language: Language): string {
  const word = words[language];
  const unit = unitWord(price.unit, 1, language);
  const amount = (cents: number) => money(cents, price.currency, language);
  const n = (quantity: number) => count(quantity, language);
  const bands = price.bands.map(({ from, upTo, unitAmount }) =>
    upTo === null
      ? word.bandOpen(amount(unitAmount), unit, n(from))
      : word.band(amount(unitAmount), unit, n(from), n(upTo)),
  );
  const base = word.bandBase(
    `${n(price.base.upTo)} ${unitWord(price.unit, price.base.upTo, language)}`,
    amount(price.base.amount),
  );
  return `${upper([base, ...bands].join(", "))}.`;
}
