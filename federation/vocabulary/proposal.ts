import { z } from "zod";
import { everyone, proposalContext } from "./contexts.ts";
import { type Place, PlaceShape, writePlace } from "./place.ts";
import { instant, listOf, orNull, pick, reference } from "./shapes.ts";
import { termsRel } from "./stamp.ts";
import { type Hashtag, HashtagShape, writeHashtag } from "./tags.ts";

/** What an offer proposes, for machines: a proposal of FEP-0837, with our own details as further properties. */
export interface Proposal {
  readonly id: string;
  /** The address of the offer's actor. */
  readonly offer: string;
  readonly name: string;
  /** HTML. */
  readonly content: string;
  /** The page for people. */
  readonly url: string;
  readonly published: Date;
  readonly updated: Date;
  readonly location: Place | null;
  readonly hashtags: readonly Hashtag[];
  /** The address of the concept that says what is served. */
  readonly service: string;
  /** Places left; null where the host does not count them. */
  readonly available: number | null;
  readonly price: ProposedPrice | null;
  /** Whoever pays chooses the amount. */
  readonly freePrice: boolean;
  /** Null where it is not known. */
  readonly availability: ProposedAvailability | null;
  /** The whole offer, as JSON. */
  readonly datasheet: string;
  /** Those who make it together, the lead among them, their signatures, and where its terms are for them; null where a host makes it alone. */
  readonly joint: {
    readonly hosts: readonly string[];
    readonly stamps: readonly string[];
    readonly terms: string;
  } | null;
}

/** An exact amount in whole cents for one unit and one period. */
export interface ProposedPrice {
  readonly cents: number;
  readonly currency: Currency;
  readonly period: ProposedPeriod;
}

export type Currency = keyof typeof currencies;
type ProposedPeriod = keyof typeof durations;
export interface ProposedAvailability {
  readonly state: "open" | "waitlist" | "closed";
  readonly asOf: Date;
}

/** The currencies that have an address of their own (Wikidata). */
export const currencies = {
  EUR: "https://www.wikidata.org/wiki/Q4916",
  CHF: "https://www.wikidata.org/wiki/Q25344",
  GBP: "https://www.wikidata.org/wiki/Q25224",
  USD: "https://www.wikidata.org/wiki/Q4917",
  CAD: "https://www.wikidata.org/wiki/Q1104069",
} as const;

export const durations = { once: null, day: "P1D", month: "P1M", quarter: "P3M", year: "P1Y" } as const;

export function writeProposal(proposal: Proposal) {
  const { id, price, availability } = proposal;
  const duration = price && durations[price.period];
  return {
    "@context": proposalContext,
    id,
    type: "Proposal",
    purpose: "offer",
    attributedTo: proposal.offer,
    name: proposal.name,
    content: proposal.content,
    url: proposal.url,
    published: proposal.published.toISOString(),
    updated: proposal.updated.toISOString(),
    ...(proposal.location && { location: writePlace(proposal.location) }),
    tag: proposal.hashtags.map(writeHashtag),
    ...(proposal.joint && { audience: proposal.joint.hosts, context: proposal.joint.stamps }),
    attachment: [
      { type: "Link", rel: ["describedby"], mediaType: "application/json", href: proposal.datasheet },
      ...(proposal.joint
        ? [{ type: "Link", rel: [termsRel], mediaType: "application/json", href: proposal.joint.terms }]
        : []),
    ],
    publishes: {
      id: `${id}#primary`,
      type: "Intent",
      action: "deliverService",
      resourceConformsTo: proposal.service,
      resourceQuantity: measure("1"),
      ...(proposal.available !== null && { availableQuantity: measure(String(proposal.available)) }),
      minimumQuantity: measure("1"),
    },
    ...(price && { reciprocal: writePrice(id, price) }),
    unitBased: true,
    ...(availability && { availabilityState: availability.state, asOf: availability.asOf.toISOString() }),
    ...(duration && { billingPeriod: duration }),
    freePrice: proposal.freePrice,
    to: [everyone],
  };
}

/** So many of what has no unit. */
export const measure = (value: string) => ({ type: "om2:Measure", hasUnit: "one", hasNumericalValue: value });

function writePrice(proposal: string, { cents, currency }: ProposedPrice) {
  return {
    id: `${proposal}#reciprocal`,
    type: "Intent",
    action: "transfer",
    resourceConformsTo: currencies[currency],
    resourceQuantity: measure(decimalOf(cents)),
  };
}

/** 2450 → "24.50", 2400 → "24". */
export function decimalOf(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}

/** "24.5" → 2450; null when it is not an amount in whole cents. */
export function centsOf(decimal: string): number | null {
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(decimal) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

export const Quantity = z.object({ hasNumericalValue: z.string() });
const Document = z.object({
  id: z.url(),
  type: z.literal("Proposal"),
  purpose: z.literal("offer"),
  attributedTo: reference,
  name: z.string(),
  content: z.string().default(""),
  url: z.url(),
  published: instant,
  updated: instant,
  location: orNull(PlaceShape),
  tag: listOf(z.unknown()),
  ...{ audience: listOf(reference), context: listOf(reference) },
  attachment: listOf(z.object({ rel: listOf(z.string()), href: z.url() })),
  publishes: z.object({ resourceConformsTo: z.url(), availableQuantity: orNull(Quantity) }),
  reciprocal: orNull(z.object({ resourceConformsTo: z.url(), resourceQuantity: Quantity })),
  availabilityState: orNull(z.enum(["open", "waitlist", "closed"])),
  asOf: orNull(instant),
  billingPeriod: orNull(z.string()),
  freePrice: z.boolean().default(false),
});

/** An offer's proposal from its document; null when this is none. */
export function readProposal(document: unknown): Proposal | null {
  const read = Document.safeParse(document);
  const datasheet = read.data?.attachment.find(({ rel }) => rel.includes("describedby"))?.href;
  if (!read.success || datasheet === undefined) return null;
  const { id, attributedTo: offer, name, content, url, published, updated, location, freePrice, ...rest } = read.data;
  const { availabilityState: state, asOf, publishes } = rest;
  const terms = rest.attachment.find(({ rel }) => rel.includes(termsRel))?.href;
  return {
    ...{ id, offer, name, content, url, published, updated, location, freePrice, datasheet },
    hashtags: pick(HashtagShape, rest.tag),
    service: publishes.resourceConformsTo,
    available: publishes.availableQuantity === null ? null : Number(publishes.availableQuantity.hasNumericalValue),
    price: readPrice(rest),
    availability: state === null || asOf === null ? null : { state, asOf },
    joint: terms === undefined ? null : { hosts: rest.audience, stamps: rest.context, terms },
  };
}

function readPrice({
  reciprocal,
  billingPeriod,
}: Pick<z.infer<typeof Document>, "reciprocal" | "billingPeriod">): ProposedPrice | null {
  const cents = reciprocal && centsOf(reciprocal.resourceQuantity.hasNumericalValue);
  const currency = keyOf(currencies, reciprocal?.resourceConformsTo ?? null);
  const period = keyOf(durations, billingPeriod);
  return cents === null || currency === null || period === null ? null : { cents, currency, period };
}

/** Under which key a value stands in a table. */
export function keyOf<Table extends Readonly<Record<string, string | null>>>(
  table: Table,
  value: string | null,
): keyof Table | null {
  return Object.keys(table).find((key) => table[key] === value) ?? null;
}
