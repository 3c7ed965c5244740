import { z } from "zod";
import { namespace } from "./contexts.ts";
import { address, first, listOf, ownAddress, reference } from "./shapes.ts";

/** Between whom something holds, as the first of them says at an address of its own. */
interface Between {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
}

/** What every relationship of ours says of itself. */
export const embedRelationship = ({ id, subject, object }: Between, relationship: string) => ({
  ...{ id, type: "Relationship", attributedTo: subject, subject, relationship, object },
});

/** How news names a relationship that is to be fetched at its address. */
export const changedRelationship = (id: string, by: string) => ({ id, type: "Relationship", attributedTo: by });

/** How news names one of which nothing is left. */
export const endedRelationship = (id: string) => ({ id, type: "Tombstone", formerType: "Relationship" });

const type = z.preprocess(first, z.literal("Relationship"));
const inFull = (kind: unknown) => (typeof kind === "string" ? kind.replace(/^essaim:/, namespace) : kind);
const anyOf = <Kind extends string>(kinds: readonly [Kind, ...Kind[]]) => z.preprocess(inFull, z.enum(kinds));

/** What every relationship of one of these kinds says, whoever wrote it. */
export const relationshipShape = <Kind extends string>(...kinds: readonly [Kind, ...Kind[]]) => ({
  ...{ id: ownAddress, type, attributedTo: address, subject: address, relationship: anyOf(kinds), object: address },
});

/** Whether it is its subject who says it, and nobody else. */
export const isOwn = ({
  attributedTo,
  subject,
}: {
  readonly attributedTo: string;
  readonly subject: string;
}): boolean => attributedTo === subject;

/** Whether something says that it is a relationship of this kind, however well. */
export function isRelationship(json: unknown, kind: string): boolean {
  return z.object({ type, relationship: anyOf([kind]) }).safeParse(json).success;
}

/** What stands in the collection of all that a host says of one kind; null when this is no such collection of it. */
export function itemsOf(collection: unknown, host: string): readonly unknown[] | null {
  const { data } = Collection.safeParse(collection);
  return data?.attributedTo === host ? data.orderedItems : null;
}

const Collection = z.object({
  type: z.literal("OrderedCollection"),
  attributedTo: reference,
  orderedItems: listOf(z.unknown()),
});
