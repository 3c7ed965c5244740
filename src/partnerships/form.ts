import { z } from "zod";
import { isCode } from "../hosts/vocabularies.ts";
import type { Proposed } from "./changes.ts";
import { longestMessage, longestReason, type PartnershipKind, partnershipKinds } from "./partnership.ts";

const Role = z.string().refine((code) => isCode("partnershipRoles", code), { error: "not a role" });
const Roles = z.array(Role).max(20).default([]);
const shown = z.boolean().default(true);

const Kind = z.enum(partnershipKinds);

/** What is asked of another host, whoever it is. */
const asking = {
  rolesOffered: Roles,
  rolesWanted: Roles,
  message: z.string().trim().max(longestMessage).default(""),
  expires: z.iso.datetime({ offset: true }).nullish(),
  about: z
    .url({ protocol: /^https?$/ })
    .max(2_048)
    .nullish(),
  shown,
};

/** A request for a partnership, as the API sends it. */
export const PartnershipInput = z.strictObject({ to: z.string().trim().min(1).max(2_048), kind: Kind, ...asking });

/** Another proposal in answer to a request; of the same kind, unless it says another. */
export const CounterInput = z.strictObject({ kind: Kind.optional(), ...asking });

/** What was sent, as it is proposed. */
export function proposedIn({
  expires,
  about,
  ...said
}: z.infer<typeof CounterInput> & { kind: PartnershipKind }): Proposed {
  return { ...said, expires: expires == null ? null : new Date(expires), about: about ?? null };
}

export const AcceptanceInput = z.strictObject({ shown });
export const RefusalInput = z.strictObject({ reason: z.string().trim().max(longestReason).nullish() });
export const ShowInput = z.strictObject({ shown: z.boolean() });
