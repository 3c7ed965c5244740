import { createHash } from "node:crypto";
import type { JointTerms } from "./joint-terms.ts";
import type { OfferContent } from "./offer.ts";

/** What is signed: the terms, and what the offer says or what is proposed about something else. */
export interface Signed {
  readonly title: string;
  /** The address that an answer or a quote is about. */
  readonly about: string | null;
  /** Null for what is no offer. */
  readonly content: Partial<OfferContent> | null;
  readonly terms: JointTerms;
}

/**
 * The version of what several hosts sign: another of substance is another version. It is worked out from the plain JSON,
 * so that whoever reads it finds the same, whatever their own version knows of offers.
 */
export function versionOf({ title, about, content, terms }: Signed): string {
  return digestOf({ title, about, offer: content && substanceOf(content), terms });
}

/** The same of an offer alone: two that differ in nothing of substance have the same. */
export const substanceDigest = (content: OfferContent): string => digestOf(substanceOf(content));

const digestOf = (said: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(plain(said)))
    .digest("base64url");

// A typing error mended in these asks nobody again: they promise nothing that the other fields do not.
const light = new Set(["summary", "notes", "url", "extra", "language"]);
const lightOfTier = new Set(["summary", "extra"]);
const lightOfSoftware = new Set(["version", "url"]);
const lightOfPrice = new Set(["asOf"]);

/** What counts of an offer's content. */
function substanceOf(content: object): unknown {
  return without(content, light, {
    tiers: (tier) => without(tier, lightOfTier, { price: (price) => without(price, lightOfPrice) }),
    software: (one) => without(one, lightOfSoftware),
  });
}

type Change = (value: unknown) => unknown;

function without(value: unknown, left: ReadonlySet<string>, inside: Readonly<Record<string, Change>> = {}): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !left.has(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => {
      const change = inside[key];
      if (change === undefined) return [key, inner];
      return [key, Array.isArray(inner) ? inner.map(change) : change(inner)];
    }),
  );
}

/** In one order, and without what says nothing: a later version may know more fields, and leaves them empty. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const);
  return Object.fromEntries(members.filter(([, inner]) => !saysNothing(inner)).sort(byKey));
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
