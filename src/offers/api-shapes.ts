import { z } from "@hono/zod-openapi";
import type { Reader } from "../foundation/database.ts";
import { adviceOn } from "./advice.ts";
import { adviceWords } from "./advice-words.ts";
import { StoredOffer, TierShape } from "./form.ts";
import type { Offer } from "./offer.ts";
import { decimalOf } from "./price.ts";
import { PriceShown, priceInDecimals } from "./price-form.ts";
import type { Quote } from "./quote.ts";
import type { QuoteLine } from "./quote-lines.ts";

/** An offer's availability as the API shows it: what was last said, `unknown` once that is too old. */
export const AvailabilityShape = z
  .object({
    state: z.string(),
    slots: z.int().nullable(),
    capacity: z.int().nullable(),
    nextOpening: z.string().nullable(),
    waves: z.array(
      z.object({
        opens: z.string().nullable(),
        until: z.string().nullable(),
        places: z.int().nullable(),
        note: z.string().nullable(),
      }),
    ),
    approval: z.string().nullable(),
    territory: z.object({ codes: z.array(z.string()), policy: z.string() }).nullable(),
    message: z.string().nullable(),
    confirmed: z.iso.datetime().nullable(),
    expires: z.iso.datetime().nullable(),
  })
  .openapi("Availability");
export type AvailabilityShape = z.infer<typeof AvailabilityShape>;

const { url: _, ...stored } = StoredOffer.shape;

/** An offer as the API shows it; amounts are decimal strings. */
export const OfferShape = z
  .object({
    ...stored,
    tiers: z.array(TierShape.extend({ price: PriceShown.nullable() })),
    website: z.string().nullable(),
    id: z.string(),
    slug: z.string(),
    handle: z.string(),
    state: z.enum(["draft", "published", "withdrawn"]),
    version: z.int(),
    availability: AvailabilityShape,
    actor: z.string(),
    proposal: z.string(),
    url: z.string(),
    created: z.iso.datetime(),
    changed: z.iso.datetime(),
    published: z.iso.datetime().nullable(),
    withdrawn: z.iso.datetime().nullable(),
    advice: z.array(z.object({ code: z.string(), path: z.string(), reason: z.string() })).optional(),
  })
  .openapi("Offer");
export type OfferShape = z.infer<typeof OfferShape>;

/** What a caller may read but not write; left out when an offer that was read is sent back. */
export const readOnlyFields: readonly string[] = [
  ...["id", "slug", "handle", "state", "version", "availability", "actor", "proposal", "url"],
  ...["created", "changed", "published", "withdrawn", "advice"],
];

/** What offers need of the rest of the site to be shown. */
export interface OfferAddresses {
  readonly origin: string;
  actorId(actor: { readonly id: string; readonly kind: "offer" }): string;
  proposalId(offer: string): string;
  /** What the host last said of each of these offers, by their ids; all that are asked for are there. */
  availabilitiesOf(
    reader: Reader,
    offers: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, AvailabilityShape>>;
}

/** The fields that a host writes, as the API takes and shows them. */
export function showContent({ content: { url, tiers, ...rest } }: Pick<Offer, "content">) {
  const shown = tiers.map((tier) => ({ ...tier, price: tier.price && priceInDecimals(tier.price) }));
  return { ...rest, tiers: shown, website: url };
}

export function showOffer(offer: Offer, availability: AvailabilityShape, addresses: OfferAddresses): OfferShape {
  const { id, slug, handle, state, version, created, changed, published, withdrawn } = offer;
  return {
    ...{ id, slug, handle, state, version, availability },
    ...showContent(offer),
    actor: addresses.actorId({ id, kind: "offer" }),
    proposal: addresses.proposalId(id),
    url: `${addresses.origin}/offers/${slug}`,
    created: created.toISOString(),
    changed: changed.toISOString(),
    published: published?.toISOString() ?? null,
    withdrawn: withdrawn?.toISOString() ?? null,
  };
}

export const showAdvice = (offer: Offer) =>
  adviceOn(offer.content).map(({ code, path }) => ({ code, path, reason: adviceWords.en[code] }));

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
