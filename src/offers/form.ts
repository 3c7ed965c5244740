import { z } from "zod";
import { TerritoryShape } from "../hosts/form.ts";
import type { Accompaniment, Exit, OfferContent, Onboarding, Software, Support, Tier } from "./offer.ts";
import { StoredPrice } from "./price-form.ts";

const text = z.string().nullable().default(null);
const texts = z.array(z.string()).readonly().default([]);
const extra = z.record(z.string(), z.unknown()).default({});

const SoftwareShape = z.object({
  name: z.string(),
  version: text,
  license: text,
  url: text,
}) satisfies z.ZodType<Software>;

const AccompanimentShape = z.object({
  included: texts,
  notIncluded: texts,
  formats: texts,
  steps: texts,
  followUp: z.object({ short: text, long: text }).nullable().default(null),
}) satisfies z.ZodType<Accompaniment>;

const SupportShape = z.object({
  included: z.boolean().nullable().default(null),
  channels: texts,
  hours: text,
  answerWithin: text,
  note: text,
}) satisfies z.ZodType<Support>;

const ExitShape = z.object({ notice: text, formats: texts, help: text }) satisfies z.ZodType<Exit>;

const OnboardingShape = z.object({ delay: text, commitment: text, text }) satisfies z.ZodType<Onboarding>;

export const TierShape = z.object({
  id: z.string(),
  title: text,
  summary: text,
  audienceSize: text,
  features: texts,
  storageGb: z.number().nullable().default(null),
  accountsMax: z.number().nullable().default(null),
  tailored: z.boolean().default(false),
  includesAllOf: text,
  price: StoredPrice.nullable().default(null),
  extra,
}) satisfies z.ZodType<Tier>;

export const noAccompaniment: Accompaniment = {
  included: [],
  notIncluded: [],
  formats: [],
  steps: [],
  followUp: null,
};
export const noSupport: Support = { included: null, channels: [], hours: null, answerWithin: null, note: null };
export const noExit: Exit = { notice: null, formats: [], help: null };
export const noOnboarding: Onboarding = { delay: null, commitment: null, text: null };

/** The offer as the database keeps it; what an import leaves out or an older version did not know gets its default. */
export const StoredOffer = z.object({
  title: z.string(),
  summary: z.string().default(""),
  language: z.string().default("fr"),
  needs: texts,
  does: texts,
  doesNot: texts,
  features: texts,
  limits: texts,
  audiences: texts,
  audiencePriority: texts,
  sectors: texts,
  techLevels: texts,
  software: z.array(SoftwareShape).readonly().default([]),
  isolation: z.enum(["dedicated", "shared"]).nullable().default(null),
  tiers: z.array(TierShape).readonly().default([]),
  accompaniment: AccompanimentShape.default(noAccompaniment),
  support: SupportShape.default(noSupport),
  maintenance: text,
  backups: text,
  exit: ExitShape.default(noExit),
  continuity: text,
  onboarding: OnboardingShape.default(noOnboarding),
  territory: TerritoryShape.nullable().default(null),
  conditions: text,
  registration: z.enum(["none", "on-request", "member"]).nullable().default(null),
  requiresPartnerRole: text,
  addonTo: text,
  url: text,
  notes: texts,
  extra,
}) satisfies z.ZodType<OfferContent>;
