import { z } from "zod";
import type { FirstRun } from "./first-run.ts";
import { type Closing, type Commitment, type Contact, capabilities, type HostProfile, type Territory } from "./host.ts";
import { isTerritoryCode, policies } from "./territory.ts";

const text = z.string().nullable().default(null);
const texts = z.array(z.string()).readonly().default([]);
const day = z.iso.date();

/** Where someone is there for people, as it is stored and sent. */
export const TerritoryShape = z.object({
  codes: z
    .array(z.string().refine(isTerritoryCode, "a territory like dep:69, com:69123, country:FR or remote"))
    .readonly(),
  policy: z.enum(policies),
}) satisfies z.ZodType<Territory>;

const ContactShape = z.object({ email: text, phone: text, url: text, address: text }) satisfies z.ZodType<Contact>;

const CommitmentShape = z.object({
  claim: z.string(),
  evidence: text,
  asOf: day.nullable().default(null),
  answer: text,
}) satisfies z.ZodType<Commitment>;

const ClosingShape = z.object({
  announced: day,
  ends: day,
  successor: text,
  exitGuide: text,
  notice: text,
}) satisfies z.ZodType<Closing>;

const noContact = { email: null, phone: null, url: null, address: null };

/** The profile as the database keeps it; what an older version did not know yet gets its default. */
export const StoredProfile = z.object({
  name: z.string(),
  tagline: text,
  summary: z.string().default(""),
  language: z.string().default("fr"),
  website: text,
  legalForm: text,
  country: text,
  commune: text,
  identifiers: z
    .array(z.object({ scheme: z.string(), value: z.string() }))
    .readonly()
    .default([]),
  memberOf: texts,
  languages: texts,
  capabilities: z.array(z.enum(capabilities)).readonly().default([]),
  territory: TerritoryShape.nullable().default(null),
  dataLocation: text,
  commitments: z.array(CommitmentShape).readonly().default([]),
  doesNot: texts,
  contact: ContactShape.default(noContact),
  termsUrl: text,
  solidarity: z.object({ who: texts, notFor: texts, how: z.string() }).nullable().default(null),
  referrals: z
    .array(z.object({ to: z.string(), why: text }))
    .readonly()
    .default([]),
  facts: z
    .array(z.object({ name: z.string(), value: z.unknown(), note: text }))
    .readonly()
    .default([]),
  closing: ClosingShape.nullable().default(null),
  extra: z.record(z.string(), z.unknown()).default({}),
}) satisfies z.ZodType<HostProfile>;

const left = z.enum(["done", "skipped"]).exactOptional();

/** How the steps of the guided set-up were left, as the database keeps it. */
export const StoredFirstRun = z.object({
  territory: left,
  reach: left,
  face: left,
  offer: left,
}) satisfies z.ZodType<FirstRun>;

const webAddress = z.url({ protocol: /^https?$/, error: "an address like https://example.org" }).max(2_000);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language like fr or en");

/** What a form or the API sends as a whole profile: as stored, within limits. */
export const ProfileInput = z.object({
  ...StoredProfile.shape,
  name: z.string().trim().min(1, "a name").max(100),
  tagline: z.string().trim().max(200).nullable().default(null),
  summary: z.string().max(10_000).default(""),
  language: language.default("fr"),
  website: webAddress.nullable().default(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "two capital letters like FR")
    .nullable()
    .default(null),
  commune: z
    .string()
    .regex(/^com:[0-9AB]{5}$/, "a commune like com:69123")
    .nullable()
    .default(null),
  languages: z.array(language).max(50).readonly().default([]),
  termsUrl: webAddress.nullable().default(null),
}) satisfies z.ZodType<HostProfile>;
