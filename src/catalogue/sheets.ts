import { z } from "zod";
import { availabilityStates } from "../availability/availability.ts";
import { StoredDetails } from "../availability/form.ts";
import { StoredProfile } from "../hosts/form.ts";
import { type Capability, capabilities, type HostProfile, type Territory } from "../hosts/host.ts";
import { policies, usualPolicy } from "../hosts/territory.ts";
import { StoredOffer, TierShape } from "../offers/form.ts";
import { mostParts, StoredTerms } from "../offers/joint-form.ts";
import { slugPattern } from "../offers/offer.ts";
import { StoredPrice } from "../offers/price-form.ts";
import { versionOf } from "../offers/substance.ts";
import type { HostSheet, ListedJoint, OfferSheet } from "./catalogue.ts";

/** Where a sheet came from, and when. */
export interface Source {
  /** Of the instance that served it; all its addresses must be of this origin. */
  readonly origin: string;
  readonly now: Date;
}

/** The largest data sheet that is read, in bytes of JSON. */
export const largestSheet = 64 * 1024;

/** What an instance says of its own host, from the JSON of its data sheet; null when it cannot be read. */
export function readHostSheet(json: unknown, { origin }: Pick<Source, "origin">): HostSheet | null {
  const { data } = fits(json) ? HostDocument.safeParse(json) : {};
  if (!data || ![data.actor, data.url].every((address) => isAt(address, origin))) return null;
  const { actor, handle, url, logo, profile } = data;
  return { actor, origin, handle, url, logo: logo !== null && isAt(logo, origin) ? logo : null, profile };
}

/** What an instance says of an offer of its own, with its amounts in cents; null when it cannot be read. A date that is yet to come is now. */
export function readOfferSheet(json: unknown, { origin, now }: Source): OfferSheet | null {
  const { data } = fits(json) ? OfferDocument.safeParse(json) : {};
  if (!data || ![data.actor, data.host, data.proposal, data.url].every((address) => isAt(address, origin))) return null;
  const { offer: content, availability, published, changed, joint, ...sheet } = data;
  return {
    ...{ ...sheet, content, joint: joint && soundOf(joint, data.host, json) },
    ...{ published: earlier(published, now), changed: earlier(changed, now) },
    availability: availability && {
      ...{ ...availability, confirmed: earlier(availability.confirmed, now) },
      expires: earlier(availability.expires, new Date(now.getTime() + longestValidity)),
    },
  };
}

/** What was read and kept before, from the JSON of the database; null when it cannot be read. */
export function reviveSheet(json: unknown): OfferSheet | null {
  const { data } = KeptSheet.safeParse(json);
  return data ?? null;
}

/**
 * What a sheet says of those who make the offer together. Where it does not hold together (another version than what it says,
 * other partners than its terms name, a signature that is not at its partner's own address) it counts as suspended.
 */
function soundOf(joint: ListedJoint, host: string, json: unknown): ListedJoint {
  const { terms, partners, lead } = joint;
  const raw = Raw.safeParse(json).data;
  const said = raw && versionOf({ title: raw.offer.title, about: null, content: raw.offer, terms: raw.joint.terms });
  const asked = terms.parts.flatMap(({ actor }) => (actor === lead ? [] : [actor]));
  const named = new Set(partners.map(({ actor }) => actor));
  const isSound =
    said === joint.version &&
    lead === host &&
    terms.parts.length === asked.length + 1 &&
    asked.length === partners.length &&
    asked.every((actor) => named.has(actor)) &&
    partners.every(({ actor, stamp }) => isAt(stamp, new URL(actor).origin) && !isAt(actor, new URL(lead).origin));
  return isSound ? joint : { ...joint, state: "suspended" };
}

const longestValidity = 366 * 86_400_000;

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

function isAt(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

const longestText = 20_000;
const longestList = 300;

// Whatever its members: nothing in a sheet is longer than a page can show.
function fits(json: unknown): boolean {
  const text = JSON.stringify(json) ?? "";
  return Buffer.byteLength(text) <= largestSheet && !text.includes("\\u0000") && isBounded(json);
}

function isBounded(value: unknown): boolean {
  if (typeof value === "string") return value.length <= longestText;
  if (value === null || typeof value !== "object") return true;
  const members = Object.values(value);
  return members.length <= longestList && members.every(isBounded);
}

// What this version has no word for, a later one may say: it is left out, and the rest of the sheet still counts.
const link = z
  .url({ protocol: /^https?$/ })
  .max(2_048)
  .nullable()
  .catch(null);
const address = z.url({ protocol: /^https?$/ }).max(2_048);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const territory = z
  .object({
    codes: z.array(z.string().max(100)).readonly(),
    policy: z.enum(policies).catch(usualPolicy),
  })
  .nullable()
  .catch(null)
  .default(null) satisfies z.ZodType<Territory | null>;

const ContactShape = StoredProfile.shape.contact.unwrap();

const RemoteProfile = z.object({
  ...StoredProfile.shape,
  name: z.string().trim().min(1).max(200),
  territory,
  website: link.default(null),
  termsUrl: link.default(null),
  capabilities: z
    .array(z.string())
    .default([])
    .transform((codes): readonly Capability[] => codes.filter((code) => isCapability(code))),
  contact: z.object({ ...ContactShape.shape, url: link.default(null) }).default(ContactShape.parse({})),
  closing: StoredProfile.shape.closing.catch(null),
}) satisfies z.ZodType<HostProfile>;

function isCapability(code: string): code is Capability {
  return capabilities.some((known) => known === code);
}

const RemoteOffer = z.object({
  ...StoredOffer.shape,
  title: z.string().trim().min(1).max(300),
  territory,
  software: z
    .array(z.object({ ...StoredOffer.shape.software.unwrap().unwrap().element.shape, url: link.default(null) }))
    .readonly()
    .default([]),
  isolation: StoredOffer.shape.isolation.catch(null),
  registration: StoredOffer.shape.registration.catch(null),
  tiers: z
    .array(z.object({ ...TierShape.shape, price: StoredPrice.nullable().catch(null).default(null) }))
    .readonly()
    .default([]),
  url: link.default(null),
});

const SaidAvailability = z
  .object({
    ...{ ...StoredDetails.shape, territory, state: z.enum(availabilityStates) },
    ...{ confirmed: instant, expires: instant },
  })
  .nullable()
  .catch(null)
  .default(null);

const handle = z.string().regex(/^[a-z0-9_]{1,30}$/i);

const HostDocument = z.object({
  ...{ actor: address, handle, url: address, logo: link.default(null), profile: RemoteProfile },
});

const JointShape = z.object({
  ...{ version: z.string().min(1).max(200), state: z.enum(["published", "suspended"]), lead: address },
  partners: z
    .array(z.object({ actor: address, name: z.string().trim().min(1).max(300), page: address, stamp: address }))
    .min(1)
    .max(mostParts)
    .readonly(),
  terms: StoredTerms,
}) satisfies z.ZodType<ListedJoint>;

const OfferDocument = z.object({
  ...{ actor: address, host: address, proposal: address, handle, slug: z.string().regex(slugPattern), url: address },
  ...{ version: z.coerce.string().min(1).max(100), published: instant, changed: instant },
  ...{ offer: RemoteOffer, availability: SaidAvailability, joint: JointShape.nullable().default(null) },
});

// As it came: a later version may say more than this one knows, and it is signed all the same.
const Raw = z.object({
  offer: z.looseObject({ title: z.string() }),
  joint: z.object({ terms: StoredTerms.loose() }),
});

const KeptSheet = OfferDocument.omit({ offer: true }).extend({ content: StoredOffer });
