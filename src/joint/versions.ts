import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { StoredOffer } from "../offers/form.ts";
import { StoredTerms } from "../offers/joint-form.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { OfferContent } from "../offers/offer.ts";

/** What was to be signed at some time. */
export interface KeptVersion {
  readonly content: OfferContent | null;
  readonly terms: JointTerms;
}

/** Of what a version is kept: of something that our host leads, or of what it is asked to sign. */
type Subject = { readonly paper: string } | { readonly invitation: string };

/** Keeps a version that is asked for or signed, so that what changes later can be shown beside it. */
export async function keepSigned(
  tx: Transaction,
  subject: Subject,
  { version, content, terms }: KeptVersion & { readonly version: string },
  now: Date,
): Promise<void> {
  const said = { content: content && JSON.stringify(content), terms: JSON.stringify(terms) };
  await tx
    .insertInto("jointVersions")
    .values({ id: randomUUID(), ...subject, version, ...said, kept: now })
    .onConflict((known) => known.doNothing())
    .execute();
}

/** What a version said; null where it was never kept. */
export async function findSigned(reader: Reader, subject: Subject, version: string): Promise<KeptVersion | null> {
  const [column, id] =
    "paper" in subject ? (["paper", subject.paper] as const) : (["invitation", subject.invitation] as const);
  const row = await reader
    .selectFrom("jointVersions")
    .select(["content", "terms"])
    .where(column, "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { content: row.content === null ? null : StoredOffer.parse(row.content), terms: StoredTerms.parse(row.terms) };
}
