import type { Outcome } from "../foundation/outcome.ts";
import type { OfferContent } from "./offer.ts";
import { unitOf, unitsOf } from "./price.ts";
import { type Quote, quote } from "./quote.ts";
import type { QuoteRefusal } from "./quote-quantities.ts";

/** What is asked of the calculator, as its form shows it. */
export interface CalculatorFields {
  /** The ids of the formulas that have a price of their own; fewer than two need no choice. */
  readonly tiers: readonly string[];
  readonly tier: string | null;
  readonly quantities: readonly { readonly unit: string; readonly typed: string }[];
  /** Null where it makes no difference. */
  readonly member: boolean | null;
}

export interface Calculation {
  readonly fields: CalculatorFields;
  readonly result: Outcome<Quote, QuoteRefusal>;
}

/** What the address asks of the calculator, and the answer; null where an offer has nothing to be worked out. */
export function calculate(
  content: OfferContent,
  query: URLSearchParams,
  { editing = false }: { readonly editing?: boolean } = {},
): Calculation | null {
  const priced = content.tiers.filter(({ price }) => price !== null && price.model !== "on-quote");
  const units = unitsAsked(priced);
  const membership = priced.some(
    ({ price }) => price?.membership.nonMemberSurcharge || (price?.membership.fee && price.membership.required),
  );
  const [first] = priced;
  if (first === undefined || (units.length === 0 && !membership)) return null;
  const tier = query.get("tier") ?? first.id;
  const member = membership ? query.get("member") === "yes" : null;
  const asked =
    query.size > 0 && [...query.keys()].some((key) => key === "tier" || key === "member" || key.startsWith(prefix));
  const quantities = units.map((unit) => ({
    unit,
    // While a price is being written its units come and go: a new one begins with a usual number.
    typed: (query.get(prefix + unit) ?? (asked && !editing ? "" : usual(content, unit))).trim().slice(0, 20),
  }));
  const result = quote(content, { tier, member, quantity: counted(quantities, content, tier) });
  return { fields: { tiers: priced.map(({ id }) => id), tier, quantities, member }, result };
}

const prefix = "quantity.";

function unitsAsked(tiers: OfferContent["tiers"]): readonly string[] {
  const units = new Map<string, string>();
  for (const { price } of tiers)
    for (const unit of price ? unitsOf(price) : []) units.set(unitOf(unit), units.get(unitOf(unit)) ?? unit);
  return [...units.values()];
}

/** A number to begin with, so that the first look already shows a price. */
function usual(content: OfferContent, unit: string): string {
  const least = content.tiers.flatMap(({ price }) => {
    if (price?.model === "graduated" && unitOf(price.unit) === unitOf(unit)) return [price.minimumUnits];
    return price?.model === "per-unit" && unitOf(price.unit) === unitOf(unit) ? [price.minimumUnits ?? 1] : [];
  });
  return String(Math.max(unitOf(unit) === "gb" ? 20 : 5, ...least));
}

// A field of another formula that was left alone says nothing about this one.
function counted(
  quantities: CalculatorFields["quantities"],
  content: OfferContent,
  tier: string,
): Record<string, number> {
  const price = content.tiers.find(({ id }) => id === tier)?.price;
  const own = new Set((price ? unitsOf(price) : []).map(unitOf));
  return Object.fromEntries(
    quantities.flatMap(({ unit, typed }) =>
      typed === "" || !own.has(unitOf(unit)) ? [] : [[unit, readNumber(typed)]],
    ),
  );
}

// "1 000" is how some people write a thousand; "12,5" is no whole number.
function readNumber(typed: string): number {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
