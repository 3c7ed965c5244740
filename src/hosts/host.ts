import type { LogoAddress } from "./logo.ts";

/** Who hosts here, for the public. Codes are those of `vocabularies.json`. */
export interface HostProfile {
  readonly name: string;
  readonly tagline: string | null;
  readonly summary: string;
  readonly language: string;
  readonly website: string | null;
  readonly legalForm: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** `com:16015`. */
  readonly commune: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly memberOf: readonly string[];
  readonly languages: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly territory: Territory | null;
  readonly dataLocation: string | null;
  readonly commitments: readonly Commitment[];
  readonly doesNot: readonly string[];
  readonly contact: Contact;
  readonly termsUrl: string | null;
  readonly solidarity: {
    readonly who: readonly string[];
    readonly notFor: readonly string[];
    readonly how: string;
  } | null;
  readonly referrals: readonly { readonly to: string; readonly why: string | null }[];
  /** Dated facts about the host, in its own words. */
  readonly facts: readonly { readonly name: string; readonly value: unknown; readonly note: string | null }[];
  readonly closing: Closing | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

export type Capability = "hosting" | "accompaniment" | "training" | "development" | "hardware" | "funding-advice";

export const capabilities: readonly Capability[] = [
  "hosting",
  "accompaniment",
  "training",
  "development",
  "hardware",
  "funding-advice",
];

/** Where a host or an offer is there for people: codes like `com:16015`, `dep:67`, `country:FR`, `remote`, and what they mean for others. */
export interface Territory {
  readonly codes: readonly string[];
  readonly policy: "only" | "priority" | "fallback" | "anywhere";
}

/** A claim with what shows it; without evidence it is shown as such. */
export interface Commitment {
  readonly claim: string;
  readonly evidence: string | null;
  /** The day it was last true, "2026-11-22". */
  readonly asOf: string | null;
  /** What the host answers to what others say of this; shown below that. */
  readonly answer: string | null;
}

export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly address: string | null;
}

/** A host that stops says when, and where its users can go. */
export interface Closing {
  readonly announced: string;
  readonly ends: string;
  readonly successor: string | null;
  readonly exitGuide: string | null;
  readonly notice: string | null;
}

/** The host as the site keeps it. */
export interface Host {
  /** Also the id of its actor. */
  readonly id: string;
  /** Its actor's name: @handle. */
  readonly handle: string;
  readonly profile: HostProfile;
  /** Its logo in each size; none where the emblem drawn from its address stands for it. */
  readonly logo: readonly LogoAddress[];
  readonly created: Date;
  readonly changed: Date;
}

/** The host as its own team edits it. */
export interface KeptHost extends Host {
  /** Goes up by one with each change. */
  readonly version: number;
}

/** Whether this is a portal: it gathers what others offer and gives nothing itself. */
export function isHub(profile: HostProfile): boolean {
  return profile.capabilities.length === 0;
}

/** What is known of a host of which only the name is known. */
export function emptyProfile(name: string, language: string): HostProfile {
  return {
    name,
    tagline: null,
    summary: "",
    language,
    website: null,
    legalForm: null,
    country: null,
    commune: null,
    identifiers: [],
    memberOf: [],
    languages: [],
    capabilities: [],
    territory: null,
    dataLocation: null,
    commitments: [],
    doesNot: [],
    contact: { email: null, phone: null, url: null, address: null },
    termsUrl: null,
    solidarity: null,
    referrals: [],
    facts: [],
    closing: null,
    extra: {},
  };
}
