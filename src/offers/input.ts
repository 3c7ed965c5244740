import { z } from "zod";
import { TerritoryShape } from "../hosts/form.ts";
import { isCode, codesOf as listCodes, type Vocabulary } from "../hosts/vocabularies.ts";
import { noAccompaniment, noExit, noOnboarding, noSupport } from "./form.ts";
import { type OfferContent, slugOf, slugPattern, type Tier } from "./offer.ts";
import { PriceInput } from "./price-form.ts";

const text = z.string().trim().max(10_000).nullable().default(null);
const line = z.string().trim().min(1, "some words").max(1_000);
const lines = z.array(line).max(100).readonly().default([]);
const extra = z.record(z.string(), z.unknown()).default({});
const webAddress = z.url({ protocol: /^https?$/, error: "an address like https://example.org" }).max(2_000);
const slug = z.string().regex(slugPattern, "small letters, figures and hyphens, like shared-files");

const codeOf = (list: Vocabulary, example: string) =>
  z.string().refine((code) => isCode(list, code), `a code of the vocabulary “${list}”, like ${example}`);
const codesOf = (list: Vocabulary, example: string) =>
  z
    .array(codeOf(list, example).meta({ enum: [...listCodes(list)] }))
    .max(100)
    .readonly()
    .default([]);

const needs = codesOf("needs", "file-sharing");
const audiences = codesOf("audiences", "association-volunteer");
const accompaniments = codesOf("accompaniment", "training");

const SoftwareInput = z.strictObject({
  name: line,
  version: text,
  license: text,
  url: webAddress.nullable().default(null),
});

const AccompanimentInput = z.strictObject({
  included: accompaniments,
  notIncluded: accompaniments,
  formats: codesOf("accompanimentFormats", "remote"),
  steps: lines,
  followUp: z.strictObject({ short: text, long: text }).nullable().default(null),
});

const SupportInput = z.strictObject({
  included: z.boolean().nullable().default(null),
  channels: lines,
  hours: text,
  answerWithin: text,
  note: text,
});

const TierInput = z.strictObject({
  id: slug.optional(),
  title: line.nullable().default(null),
  summary: text,
  audienceSize: codeOf("audienceSizes", "small").nullable().default(null),
  features: lines,
  storageGb: z.number().min(0).max(1_000_000).nullable().default(null),
  accountsMax: z.int().min(0).max(1_000_000).nullable().default(null),
  tailored: z.boolean().default(false),
  includesAllOf: slug.nullable().default(null),
  price: PriceInput.nullable().default(null),
  extra,
});

const TiersInput = z
  .array(TierInput)
  .max(50)
  .transform(nameTiers)
  .refine((tiers) => new Set(tiers.map(({ id }) => id)).size === tiers.length, "tiers with an id of their own each")
  .default([]);

/** The fields of an offer as the API takes them; `website` is the offer's own page elsewhere. */
const fields = {
  title: z.string("a title").trim().min(1, "a title").max(200),
  summary: z.string().trim().max(10_000).default(""),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language like fr or en")
    .default("fr"),
  needs,
  does: lines,
  doesNot: lines,
  features: lines,
  limits: lines,
  audiences,
  audiencePriority: audiences,
  sectors: codesOf("audienceSectors", "culture"),
  techLevels: codesOf("techLevels", "novice"),
  software: z.array(SoftwareInput).max(100).readonly().default([]),
  isolation: z.enum(["dedicated", "shared"], "dedicated or shared").nullable().default(null),
  tiers: TiersInput,
  accompaniment: AccompanimentInput.default(noAccompaniment),
  support: SupportInput.default(noSupport),
  maintenance: text,
  backups: text,
  exit: z.strictObject({ notice: text, formats: lines, help: text }).default(noExit),
  continuity: text,
  onboarding: z.strictObject({ delay: text, commitment: text, text }).default(noOnboarding),
  territory: TerritoryShape.nullable().default(null),
  conditions: text,
  registration: z.enum(["none", "on-request", "member"], "none, on-request or member").nullable().default(null),
  requiresPartnerRole: codeOf("partnershipRoles", "hosting").nullable().default(null),
  addonTo: slug.nullable().default(null),
  website: webAddress.nullable().default(null),
  notes: lines,
  extra,
};

/** A whole offer, as the API takes it. */
export const OfferInput = z
  .strictObject(fields)
  .transform(({ website: url, ...rest }): OfferContent => ({ ...rest, url }));

/** A new offer: the same, under an address of the host's choice. */
export const NewOfferInput = z
  .strictObject({ ...fields, slug: slug.optional() })
  .transform(({ slug: wanted, website: url, ...rest }): { slug: string | null; content: OfferContent } => ({
    slug: wanted ?? null,
    content: { ...rest, url },
  }));

/** Some fields of an offer; each replaces what was there, and null takes it away. */
export const OfferPatch = z.record(z.string(), z.unknown());

/** A tier without an id gets one from its title. */
export function nameTiers(
  tiers: readonly (Omit<Tier, "id"> & { readonly id?: string | undefined })[],
): readonly Tier[] {
  const taken = new Set(tiers.map(({ id }) => id));
  return tiers.map((tier, index) => {
    if (tier.id !== undefined) return { ...tier, id: tier.id };
    const base = slugOf(tier.title ?? "") || `tier-${index + 1}`;
    const id = taken.has(base) ? `${base}-${index + 1}` : base;
    taken.add(id);
    return { ...tier, id };
  });
}
