import { z } from "zod";
import type { Day } from "../foundation/day.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import { type Cents, highestAmount, type Period, periods } from "../offers/price.ts";
import type { Party } from "./funding.ts";

export const proposalStates = ["made", "chosen", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalVisibilities = ["everyone", "requester"] as const;

/** What a host would deliver for a request, as it says it. */
export interface ProposalContent {
  readonly visibility: (typeof proposalVisibilities)[number];
  readonly text: string;
  readonly amount: Cents | null;
  /** ISO 4217; null without an amount. */
  readonly currency: string | null;
  readonly period: Period | null;
  /** By when it would be there. */
  readonly ready: Day | null;
  readonly terms: string | null;
  readonly url: string | null;
  /** The host that would deliver, as somebody says who answers with their own account; null where the party is that host. */
  readonly provider?: string | null;
  /** The other hosts that give it together with the party, once all of them have signed it; null for an answer of one. */
  readonly partners?: readonly ProposalPartner[] | null;
  /** What all of them have signed; null for an answer of one. */
  readonly joint?: SignedAnswer | null;
}

/** A host, as it was last seen. */
export interface Named {
  readonly actor: string;
  readonly name: string;
  readonly page: string;
}

/** One of several hosts that answer together. */
export interface ProposalPartner extends Named {
  /** Codes of the partnership roles. */
  readonly roles: readonly string[];
  /** Where everybody can check its signature; null where nobody noted it. */
  readonly stamp: string | null;
}

/** The version of an answer that several hosts have signed. */
export interface SignedAnswer {
  readonly lead: Named;
  readonly version: string;
  readonly terms: JointTerms;
  /** In which language they wrote it. */
  readonly language: string;
}

export interface FundingProposal extends ProposalContent {
  readonly id: string;
  readonly request: string;
  readonly party: Party;
  readonly state: ProposalState;
  readonly made: Date;
  readonly changed: Date;
  /** Since when not all who gave it stand by it; null while they do. */
  readonly broken: Date | null;
}

/** Whether who asks may choose it. */
export const isOpen = ({ state, broken }: Pick<FundingProposal, "state" | "broken">): boolean =>
  state === "made" && broken === null;

const named = { actor: z.string(), name: z.string(), page: z.string() };

/** Those who answer together, as the database keeps them. */
export const StoredPartners = z
  .array(z.object({ ...named, roles: z.array(z.string()).readonly(), stamp: z.string().nullable().default(null) }))
  .readonly() satisfies z.ZodType<readonly ProposalPartner[]>;

/** What they have signed, as the database keeps it. */
export const StoredSignedAnswer = z.object({
  ...{ lead: z.object(named), version: z.string(), terms: StoredTerms, language: z.string() },
}) satisfies z.ZodType<SignedAnswer>;

const longest = 20_000;

/** A whole answer, as it travels between two sites and is kept on the way. */
export const StoredProposal = z.object({
  visibility: z.enum(proposalVisibilities),
  text: z.string().max(longest),
  amount: z.int().min(0).max(highestAmount).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  period: z.enum(periods).nullable(),
  ready: z.iso.date().nullable(),
  terms: z.string().max(longest).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .nullable(),
  partners: StoredPartners.nullable().default(null),
  joint: StoredSignedAnswer.nullable().default(null),
}) satisfies z.ZodType<ProposalContent>;
