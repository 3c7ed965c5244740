import { z } from "zod";
import { activityStreams, everyone, namespace } from "./contexts.ts";
import { escapeHtml, oneLine } from "./html.ts";
import { embedRelationship, isOwn, itemsOf, relationshipShape } from "./relationship.ts";
import { instant, orNull, pick } from "./shapes.ts";

/** A host says publicly of another that it vouches for it: a `Relationship`, read at its address for as long as it holds. */
export interface VouchDocument {
  readonly id: string;
  /** The actor of the host who says it. */
  readonly subject: string;
  /** The actor of the host of whom it is said. */
  readonly object: string;
  /** Plain text, one sentence. */
  readonly reason: string | null;
  readonly given: Date;
}

const vouchesFor = `${namespace}vouchesFor`;

export function writeVouch(vouch: VouchDocument) {
  return { "@context": activityStreams, ...embedVouch(vouch) };
}

/** For the collection of all that a host says so. */
export function embedVouch({ id, subject, object, reason, given }: VouchDocument) {
  return {
    ...embedRelationship({ id, subject, object }, vouchesFor),
    ...(reason !== null && { content: `<p>${escapeHtml(reason)}</p>` }),
    published: given.toISOString(),
    to: [everyone],
  };
}

const longestReason = 500;

const Document = z
  .object({
    ...relationshipShape(vouchesFor),
    content: orNull(z.string().max(20_000)),
    published: instant,
  })
  .refine(isOwn)
  .transform(({ id, subject, object, content, published: given }): VouchDocument => {
    return { id, subject, object, reason: oneLine(content ?? "", longestReason) || null, given };
  });

/** A vouch from its document; null when this is none. */
export function readVouch(document: unknown): VouchDocument | null {
  return Document.safeParse(document).data ?? null;
}

/** Those that a host's collection carries, all of which it says itself; null when this is no such collection. */
export function readVouches(collection: unknown, host: string): readonly VouchDocument[] | null {
  const items = itemsOf(collection, host);
  return items && pick(Document, items).filter(({ subject }) => subject === host);
}
