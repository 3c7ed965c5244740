import type { Territory } from "../hosts/host.ts";
import type { Price } from "./price.ts";

export const offerStates = ["draft", "published", "withdrawn"] as const;

export type OfferState = (typeof offerStates)[number];

/** What a host proposes, in the words of an association: the need first. Codes are those of `vocabularies.json`. */
export interface OfferContent {
  readonly title: string;
  readonly summary: string;
  /** The language these texts are written in. */
  readonly language: string;
  readonly needs: readonly string[];
  readonly does: readonly string[];
  readonly doesNot: readonly string[];
  readonly features: readonly string[];
  readonly limits: readonly string[];
  readonly audiences: readonly string[];
  readonly audiencePriority: readonly string[];
  readonly sectors: readonly string[];
  readonly techLevels: readonly string[];
  readonly software: readonly Software[];
  readonly isolation: "dedicated" | "shared" | null;
  readonly tiers: readonly Tier[];
  readonly accompaniment: Accompaniment;
  readonly support: Support;
  readonly maintenance: string | null;
  readonly backups: string | null;
  readonly exit: Exit;
  readonly continuity: string | null;
  readonly onboarding: Onboarding;
  readonly territory: Territory | null;
  readonly conditions: string | null;
  readonly registration: "none" | "on-request" | "member" | null;
  /** Another role without which this offer cannot be given ("hosting"). */
  readonly requiresPartnerRole: string | null;
  /** The slug of the offer that this one supplements. */
  readonly addonTo: string | null;
  readonly url: string | null;
  readonly notes: readonly string[];
  /** What an import brought and this model has no place for; kept and written back. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Software {
  readonly name: string;
  readonly version: string | null;
  /** SPDX. */
  readonly license: string | null;
  readonly url: string | null;
}

/** One formula of an offer. An offer with a single price has one tier without a title. */
export interface Tier {
  /** Unique within the offer: [a-z0-9-]. */
  readonly id: string;
  readonly title: string | null;
  readonly summary: string | null;
  readonly audienceSize: string | null;
  readonly features: readonly string[];
  readonly storageGb: number | null;
  readonly accountsMax: number | null;
  readonly tailored: boolean;
  readonly includesAllOf: string | null;
  readonly price: Price | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Accompaniment {
  readonly included: readonly string[];
  readonly notIncluded: readonly string[];
  readonly formats: readonly string[];
  /** The way it goes, step by step, in the host's words. */
  readonly steps: readonly string[];
  readonly followUp: { readonly short: string | null; readonly long: string | null } | null;
}

export interface Support {
  readonly included: boolean | null;
  readonly channels: readonly string[];
  readonly hours: string | null;
  readonly answerWithin: string | null;
  readonly note: string | null;
}

export interface Exit {
  readonly notice: string | null;
  readonly formats: readonly string[];
  readonly help: string | null;
}

export interface Onboarding {
  readonly delay: string | null;
  readonly commitment: string | null;
  readonly text: string | null;
}

/** An offer as the site keeps it. */
export interface Offer {
  /** Also the id of its actor. */
  readonly id: string;
  readonly slug: string;
  /** Its actor's name: @handle. */
  readonly handle: string;
  readonly state: OfferState;
  readonly position: number;
  readonly version: number;
  readonly content: OfferContent;
  readonly created: Date;
  readonly changed: Date;
  readonly published: Date | null;
  readonly withdrawn: Date | null;
  /** When it was put away at the desk. */
  readonly archived: Date | null;
  /** Why it was withdrawn, for those who come to its page. */
  readonly farewell: string | null;
}

export type OfferRefusal =
  | "title-missing"
  | "already-published"
  | "not-published"
  | "not-a-draft"
  | "still-published"
  | "offer-is-withdrawn"
  | "slug-taken"
  | "slug-malformed"
  /** Others make it too, and have not agreed to what it would say. */
  | "not-agreed";

/** The last part of an offer's address. */
export const slugPattern = /^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/;

/** Words as they can stand in an address: "Mail & cloud coopératifs" is `mail-cloud-cooperatifs`; empty when none can. */
export function slugOf(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** Why an offer cannot be shown to everyone as it is; null when it can. What it would gain by saying more is advice, never a refusal. */
export function refusalToPublish({ title }: OfferContent): OfferRefusal | null {
  return title.trim() === "" ? "title-missing" : null;
}
