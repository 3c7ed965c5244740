import { z } from "zod";
import type { JointPart, JointTerms, Money, OnLeaving } from "./joint-terms.ts";
import { highestAmount, periods } from "./price.ts";

/** So many make something together at most, the lead among them. */
export const mostParts = 12;

const actor = z.url({ protocol: /^https?$/ }).max(2_048);
const words = (longest: number) => z.string().max(longest).nullable().default(null);

const StoredMoney = z.object({
  amount: z.int().min(0).max(highestAmount),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(periods),
}) satisfies z.ZodType<Money>;

const StoredPart = z.object({
  actor,
  roles: z.array(z.string().min(1).max(60)).max(20).readonly().default([]),
  share: z
    .union([StoredMoney, z.object({ percent: z.number().min(0).max(100) })])
    .nullable()
    .default(null),
  does: words(2_000),
}) satisfies z.ZodType<JointPart>;

const StoredLeaving = z.object({
  mode: z.enum(["suspend", "shrink"]),
  words: words(2_000),
}) satisfies z.ZodType<OnLeaving>;

/** The terms of something that several hosts make together, as the database keeps them and other sites send them. */
export const StoredTerms = z.object({
  text: words(20_000),
  parts: z.array(StoredPart).min(1).max(mostParts).readonly(),
  invoicing: actor,
  supportEntry: words(2_048),
  liability: words(5_000),
  onLeaving: StoredLeaving,
  total: StoredMoney.nullable().default(null),
}) satisfies z.ZodType<JointTerms>;
