import { z } from "zod";
import { activityStreams, everyone, namespace } from "./contexts.ts";
import { escapeHtml, oneLine } from "./html.ts";
import { embedRelationship, isOwn, itemsOf, relationshipShape } from "./relationship.ts";
import { instant, orNull, pick } from "./shapes.ts";

/** A host says publicly of a claim of another what it found: a `Relationship`, read at its address for as long as it holds. */
export interface ReviewDocument {
  readonly id: string;
  /** The actor of the host who says it. */
  readonly subject: string;
  /** The actor of the host who claims it. */
  readonly object: string;
  readonly verdict: "confirms" | "disputes" | "cannot-check";
  /** In the words of the one who claims it; plain text. */
  readonly claim: string;
  /** Plain text, short. Who disputes says why. */
  readonly why: string | null;
  /** The address of what shows it. */
  readonly evidence: string | null;
  readonly said: Date;
}

const relations = {
  confirms: `${namespace}confirms`,
  disputes: `${namespace}disputes`,
  "cannot-check": `${namespace}cannotCheck`,
} as const;

export function writeReview(review: ReviewDocument) {
  return { "@context": activityStreams, ...embedReview(review) };
}

/** For the collection of all that a host says so. */
export function embedReview({ id, subject, object, verdict, claim, why, evidence, said }: ReviewDocument) {
  return {
    ...embedRelationship({ id, subject, object }, relations[verdict]),
    name: claim,
    ...(why !== null && { content: `<p>${escapeHtml(why)}</p>` }),
    ...(evidence !== null && { context: evidence }),
    published: said.toISOString(),
    to: [everyone],
  };
}

const longestWhy = 500;

const verdicts = {
  [relations.confirms]: "confirms",
  [relations.disputes]: "disputes",
  [relations["cannot-check"]]: "cannot-check",
} as const;
const evidence = z.url({ protocol: /^https?$/ }).max(2_048);
const Document = z
  .object({
    ...relationshipShape(relations.confirms, relations.disputes, relations["cannot-check"]),
    name: z.string().max(2_000),
    content: orNull(z.string().max(20_000)),
    context: orNull(z.unknown()),
    published: instant,
  })
  .refine(isOwn)
  .transform(({ id, subject, object, relationship, name, content, context, published: said }): ReviewDocument => {
    return {
      ...{ id, subject, object, verdict: verdicts[relationship], said },
      ...{ claim: inOneLine(name), why: oneLine(content ?? "", longestWhy) || null },
      evidence: evidence.safeParse(context).data ?? null,
    };
  })
  .refine(({ claim, verdict, why }) => claim !== "" && (verdict !== "disputes" || why !== null));

const inOneLine = (text: string): string => text.replaceAll("\0", "").replaceAll(/\s+/g, " ").trim().toWellFormed();

/** A review from its document; null when this is none. */
export function readReview(document: unknown): ReviewDocument | null {
  return Document.safeParse(document).data ?? null;
}

/** Those that a host's collection carries, all of which it says itself; null when this is no such collection. */
export function readReviews(collection: unknown, host: string): readonly ReviewDocument[] | null {
  const items = itemsOf(collection, host);
  return items && pick(Document, items).filter(({ subject }) => subject === host);
}
