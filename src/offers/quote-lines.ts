import { type Cents, type Graduated, highestAmount, type Period, type Price, type PricePart } from "./price.ts";
import { count, NoQuote, type Quantities } from "./quote-quantities.ts";

type QuoteLineKind = "free" | "flat" | "units" | "base" | "band" | "part" | "suggested" | "non-member" | "membership";

export interface QuoteLine {
  readonly kind: QuoteLineKind;
  /** The host's word for it, where there is one. */
  readonly label: string | null;
  /** How many times `unitAmount` counts; null where the amount stands alone. */
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly unitAmount: Cents | null;
  /** For each of `quantity`, so many started slices of `size` `unit`. */
  readonly slices: { readonly count: number; readonly size: number; readonly unit: string } | null;
  /** The units that a base or a band covers. */
  readonly from: number | null;
  readonly upTo: number | null;
  readonly amount: Cents;
  readonly period: Period;
}

/** What a price comes to for these quantities, line by line. */
export function linesOf(price: Price, quantities: Quantities): readonly QuoteLine[] {
  const { period } = price;
  switch (price.model) {
    case "free":
      return [line("free", 0, period)];
    case "flat":
      return [line("flat", price.amount, period)];
    case "free-price":
      return [line("suggested", price.suggested ?? 0, period)];
    case "per-unit": {
      const quantity = count(quantities, price.unit, price.minimumUnits ?? 1, null);
      return [
        line("units", quantity * price.unitAmount, period, {
          quantity,
          unit: price.unit,
          unitAmount: price.unitAmount,
        }),
      ];
    }
    case "graduated":
      return graduatedLines(price, period, quantities);
    case "composite":
      return price.parts.map((part) => partLine(part, period, quantities));
    case "on-quote":
      throw new NoQuote("on-quote", "tier");
  }
}

function graduatedLines(price: Graduated, period: Period, quantities: Quantities): readonly QuoteLine[] {
  const { unit, base, bands } = price;
  const last = bands.at(-1);
  const asked = count(quantities, unit, price.minimumUnits, last === undefined ? base.upTo : last.upTo);
  const baseLine = line("base", base.amount, period, { unit, from: price.minimumUnits, upTo: base.upTo });
  const reached = bands.filter(({ from }) => from <= asked);
  return [
    baseLine,
    ...reached.map(({ from, upTo, unitAmount }) => {
      const quantity = Math.min(asked, upTo ?? asked) - from + 1;
      return line("band", quantity * unitAmount, period, { quantity, unit, unitAmount, from, upTo });
    }),
  ];
}

function partLine(part: PricePart, period: Period, quantities: Quantities): QuoteLine {
  if ("amount" in part) return line("part", part.amount, period, { label: part.label });
  const { label, unit, unitAmount, slice } = part;
  const quantity = count(quantities, unit, 1, null);
  const slices = slice && { ...slice, count: Math.ceil(count(quantities, slice.unit, 1, null) / slice.size) };
  const amount = quantity * (slices?.count ?? 1) * unitAmount;
  return line("part", amount, period, { label, quantity, unit, unitAmount, slices });
}

const months: Readonly<Partial<Record<Period, number>>> = { month: 1, quarter: 3, year: 12 };

/** What those who are not members pay on top, in the price's own period where whole numbers allow it. */
export function surchargeOf(price: Price, member: boolean | null): readonly QuoteLine[] {
  const surcharge = price.membership.nonMemberSurcharge;
  if (surcharge === null || member !== false) return [];
  const times = (months[price.period] ?? 0) / (months[surcharge.period] ?? 1);
  const exact = surcharge.period !== price.period && Number.isInteger(times) && times > 0;
  const label = surcharge.who;
  if (!exact) return [line("non-member", surcharge.amount, surcharge.period, { label })];
  return [
    line("non-member", times * surcharge.amount, price.period, {
      label,
      quantity: times,
      unitAmount: surcharge.amount,
    }),
  ];
}

/** The fee that is due besides, where who asks has to be a member and may not be one yet. */
export function membershipOf({ membership }: Price, member: boolean | null): readonly QuoteLine[] {
  const { required, included, fee } = membership;
  return required && !included && fee !== null && member !== true ? [line("membership", fee.amount, fee.period)] : [];
}

function line(kind: QuoteLineKind, amount: Cents, period: Period, more: Partial<QuoteLine> = {}): QuoteLine {
  if (amount > highestAmount) throw new NoQuote("amount-too-large");
  const nothing = { label: null, quantity: null, unit: null, unitAmount: null, slices: null, from: null, upTo: null };
  return { kind, ...nothing, ...more, amount, period };
}

export function sum(lines: readonly QuoteLine[]): Cents {
  const total = lines.reduce((before, { amount }) => before + amount, 0);
  if (total > highestAmount) throw new NoQuote("amount-too-large");
  return total;
}
