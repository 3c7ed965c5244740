import { z } from "zod";
import { activityStreams, namespace, noteContext } from "./contexts.ts";
import { listOf, orNull, reference } from "./shapes.ts";

/** A list that others may read: whole, page by page, or only how long it is. */
export interface Collection {
  readonly id: string;
  readonly total: number;
  /** Everything in it. */
  readonly items?: readonly unknown[];
  /** Where its first page is. */
  readonly first?: string;
  readonly owner?: string;
  readonly name?: string;
  /** One short text for all that is in it. */
  readonly digest?: string;
}

export function writeCollection({ id, total, items, first, owner, name, digest }: Collection) {
  return {
    "@context": digest === undefined ? noteContext : [...noteContext, { digest: `${namespace}digest` }],
    id,
    type: "OrderedCollection",
    ...(owner !== undefined && { attributedTo: owner }),
    ...(name !== undefined && { name }),
    ...(digest !== undefined && { digest }),
    totalItems: total,
    ...(first !== undefined && { first }),
    ...(items !== undefined && { orderedItems: items }),
  };
}

export interface Page {
  readonly id: string;
  readonly of: string;
  readonly items: readonly unknown[];
  readonly next: string | null;
}

export function writePage({ id, of, items, next }: Page) {
  return {
    "@context": activityStreams,
    id,
    type: "OrderedCollectionPage",
    partOf: of,
    ...(next !== null && { next }),
    orderedItems: items,
  };
}

const CollectionShape = z.object({
  orderedItems: listOf(z.unknown()),
  first: orNull(reference),
  next: orNull(reference),
  digest: orNull(z.string().max(200)),
});

/** A collection or a page of one: what is in it, and where it goes on; null when this is none. */
export function readCollection(document: unknown): z.infer<typeof CollectionShape> | null {
  return CollectionShape.safeParse(document).data ?? null;
}
