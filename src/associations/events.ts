import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** An association was approved, refused or closed, or says something else of itself. */
export const AssociationChanged = domainEvent("association-changed", { association: z.uuid() });
export type AssociationChanged = z.infer<typeof AssociationChanged>;

/** The account of an association on other servers is no more. */
export const AssociationRetired = domainEvent("association-retired", { actor: z.uuid() });
export type AssociationRetired = z.infer<typeof AssociationRetired>;
