import { z } from "zod";
import { namespace } from "./contexts.ts";
import { address, first, ownAddress } from "./shapes.ts";

const type = z.preprocess(first, z.literal("Relationship"));
const inFull = (kind: unknown) => (typeof kind === "string" ? kind.replace(/^essaim:/, namespace) : kind);
const anyOf = <Kind extends string>(kinds: readonly [Kind, ...Kind[]]) => z.preprocess(inFull, z.enum(kinds));

/** What every relationship of one of these kinds says, whoever wrote it: whose it is stands to be compared with its subject. */
export const relationshipShape = <Kind extends string>(...kinds: readonly [Kind, ...Kind[]]) => ({
  ...{ id: ownAddress, type, attributedTo: address, subject: address, relationship: anyOf(kinds), object: address },
});

/** Whether something says that it is a relationship of this kind, however well. */
export function isRelationship(json: unknown, kind: string): boolean {
  return z.object({ type, relationship: anyOf([kind]) }).safeParse(json).success;
}
