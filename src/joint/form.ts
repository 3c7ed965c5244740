import { z } from "zod";
import { StoredTerms } from "../offers/joint-form.ts";
import { type InForce, type JointInvitation, partnerStates, type SignedPartner } from "./joint.ts";

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const name = z.string().trim().min(1).max(200);

const StoredSigned = z.object({
  actor: address,
  name,
  page: address,
  stamp: address,
}) satisfies z.ZodType<SignedPartner>;

/** What is in force, as the database keeps it. */
export const StoredInForce = z.object({
  version: z.string(),
  terms: StoredTerms,
  partners: z.array(StoredSigned).readonly(),
}) satisfies z.ZodType<InForce>;

/** Who else is asked, as the database keeps it and the lead's sheet says it. */
export const StoredOthers = z
  .array(z.object({ actor: address, name, page: address, state: z.enum(partnerStates).catch("invited") }))
  .max(12)
  .readonly() satisfies z.ZodType<JointInvitation["partners"]>;
