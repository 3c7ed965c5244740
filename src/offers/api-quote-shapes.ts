import { z } from "@hono/zod-openapi";
import { decimalOf } from "./price.ts";
import type { Quote } from "./quote.ts";
import type { QuoteLine } from "./quote-lines.ts";

/** What someone wants to know the price of. */
export const QuoteRequestShape = z
  .strictObject({
    tier: z.string().max(200).nullable().default(null),
    quantity: z.record(z.string().max(50), z.number("a number")).default({}),
    member: z.boolean().nullable().default(null),
  })
  .openapi("QuoteRequest");

const LineShape = z.object({
  kind: z.string(),
  label: z.string().nullable(),
  quantity: z.int().nullable(),
  unit: z.string().nullable(),
  unitAmount: z.string().nullable(),
  slices: z.object({ count: z.int(), size: z.int(), unit: z.string() }).nullable(),
  from: z.int().nullable(),
  upTo: z.int().nullable(),
  amount: z.string(),
  period: z.string(),
});

const VatShape = z.object({
  regime: z.string(),
  percent: z.number().nullable(),
  amount: z.string().nullable(),
  excluded: z.string().nullable(),
  included: z.string().nullable(),
  note: z.string().nullable(),
});

export const QuoteShape = z
  .object({
    amount: z.string(),
    currency: z.string(),
    period: z.string(),
    lines: z.array(LineShape),
    tier: z.string(),
    model: z.string(),
    alongside: z.array(LineShape),
    vat: VatShape,
    indicative: z.boolean(),
    note: z.string().nullable(),
  })
  .openapi("Quote");

export function showQuote({ amount, currency, lines, alongside, vat, ...rest }: Quote): z.infer<typeof QuoteShape> {
  const decimal = (cents: number) => decimalOf(cents, currency);
  const perhaps = (cents: number | null) => (cents === null ? null : decimal(cents));
  const line = (shown: QuoteLine) => ({
    ...shown,
    amount: decimal(shown.amount),
    unitAmount: perhaps(shown.unitAmount),
  });
  return {
    ...rest,
    amount: decimal(amount),
    currency,
    lines: lines.map(line),
    alongside: alongside.map(line),
    vat: { ...vat, amount: perhaps(vat.amount), excluded: perhaps(vat.excluded), included: perhaps(vat.included) },
  };
}
