import { activityStreams, noteContext } from "./contexts.ts";

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
}

export function writeCollection({ id, total, items, first, owner, name }: Collection) {
  return {
    "@context": noteContext,
    id,
    type: "OrderedCollection",
    ...(owner !== undefined && { attributedTo: owner }),
    ...(name !== undefined && { name }),
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
