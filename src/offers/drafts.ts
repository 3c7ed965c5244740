import { isDeepStrictEqual } from "node:util";
import type { Reader, Transaction } from "../foundation/database.ts";
import { Conflict } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { changeOffer, lockOffer, type OfferChange, publishOffer } from "./changes.ts";
import { StoredOffer } from "./form.ts";
import type { Offer, OfferContent, OfferRefusal } from "./offer.ts";
import { findOffer } from "./queries.ts";
import { keepVersion } from "./versions.ts";

/** What is written for a published offer and not shown yet. */
interface OfferDraft {
  readonly content: OfferContent;
  readonly changed: Date;
  readonly who: string | null;
}

/** An offer as somebody works on it. */
export interface WorkingOffer {
  readonly offer: Offer;
  /** Null where nothing waits to be shown. */
  readonly draft: OfferDraft | null;
  /** What it would say if it were published now. */
  readonly content: OfferContent;
}

export async function findWorkingOffer(reader: Reader, slug: string): Promise<WorkingOffer | null> {
  const offer = await findOffer(reader, slug);
  return offer && workingOn(offer, await findDraft(reader, offer.id));
}

/** The offers for which something waits to be shown. */
export async function listDrafted(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom("offerDrafts").select("offer").execute();
  return new Set(rows.map(({ offer }) => offer));
}

/** The same, kept from other hands until this transaction ends. */
export async function lockWorkingOffer(tx: Transaction, slug: string): Promise<WorkingOffer> {
  const offer = await lockOffer(tx, slug, {});
  return workingOn(offer, await findDraft(tx, offer.id));
}

/** Keeps what somebody wrote: in the offer itself until it is published, beside it from then on. */
export async function saveOffer(
  tx: Transaction,
  slug: string,
  content: OfferContent,
  change: OfferChange,
): Promise<Outcome<WorkingOffer, OfferRefusal>> {
  const working = await lockWorkingOffer(tx, slug);
  const { offer } = working;
  const next = StoredOffer.parse(content);
  if (offer.state === "withdrawn") return refused("offer-is-withdrawn");
  if (next.title.trim() === "") return refused("title-missing");
  if (isDeepStrictEqual(next, working.content)) return done(working);
  if (offer.state === "draft") {
    const changed = await changeOffer(tx, slug, next, change);
    return changed.done ? done(workingOn(changed.value, null)) : changed;
  }
  return done(workingOn(offer, await keepDraft(tx, offer, next, change)));
}

/** Shows everyone what was written: the whole offer, or what has changed of it. */
export async function publishWorkingOffer(
  tx: Transaction,
  slug: string,
  change: OfferChange,
): Promise<Outcome<Offer, OfferRefusal>> {
  const { offer, draft } = await lockWorkingOffer(tx, slug);
  if (change.version !== undefined && change.version !== offer.version)
    throw new Conflict(`the offer ${slug} was changed meanwhile`);
  if (offer.state !== "published" || draft === null) return publishOffer(tx, slug, change.now, change);
  await tx.deleteFrom("offerDrafts").where("offer", "=", offer.id).execute();
  return changeOffer(tx, slug, draft.content, change);
}

/** Lets what was not shown go; the history keeps it. */
export async function dropDraft(tx: Transaction, slug: string): Promise<void> {
  const { id } = await lockOffer(tx, slug, {});
  await tx.deleteFrom("offerDrafts").where("offer", "=", id).execute();
}

const workingOn = (offer: Offer, draft: OfferDraft | null): WorkingOffer => {
  const open = offer.state === "published" ? draft : null;
  return { offer, draft: open, content: open?.content ?? offer.content };
};

async function findDraft(reader: Reader, offer: string): Promise<OfferDraft | null> {
  const row = await reader
    .selectFrom("offerDrafts")
    .select(["content", "changed", "who"])
    .where("offer", "=", offer)
    .executeTakeFirst();
  return row ? { ...row, content: StoredOffer.parse(row.content) } : null;
}

/** What says the same as everyone sees waits for nothing. */
async function keepDraft(
  tx: Transaction,
  offer: Offer,
  content: OfferContent,
  { now, who = null }: OfferChange,
): Promise<OfferDraft | null> {
  await keepVersion(tx, offer.id, content, { published: false, now, who });
  if (isDeepStrictEqual(content, offer.content)) {
    await tx.deleteFrom("offerDrafts").where("offer", "=", offer.id).execute();
    return null;
  }
  const columns = { content: JSON.stringify(content), changed: now, who };
  await tx
    .insertInto("offerDrafts")
    .values({ offer: offer.id, ...columns })
    .onConflict((known) => known.column("offer").doUpdateSet(columns))
    .execute();
  return { content, changed: now, who };
}
