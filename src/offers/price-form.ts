import { z } from "zod";
import {
  amountPattern,
  centsOf,
  currencyDigits,
  decimalOf,
  type Graduated,
  highestAmount,
  type Price,
  periods,
  type Solidarity,
  type Vat,
} from "./price.ts";

const text = z.string().max(1_000).nullable().default(null);
const period = z.enum(periods, "once, day, month, quarter or year");
const unit = z.string().trim().min(1, "a unit like GB or user").max(50);
const units = z.int().min(1).max(1_000_000);
const day = z.iso.date("a day like 2026-11-22");

const VatShape = z.discriminatedUnion("regime", [
  z.object({ regime: z.literal("unknown") }),
  z.object({ regime: z.literal("exempt"), note: text }),
  z.object({ regime: z.literal("included"), percent: z.number().min(0).max(100).multipleOf(0.01) }),
  z.object({ regime: z.literal("excluded"), percent: z.number().min(0).max(100).multipleOf(0.01) }),
]) satisfies z.ZodType<Vat>;

const SolidarityShape = z.object({
  who: z.string().max(1_000),
  how: z.string().max(1_000),
  paidBy: z.string().max(1_000),
}) satisfies z.ZodType<Solidarity>;

const noMembership = { required: false, included: false, fee: null, nonMemberSurcharge: null };

/** A price whose amounts are all written the same way: as cents inside, as text outside. */
function priceShape<Amount extends z.ZodType>(amount: Amount) {
  const membership = z.object({
    required: z.boolean().default(false),
    included: z.boolean().default(false),
    fee: z.object({ amount, period }).nullable().default(null),
    nonMemberSurcharge: z.object({ amount, period, who: text }).nullable().default(null),
  });
  const terms = {
    currency: z.enum(Object.keys(currencyDigits), "a currency like EUR").default("EUR"),
    period: period.default("month"),
    vat: VatShape.default({ regime: "unknown" }),
    membership: membership.default(noMembership),
    solidarity: SolidarityShape.nullable().default(null),
    asOf: day.nullable().default(null),
    indicative: z.boolean().default(false),
    note: text,
  };
  const label = z.string().trim().min(1, "some words").max(200);
  const slice = z.object({ size: units, unit }).nullable().default(null);
  const parts = z.union([
    z.strictObject({ label, amount }),
    z.strictObject({ label, unitAmount: amount, unit, slice }),
  ]);
  const band = z.object({ from: units, upTo: units.nullable().default(null), unitAmount: amount });
  return z.discriminatedUnion("model", [
    z.object({ ...terms, model: z.literal("free"), duration: text }),
    z.object({ ...terms, model: z.literal("flat"), amount }),
    z.object({
      ...terms,
      model: z.literal("per-unit"),
      unit,
      unitAmount: amount,
      minimumUnits: units.nullable().default(null),
    }),
    z.object({
      ...{ ...terms, model: z.literal("graduated"), unit, minimumUnits: units },
      base: z.object({ upTo: units, amount }),
      bands: z.array(band).max(50).readonly().default([]),
    }),
    z.object({ ...terms, model: z.literal("free-price"), suggested: amount.nullable().default(null) }),
    z.object({
      ...terms,
      model: z.literal("composite"),
      parts: z.array(parts).min(1, "at least one part").max(50).readonly(),
    }),
    z.object({ ...terms, model: z.literal("on-quote") }),
  ]);
}

const Cents = z.int("an amount with the digits of its currency").min(0).max(highestAmount);

/** A price as the database keeps it: amounts are integer cents. */
export const StoredPrice = priceShape(Cents).superRefine((price, refusal) => {
  if (price.model !== "graduated") return;
  for (const issue of gapsOf(price)) refusal.addIssue({ code: "custom", ...issue });
}) satisfies z.ZodType<Price>;

const AmountText = z.string('an amount like "12.50", as text').regex(amountPattern, 'an amount like "12.50"');

/** A price as the API shows it. */
export const PriceShown = priceShape(z.string());
export type PriceShown = z.infer<typeof PriceShown>;

/** A price as the API takes it: amounts are decimal strings in the currency's main unit. */
export const PriceInput = priceShape(AmountText)
  .transform((price) => inCents(price, price.currency))
  .pipe(StoredPrice);

/** What keeps the bands from following each other without gap or overlap. */
function gapsOf({ minimumUnits, base, bands }: Graduated): { path: (string | number)[]; message: string }[] {
  const low = { path: ["base", "upTo"], message: "at least as many units as minimumUnits" };
  const found = base.upTo < minimumUnits ? [low] : [];
  const gaps = bands.flatMap(({ from, upTo }, index) => {
    const before = index === 0 ? base.upTo : (bands[index - 1]?.upTo ?? null);
    if (before === null)
      return [{ path: ["bands", index - 1, "upTo"], message: "a number: only the last band may be open" }];
    if (from !== before + 1)
      return [{ path: ["bands", index, "from"], message: `${before + 1}: each band starts where the one before ends` }];
    return upTo !== null && upTo < from
      ? [{ path: ["bands", index, "upTo"], message: "at least as many units as from" }]
      : [];
  });
  return [...found, ...gaps];
}

const amountNames = new Set(["amount", "unitAmount", "suggested"]);

/** Every amount in a price turned into cents; one with too many digits stays text, for the stored shape to refuse. */
function inCents(value: unknown, currency: string): unknown {
  return mapAmounts(value, (amount) => (typeof amount === "string" ? (centsOf(amount, currency) ?? amount) : amount));
}

/** The inverse of reading a price from the API. */
export function priceInDecimals(price: Price): PriceShown {
  return PriceShown.parse(
    mapAmounts(price, (amount) => (typeof amount === "number" ? decimalOf(amount, price.currency) : amount)),
  );
}

function mapAmounts(value: unknown, change: (amount: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapAmounts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isAmount = amountNames.has(name) && (typeof inner !== "object" || inner === null);
      return [name, isAmount ? change(inner) : mapAmounts(inner, change)];
    }),
  );
}
