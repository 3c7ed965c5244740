import { z } from "zod";
import { type FundingState, fundingStates } from "../../src/funding/funding.ts";
import type { Cents } from "../../src/offers/price.ts";
import { currencyAt, currencyIri, readAmount, writeAmount } from "./amounts.ts";
import { everyone, requestContext } from "./contexts.ts";
import { durations, keyOf, measure, Quantity } from "./proposal.ts";
import { instant, listOf, orNull, pick, reference } from "./shapes.ts";
import { type Hashtag, HashtagShape, type Mention, MentionShape, writeHashtag, writeMention } from "./tags.ts";

/** What a funding request proposes, for machines: a proposal of FEP-0837 that asks, with our own details as further properties. */
export interface RequestProposal {
  readonly id: string;
  /** The address of the request's actor. */
  readonly campaign: string;
  readonly name: string;
  /** HTML. */
  readonly content: string;
  /** The page for people. */
  readonly url: string;
  readonly published: Date;
  readonly updated: Date;
  /** The first instant at which nothing can be promised any more; null where there is no end. */
  readonly ends: Date | null;
  /** The address of the post in which it was first asked, on the server of who asks. */
  readonly original: string | null;
  /** Who asks, where that is an actor of the Fediverse. */
  readonly requester: Mention | null;
  /** The actor of those for whom it is. */
  readonly beneficiary: string | null;
  readonly hashtags: readonly Hashtag[];
  /** ISO 4217. */
  readonly currency: string;
  /** What has to come together; null where a number of participants is all that is asked for. */
  readonly amount: Cents | null;
  /** What is still to be found of it. */
  readonly remaining: Cents | null;
  readonly minimumPledge: Cents | null;
  /** For how long each amount is; null for what is paid once. */
  readonly period: "day" | "month" | "quarter" | "year" | null;
  /** The address of the concept that says what is wanted. */
  readonly service: string;
  /** Whether what comes together is kept where it is less than was asked for. */
  readonly rule: "keepAll" | "allOrNothing";
  readonly state: Exclude<FundingState, "draft">;
  readonly pledged: { readonly total: Cents; readonly count: number; readonly asOf: Date };
  /** The whole request, as JSON. */
  readonly datasheet: string;
}

export function writeRequestProposal(request: RequestProposal) {
  const { id, pledged, currency, period, ends, original, beneficiary } = request;
  return {
    "@context": requestContext,
    ...{ id, type: "Proposal", purpose: "request", attributedTo: request.campaign },
    ...{ name: request.name, content: request.content, url: request.url },
    published: request.published.toISOString(),
    updated: request.updated.toISOString(),
    ...(ends && { endTime: ends.toISOString() }),
    ...(original !== null && { context: original }),
    tag: [...(request.requester ? [writeMention(request.requester)] : []), ...request.hashtags.map(writeHashtag)],
    attachment: [{ type: "Link", rel: ["describedby"], mediaType: "application/json", href: request.datasheet }],
    publishes: writeWanted(request),
    reciprocal: {
      ...{ id: `${id}#reciprocal`, type: "Intent", action: "deliverService" },
      resourceConformsTo: request.service,
      resourceQuantity: measure("1"),
    },
    unitBased: false,
    ...(period && { billingPeriod: durations[period] }),
    ...{ fundingRule: request.rule, fundingState: request.state },
    pledgedTotal: writeAmount(pledged.total, currency),
    pledgeCount: pledged.count,
    asOf: pledged.asOf.toISOString(),
    ...(beneficiary !== null && { beneficiary }),
    to: [everyone],
  };
}

function writeWanted({ id, currency, amount, remaining, minimumPledge }: RequestProposal) {
  const quantity = (cents: Cents) => measure(writeAmount(cents, currency));
  return {
    ...{ id: `${id}#primary`, type: "Intent", action: "transfer" },
    resourceConformsTo: currencyIri(currency),
    ...(amount !== null && { resourceQuantity: quantity(amount) }),
    ...(remaining !== null && { availableQuantity: quantity(remaining) }),
    ...(minimumPledge !== null && { minimumQuantity: quantity(minimumPledge) }),
  };
}

const Wanted = z
  .object({
    action: z.literal("transfer"),
    resourceConformsTo: z.url(),
    resourceQuantity: orNull(Quantity),
    availableQuantity: orNull(Quantity),
    minimumQuantity: orNull(Quantity),
  })
  .transform(({ resourceConformsTo, ...rest }, context) => {
    const currency = currencyAt(resourceConformsTo);
    const quantities = [rest.resourceQuantity, rest.availableQuantity, rest.minimumQuantity];
    const [amount = null, remaining = null, minimumPledge = null] = quantities.map((quantity) => {
      const cents = quantity === null || currency === null ? null : readAmount(quantity.hasNumericalValue, currency);
      if (quantity !== null && cents === null) context.addIssue("an amount that cannot be read");
      return cents;
    });
    if (currency === null) context.addIssue("a currency that is not known here");
    return { currency: currency ?? "", amount, remaining, minimumPledge };
  });

const Document = z.object({
  ...{ id: z.url(), type: z.literal("Proposal"), purpose: z.literal("request"), attributedTo: reference },
  ...{ name: z.string(), content: z.string().default(""), url: z.url(), published: instant, updated: instant },
  ...{ endTime: orNull(instant), context: orNull(reference), beneficiary: orNull(reference) },
  tag: listOf(z.unknown()),
  attachment: listOf(z.object({ rel: listOf(z.string()), href: z.url() })),
  publishes: Wanted,
  reciprocal: z.object({ resourceConformsTo: z.url() }),
  billingPeriod: orNull(z.string()),
  fundingRule: z.enum(["keepAll", "allOrNothing"]),
  fundingState: z.enum(fundingStates).exclude(["draft"]),
  ...{ pledgedTotal: z.string(), pledgeCount: z.int().min(0), asOf: instant },
});

/** A funding request's proposal from its document; null when this is none. */
export function readRequestProposal(document: unknown): RequestProposal | null {
  const { data } = Document.safeParse(document);
  const datasheet = data?.attachment.find(({ rel }) => rel.includes("describedby"))?.href;
  const total = data ? readAmount(data.pledgedTotal, data.publishes.currency) : null;
  if (!data || datasheet === undefined || total === null) return null;
  const { id, name, content, url, published, updated, beneficiary, publishes } = data;
  const period = data.billingPeriod === null ? null : keyOf(durations, data.billingPeriod);
  return {
    ...{ id, name, content, url, published, updated, beneficiary, datasheet, ...publishes },
    ...{ campaign: data.attributedTo, ends: data.endTime, original: data.context },
    requester: pick(MentionShape, data.tag)[0] ?? null,
    hashtags: pick(HashtagShape, data.tag),
    period: period === "once" ? null : period,
    service: data.reciprocal.resourceConformsTo,
    ...{ rule: data.fundingRule, state: data.fundingState },
    pledged: { total, count: data.pledgeCount, asOf: data.asOf },
  };
}
