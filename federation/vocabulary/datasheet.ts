import type { OfferContent } from "../../src/offers/offer.ts";
import { centsOf, decimalOf } from "./proposal.ts";

/** The members of a price that are amounts of money. */
const amounts = new Set(["amount", "unitAmount", "suggested"]);

/** An offer's content with its amounts of money as decimal strings, as data sheets have it. */
export function decimalsOf(content: OfferContent): unknown {
  return { ...content, tiers: content.tiers.map((tier) => ({ ...tier, price: walk(tier.price, decimalIn) })) };
}

/** Anything that has amounts of money in it, with these as decimal strings; and the inverse, not checked yet. */
export const decimalsWithin = (value: unknown): unknown => walk(value, decimalIn);
export const centsWithin = (value: unknown): unknown => walk(value, centIn);

/** An offer's content from a data sheet, with its amounts in cents again; it is not checked yet. Null when a tier is none. */
export function centsIn(sheet: unknown): unknown {
  const tiers = fieldsOf(sheet)?.["tiers"];
  if (!Array.isArray(tiers)) return null;
  return {
    ...fieldsOf(sheet),
    tiers: tiers.map((tier) => ({ ...fieldsOf(tier), price: walk(fieldsOf(tier)?.["price"], centIn) })),
  };
}

const decimalIn = (value: unknown): unknown => (typeof value === "number" ? decimalOf(value) : value);
const centIn = (value: unknown): unknown => (typeof value === "string" ? (centsOf(value) ?? value) : value);

function walk(value: unknown, change: (amount: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  const fields = fieldsOf(value);
  if (fields === null) return value;
  return Object.fromEntries(
    Object.entries(fields).map(([key, inner]) => [key, amounts.has(key) ? change(inner) : walk(inner, change)]),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null ? { ...value } : null;
}
